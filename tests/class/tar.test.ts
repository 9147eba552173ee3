import { gzipSync } from "node:zlib";
import { createTar, type TarFileInput } from "nanotar";
import { describe, expect, test } from "vitest";
import { openSubmissions } from "../../grader/class/collect/submissions.ts";
import { archiveFolder, found, slug } from "./archives.ts";

const file = archiveFolder();

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
      carl: expect.stringMatching(/^d+\/e+\.txt: not taken/),
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
