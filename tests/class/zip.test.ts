import { existsSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { type Zippable, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { openSubmissions } from "../../grader/class/collect/submissions.ts";
import { right } from "../cli/run.ts";
import { archiveFolder, found, slug, text, usual } from "./archives.ts";
import { report, resultsIn } from "./report.ts";

const file = archiveFolder();

/** Makes an entry one of Unix, with these attributes. */
const unix = (bytes: Buffer, attributes: number): void => {
  bytes.writeUInt16LE(0x0314, 4);
  bytes.writeUInt32LE(attributes, 38);
};
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

describe("a zip of submissions", () => {
  test("is graded like the folder, and nothing is unpacked", async () => {
    const zip = zipSync({
      "hw-submissions": {
        "hw-ada": { [usual]: text(right) },
        "hw-bob": { "mse-gradients.ts": text("export {};") },
      },
    } as Zippable);
    const path = file("class.zip", zip);
    const out = join(dirname(path), "out");
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

  test("of a program of Windows has umlauts in CP437, and backslashes between its folders", async () => {
    const names = ["Jxrg Mxller", "ada"].map((who) => `week|${who}|mse-gradients.ts`);
    const zip = zipSync({ [names[0]!]: text("1"), [names[1]!]: text("2") });
    const windows = names.reduce((bytes, name) => {
      const other = name.replaceAll("|", "\\").replace("Jxrg Mxller", "J\x94rg M\x81ller");
      return bytes.replaceAll(name, other);
    }, Buffer.from(zip).toString("latin1"));
    expect(await found(file("windows.zip", Buffer.from(windows, "latin1")))).toEqual({
      "Jörg Müller": "1",
      ada: "2",
    });
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
