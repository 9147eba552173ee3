import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { type Zippable, zipSync } from "fflate";
import { createTar, type TarFileInput } from "nanotar";
import { afterAll, describe, expect, test } from "vitest";
import { collect } from "../../grader/class/collect/collect.ts";
import { openSubmissions } from "../../grader/class/collect/submissions.ts";
import { right } from "../cli/run.ts";
import { report, resultsIn, temporary } from "./report.ts";

const place = temporary("archives");
afterAll(() => place.remove());
const slug = "ex10-mse-gradients";
const usual = `exercises/${slug}/mse-gradients.ts`;
const text = (each: string): Uint8Array => new TextEncoder().encode(each);
/** Makes an entry one of Unix, with these attributes. */
const unix = (bytes: Buffer, attributes: number): void => {
  bytes.writeUInt16LE(0x0314, 4);
  bytes.writeUInt32LE(attributes, 38);
};
const file = (name: string, bytes: Uint8Array): string => {
  writeFileSync(join(place.path, name), bytes);
  return join(place.path, name);
};

/** What each folder comes to: the source of the answer, or why there is none. */
async function found(path: string): Promise<Record<string, string>> {
  const { all } = await openSubmissions(path, [slug]);
  return Object.fromEntries(
    all.map(({ folder, tree, problem }) => {
      if (tree === undefined) return [folder, problem ?? "no tree"];
      const { attempts } = collect(tree, [slug]);
      const [attempt] = attempts;
      return [folder, attempt?.files[0]?.source ?? attempt?.refused.get(slug) ?? "missing"];
    }),
  );
}

/** Changes the first header of a zip's directory that has this name. */
function patched(zip: Uint8Array, name: string, patch: (entry: Buffer) => void): Uint8Array {
  const bytes = Buffer.from(zip);
  for (
    let at = bytes.indexOf("PK\u0001\u0002", 0, "latin1");
    at >= 0;
    at = bytes.indexOf("PK\u0001\u0002", at + 1, "latin1")
  )
    if (bytes.toString("utf8", at + 46, at + 46 + bytes.readUInt16LE(at + 28)) === name)
      patch(bytes.subarray(at));
  return bytes;
}

/** A zip whose end says nothing but where the end of Zip64 is. */
function ofZip64(
  zip: Uint8Array,
  {
    count,
    start,
    locator,
  }: { readonly count?: number; readonly start?: number; readonly locator?: number } = {},
): Uint8Array {
  const bytes = Buffer.from(zip);
  const end = bytes.subarray(bytes.length - 22);
  const wide = Buffer.alloc(76);
  wide.writeUInt32LE(0x06064b50, 0);
  wide.writeBigUInt64LE(BigInt(count ?? end.readUInt16LE(10)), 32);
  wide.writeBigUInt64LE(BigInt(end.readUInt32LE(12)), 40);
  wide.writeBigUInt64LE(BigInt(start ?? end.readUInt32LE(16)), 48);
  wide.writeUInt32LE(0x07064b50, 56);
  wide.writeBigUInt64LE(BigInt(locator ?? bytes.length - 22), 64);
  end.fill(0xff, 8, 20);
  return Buffer.concat([bytes.subarray(0, bytes.length - 22), wide, end]);
}

interface Entry {
  readonly type?: string;
  readonly content?: string;
  readonly link?: string;
  readonly size?: number;
  readonly prefix?: string;
}

/** A record of an extended header, which begins with its own length. */
function record(key: string, value: string | Buffer): Buffer {
  const rest = Buffer.concat([Buffer.from(` ${key}=`), Buffer.from(value), Buffer.from("\n")]);
  let length = rest.length;
  while (`${length}`.length + rest.length !== length) length = `${length}`.length + rest.length;
  return Buffer.concat([Buffer.from(`${length}`), rest]);
}
/** An extended header for the entry that follows. */
function extended(...records: readonly Buffer[]): Buffer {
  const body = Buffer.concat(records);
  const padding = Buffer.alloc(Math.ceil(body.length / 512) * 512 - body.length);
  return Buffer.concat([entry("pax", { type: "x", size: body.length }), body, padding]);
}

/** A header of a tar and its content, as the standard lays them out. */
function entry(name: string, { type = "0", content = "", link = "", size, prefix = "" }: Entry = {}): Buffer {
  const block = Buffer.alloc(512);
  block.write(name, 0, 100, "utf8");
  block.write("0000644\0", 100);
  block.write("0000000\0", 108);
  block.write("0000000\0", 116);
  block.write(`${(size ?? content.length).toString(8).padStart(11, "0")}\0`, 124);
  block.write("00000000000\0", 136);
  block.write(type, 156);
  block.write(link, 157, 100, "utf8");
  block.write("ustar\u000000", 257, "latin1");
  block.write(prefix, 345, 155, "utf8");
  const padded = Buffer.alloc(Math.ceil(content.length / 512) * 512);
  padded.write(content, "utf8");
  return summed(Buffer.concat([block, padded]));
}
/** Writes the sum of its bytes into a header. */
function summed(header: Buffer): Buffer {
  header.write("        ", 148);
  const sum = header.subarray(0, 512).reduce((all, byte) => all + byte, 0);
  header.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148);
  return header;
}
const end = Buffer.alloc(1024);
const tarOf = (...entries: readonly Buffer[]): Uint8Array => Buffer.concat([...entries, end]);

describe("a zip of submissions", () => {
  test("is graded like the folder, and nothing is unpacked", async () => {
    const zip = zipSync({
      "hw-submissions": {
        "hw-ada": { [usual]: text(right) },
        "hw-bob": { "mse-gradients.ts": text("export {};") },
      },
    } as Zippable);
    const path = file("class.zip", zip);
    const out = join(place.path, "out");
    const { code, stderr } = report([path, "--out", out, "--exercises", "ex10", "--seed", "7"]);
    expect([code, stderr]).toEqual([0, ""]);
    expect(resultsIn(out).students.map(({ folder, score }) => [folder, score])).toEqual([
      ["hw-ada", 20],
      ["hw-bob", 0],
    ]);
    expect(readdirSync(out).sort()).toEqual(expect.arrayContaining([".chainrule", "results.json"]));
    expect(existsSync(join(out, "hw-ada"))).toBe(false);
  });

  const two = (): Uint8Array =>
    zipSync({
      "ada/mse-gradients.ts": text("export const ada = 1;"),
      "bob/mse-gradients.ts": text("export const bob = 1;"),
    });
  const ada = { ada: "export const ada = 1;" };

  test("keeps what others handed in when one entry is encrypted, a link, or in an unknown compression", async () => {
    const tricks: readonly (readonly [RegExp, (bytes: Buffer) => void])[] = [
      [/got an encrypted file/, (bytes) => void bytes.writeUInt16LE(1, 8)],
      [/got a symbolic link/, (bytes) => unix(bytes, 0xa1ff0000)],
      [/got a pipe/, (bytes) => unix(bytes, 0x11ff0000)],
      [/got a file in an unknown compression/, (bytes) => void bytes.writeUInt16LE(99, 10)],
      [/bytes as its archive says, got something else/, (bytes) => void bytes.writeUInt32LE(7, 24)],
      [/bytes as its archive says, got something else/, (bytes) => void bytes.writeUInt32LE(0, 42)],
    ];
    for (const [i, [message, patch]] of tricks.entries()) {
      const zip = patched(two(), "bob/mse-gradients.ts", patch);
      const { bob, ...rest } = await found(file(`trick-${i}.zip`, zip));
      expect(rest).toEqual(ada);
      expect(bob, `trick ${i}`).toMatch(message);
    }
  });

  test("is read as Zip64, which holds more than 4 GB or 65,534 entries", async () => {
    const both = { ...ada, bob: "export const bob = 1;" };
    expect(await found(file("wide.zip", ofZip64(two())))).toEqual(both);
    // 8 bytes for each number that does not fit into its place: here for where the content lies.
    const extra = Buffer.from("\u0001\0\u0008\0\0\0\0\0\0\0\0\0", "latin1");
    const narrow = Buffer.from(two());
    const at = narrow.readUInt32LE(narrow.length - 6);
    const behind = at + 46 + "ada/mse-gradients.ts".length;
    const zip = Buffer.concat([narrow.subarray(0, behind), extra, narrow.subarray(behind)]);
    zip.writeUInt16LE(extra.length, at + 30);
    zip.writeUInt32LE(0xffffffff, at + 42);
    zip.writeUInt32LE(zip.readUInt32LE(zip.length - 10) + extra.length, zip.length - 10);
    expect(await found(file("wide-entry.zip", zip))).toEqual(both);
  });

  test("reads no more of a file than 64 kB, however much it says or holds", async () => {
    const bomb = zipSync({
      "ada/mse-gradients.ts": text("export const ada = 1;"),
      "bob/mse-gradients.ts": new Uint8Array(80_000_000),
    });
    expect(await found(file("bomb.zip", bomb))).toEqual({
      ...ada,
      bob: expect.stringMatching(/at most 64 kB/),
    });
    const liar = patched(bomb, "bob/mse-gradients.ts", (bytes) => void bytes.writeUInt32LE(100, 24));
    const { bob } = await found(file("liar.zip", liar));
    expect(bob).toMatch(/got something else/);
  });

  test("ignores paths that lead out of it, and refuses a name that is there twice", async () => {
    const zip = zipSync({
      "ada/mse-gradients.ts": text("export const ada = 1;"),
      "../../bob/mse-gradients.ts": text("out"),
      "/carl/mse-gradients.ts": text("out"),
      "C:\\dora\\mse-gradients.ts": text("out"),
      "eve/../fay/mse-gradients.ts": text("out"),
      "gus/mse-gradients.ts": text("export const gus = 1;"),
      "gus/mse-gradients.tx": text("export const gus = 2;"),
    });
    const twice = patched(zip, "gus/mse-gradients.tx", (bytes) => void bytes.write("s", 46 + 19));
    const path = file("paths.zip", twice);
    expect(await found(path)).toEqual({ ...ada, gus: expect.stringMatching(/name that is there twice/) });
    expect((await openSubmissions(path, [slug])).beside).toHaveLength(4);
  });

  test.each([
    ["cut.zip", two().subarray(0, 150), /a whole zip archive expected/],
    ["empty.zip", zipSync({}), /a folder for each student expected/],
    [
      "half.zip",
      (() => {
        const zip = Buffer.from(two());
        zip.writeUInt32LE(0xfffffff0, zip.length - 6);
        return zip;
      })(),
      /does not fit/,
    ],
    [
      "damaged.zip",
      (() => {
        const zip = Buffer.from(two());
        zip.writeUInt32LE(3, zip.readUInt32LE(zip.length - 6));
        return zip;
      })(),
      /is damaged/,
    ],
    ["large.zip", ofZip64(two(), { count: 500_001 }), /at most 500000 entries, got more; unpack it/],
    ["far.zip", ofZip64(two(), { start: 2 ** 60 }), /does not fit/],
    ["nowhere.zip", ofZip64(two(), { locator: 2 ** 60 }), /does not fit/],
    ["text.zip", text("hello"), /a folder, or a zip or tar\.gz archive/],
  ])("is refused where it is none: %s", async (name, bytes, message) => {
    await expect(openSubmissions(file(name, bytes), [slug])).rejects.toThrow(message);
  });
});

describe("a tar of submissions", () => {
  test("is read, gzipped or not, also with the long names of GNU and of POSIX", async () => {
    const deep = `${"d".repeat(90)}/${"e".repeat(90)}`;
    const input: TarFileInput[] = [{ name: "ada/mse-gradients.ts", data: "export const ada = 1;" }];
    expect(await found(file("plain.tar", createTar(input)))).toEqual({ ada: "export const ada = 1;" });
    const long = tarOf(
      entry("ada/mse-gradients.ts", { content: "export const ada = 1;" }),
      entry("mse-gradients.ts", { prefix: "bob", content: "export const bob = 1;" }),
      entry("././@LongLink", { type: "L", content: `carl/${deep}.txt\0` }),
      entry("x", { content: "carl" }),
      extended(record("path", "dora/mse-gradients.ts")),
      entry("y", { content: "export const dora = 1;" }),
    );
    expect(await found(file("long.tgz", gzipSync(long)))).toEqual({
      ada: "export const ada = 1;",
      bob: "export const bob = 1;",
      carl: "missing",
      dora: "export const dora = 1;",
    });
  });

  test("is read where a size is written as GNU and POSIX write one of 8 GB and more", async () => {
    const binary = entry("bob/mse-gradients.ts", { content: "export const bob = 1;" });
    binary.fill(0, 124, 136).writeUInt8(0x80, 124);
    binary.writeUInt8(21, 135);
    const tar = tarOf(
      entry("ada/mse-gradients.ts", { content: "export const ada = 1;" }),
      summed(binary),
      extended(record("size", "22")),
      entry("carl/mse-gradients.ts", { size: 0, content: "export const carl = 1;" }),
    );
    expect(await found(file("sizes.tar", tar))).toEqual({
      ada: "export const ada = 1;",
      bob: "export const bob = 1;",
      carl: "export const carl = 1;",
    });
  });

  test("has names in any alphabet; one that is no text is said, and takes nobody else's work along", async () => {
    const content = "export const x = 1;";
    const bytes = entry("bob/mse-gradients.ts", { content });
    bytes.writeUInt8(0xeb, 1);
    const tar = tarOf(
      entry("Zoë/mse-gradients.ts", { content }),
      extended(record("path", "Chloë/mse-gradients.ts")),
      entry("x", { content }),
      extended(record("path", "Ζωή/mse-gradients.ts")),
      entry("y", { content }),
      extended(record("path", Buffer.from([0x5a, 0xeb, 0x2f, 0x61]))),
      entry("z", { content }),
      summed(bytes),
    );
    const path = file("names.tar", tar);
    expect(await found(path)).toEqual({ Zoë: content, Chloë: content, Ζωή: content });
    expect((await openSubmissions(path, [slug])).beside).toEqual([
      "Z\ufffd/a: its name is no text in UTF-8",
      "bëb/mse-gradients.ts: its name is no text in UTF-8",
    ]);
  });

  test("keeps what others handed in when one has links, devices, paths that lead out, or a name twice", async () => {
    const path = file(
      "hostile.tgz",
      gzipSync(
        tarOf(
          entry("ada/mse-gradients.ts", { content: "export const ada = 1;" }),
          entry("bob/mse-gradients.ts", { type: "2", link: "../ada/mse-gradients.ts" }),
          entry("carl/mse-gradients.ts", { type: "1", link: "ada/mse-gradients.ts" }),
          entry("dora/mse-gradients.ts", { type: "3" }),
          entry("eve/mse-gradients.ts", { type: "6" }),
          entry("fay/mse-gradients.ts", { content: "export const fay = 1;" }),
          entry("fay/mse-gradients.ts", { content: "export const fay = 2;" }),
          entry("gus", { type: "2", link: "ada" }),
          entry("gus/mse-gradients.ts", { content: "export const gus = 1;" }),
          entry("../hal/mse-gradients.ts", { content: "out" }),
          entry("/ida/mse-gradients.ts", { content: "out" }),
          entry("jon/mse-gradients.ts", { content: "x".repeat(70_000) }),
        ),
      ),
    );
    expect(await found(path)).toEqual({
      ada: "export const ada = 1;",
      bob: expect.stringMatching(/got a symbolic link/),
      carl: expect.stringMatching(/got a hard link/),
      dora: expect.stringMatching(/got a device or socket/),
      eve: expect.stringMatching(/got a pipe/),
      fay: expect.stringMatching(/got a name that is there twice/),
      gus: expect.stringMatching(/got a symbolic link/),
      jon: expect.stringMatching(/at most 64 kB/),
    });
    expect((await openSubmissions(path, [slug])).beside).toHaveLength(2);
  });

  test.each([
    [
      "cut.tgz",
      gzipSync(tarOf(entry("ada/mse-gradients.ts", { content: "x" }))).subarray(0, 60),
      /it is damaged/,
    ],
    ["short.tar", entry("ada/mse-gradients.ts", { size: 4000 }), /ends in the middle of a file/],
    [
      "half-a-header.tar",
      Buffer.concat([entry("ada/mse-gradients.ts", { content: "x" }), entry("bob/a.ts").subarray(0, 200)]),
      /ends in the middle of a file/,
    ],
    ["long.tar", entry("ada/a.bin", { size: 8_000_000_000 }), /ends in the middle of a file/],
    ["name.tar", entry("x", { type: "L", size: 8_000_000_000 }), /names of at most 4 MB, got a longer one/],
    ["pax.tar", entry("x", { type: "x", size: 8_000_000_000 }), /names of at most 4 MB, got a longer one/],
    [
      "nonsense.tar",
      tarOf(extended(record("size", "-1")), entry("ada/a.ts", { content: "x" })),
      /a tar archive expected, it is damaged/,
    ],
    ["sum.tar", Buffer.concat([entry("ada/a.ts").fill("x", 0, 3), end]), /it is damaged/],
    [
      "minus.tar",
      (() => {
        const block = entry("ada/a.ts");
        block.write("-0000000001\0", 124);
        return block;
      })(),
      /it is damaged/,
    ],
    ["bomb.tgz", gzipSync(Buffer.alloc(150_000_000, "x".repeat(512))), /it is damaged/],
  ])("is refused where it is none: %s", async (name, bytes, message) => {
    await expect(openSubmissions(file(name, bytes), [slug])).rejects.toThrow(message);
  });

  test("that grows without end is refused before it has", async () => {
    const zeros = entry("ada/zeros.bin", { size: 400_000_000 });
    const bomb = gzipSync(Buffer.concat([zeros, Buffer.alloc(200_000_000)]));
    await expect(openSubmissions(file("zeros.tgz", bomb), [slug])).rejects.toThrow(
      /more than 200 times its size/,
    );
  });
});
