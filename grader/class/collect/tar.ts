/**
 * Tar archives, plain or gzipped, read once from beginning to end; of each file only what may be looked into is kept.
 *
 * @see pax(1), "ustar interchange format" and "pax extended header"; tar(5) for GNU's long names
 */
import { createReadStream, statSync } from "node:fs";
import { createGunzip } from "node:zlib";
import { Unusable } from "../usage.ts";
import { ArchiveTree, mostBytes } from "./archive-tree.ts";
import type { Kind } from "./tree.ts";

const BLOCK = 512;
const MOST_ENTRIES = 2_000_000;
const MOST_KEPT = 512_000_000;
/** Nothing that people hand in shrinks to less than this: text to a tenth, tables to a hundredth. */
const MOST_RATIO = 200;
const RATIO_FROM = 100_000_000;

const KINDS: Readonly<Record<string, Kind>> = {
  "\0": "file",
  "0": "file",
  "7": "file",
  "1": "hard link",
  "2": "symbolic link",
  "3": "device or socket",
  "4": "device or socket",
  "5": "folder",
  "6": "pipe",
};

/**
 * @param keeps whether the content of a file is wanted
 * @throws Unusable unless it is a tar within the limits
 */
export async function readTar(
  path: string,
  isGzipped: boolean,
  keeps: (name: string) => boolean,
): Promise<ArchiveTree> {
  const reader = new TarReader(path, keeps);
  const most = RATIO_FROM + MOST_RATIO * statSync(path).size;
  const file = createReadStream(path);
  const stream = isGzipped ? file.pipe(createGunzip()) : file;
  file.on("error", (error) => stream.destroy(error));
  let length = 0;
  try {
    for await (const piece of stream as AsyncIterable<Buffer>) {
      length += piece.length;
      if (isGzipped && length > most)
        throw new Unusable(
          `${path}: an archive of coursework expected, this one grows to more than 200 times its size`,
        );
      reader.push(piece);
      if (reader.isOver) break;
    }
  } catch (error) {
    if (error instanceof Unusable) throw error;
    throw new Unusable(`${path}: a whole archive expected, it is damaged (${(error as Error).message})`);
  } finally {
    file.destroy();
  }
  reader.finish();
  return reader.tree;
}

class TarReader {
  readonly tree = new ArchiveTree();
  isOver = false;
  private readonly path: string;
  private readonly keeps: (name: string) => boolean;
  private waiting: Buffer = Buffer.alloc(0);
  /** Bytes of the present entry that are still to come, with what fills its last block. */
  private left = 0;
  private skip = 0;
  private content: Buffer[] | undefined;
  private whole: ((bytes: Buffer) => void) | undefined;
  private longName: string | undefined;
  private entries = 0;
  private kept = 0;

  constructor(path: string, keeps: (name: string) => boolean) {
    this.path = path;
    this.keeps = keeps;
  }

  push(piece: Buffer): void {
    let rest = this.waiting.length === 0 ? piece : Buffer.concat([this.waiting, piece]);
    while (rest.length > 0 && !this.isOver) {
      if (this.left > 0) {
        const part = rest.subarray(0, Math.min(this.left, rest.length));
        this.content?.push(part);
        this.left -= part.length;
        rest = rest.subarray(part.length);
        if (this.left === 0) this.entryEnds();
      } else if (this.skip > 0) {
        const n = Math.min(this.skip, rest.length);
        this.skip -= n;
        rest = rest.subarray(n);
      } else {
        if (rest.length < BLOCK) break;
        this.header(rest.subarray(0, BLOCK));
        rest = rest.subarray(BLOCK);
      }
    }
    this.waiting = Buffer.from(rest);
  }

  finish(): void {
    if (this.left > 0)
      throw new Unusable(`${this.path}: a whole archive expected, it ends in the middle of a file`);
  }

  private header(block: Buffer): void {
    if (block.every((byte) => byte === 0)) {
      this.isOver = true;
      return;
    }
    const damaged = (): Unusable => new Unusable(`${this.path}: a tar archive expected, it is damaged`);
    if (sumOf(block) !== numberIn(block, 148, 8)) throw damaged();
    if (++this.entries > MOST_ENTRIES)
      throw new Unusable(`${this.path}: at most ${MOST_ENTRIES} entries, got more`);
    const size = numberIn(block, 124, 12);
    if (size === undefined) throw damaged();
    const type = String.fromCharCode(block[156]!);
    const prefix =
      block.toString("latin1", 257, 263) === "ustar\0" ? bytesIn(block, 345, 155) : Buffer.alloc(0);
    const short = bytesIn(block, 0, 100);
    const bytes = prefix.length === 0 ? short : Buffer.concat([prefix, Buffer.from("/"), short]);
    this.left = size;
    this.skip = (BLOCK - (size % BLOCK)) % BLOCK;
    this.content = undefined;
    this.whole = undefined;
    if (type === "L" || type === "x") this.keep(size, (text) => this.named(type, text));
    else if (type !== "g" && type !== "K")
      this.entry(this.longName ?? textOf(bytes), bytes, KINDS[type], size);
    if (size === 0) this.entryEnds();
  }

  private entry(name: string | undefined, bytes: Buffer, kind: Kind | undefined, size: number): void {
    this.longName = undefined;
    if (name === undefined) {
      if (this.tree.ignored.length < 100)
        this.tree.ignored.push(`${bytes.toString("latin1").slice(0, 200)}: its name is no text in UTF-8`);
      return;
    }
    if (kind !== "file" || size > mostBytes || !this.keeps(name)) {
      this.tree.add(name, kind ?? "device or socket");
      return;
    }
    this.kept += size;
    if (this.kept > MOST_KEPT) throw new Unusable(`${this.path}: at most 512 MB of coursework, got more`);
    let content: Buffer = Buffer.alloc(0);
    this.tree.add(name, kind, () => content);
    this.keep(size, (whole) => {
      content = whole;
    });
  }

  private keep(size: number, whole: (bytes: Buffer) => void): void {
    if (size > 1 << 20) throw new Unusable(`${this.path}: names of at most 1 MB, got a longer one`);
    this.content = [];
    this.whole = whole;
  }

  private entryEnds(): void {
    this.whole?.(Buffer.concat(this.content ?? []));
    this.content = undefined;
    this.whole = undefined;
  }

  /** A name for the next entry: GNU's, or a record `<length> path=<name>` of an extended header. */
  private named(type: string, bytes: Buffer): void {
    if (type === "L") {
      this.longName = textOf(bytesIn(bytes, 0, bytes.length)) ?? "\0";
      return;
    }
    for (let at = 0; at < bytes.length; ) {
      const space = bytes.indexOf(0x20, at);
      const length = space < 0 ? 0 : Number(bytes.toString("latin1", at, space));
      if (!Number.isInteger(length) || length <= space - at) return;
      const record = bytes.subarray(space + 1, at + length - 1);
      if (record.toString("latin1", 0, 5) === "path=") this.longName = textOf(record.subarray(5)) ?? "\0";
      // A size of its own is for files of 8 GB; what follows cannot be told apart then.
      if (record.toString("latin1", 0, 5) === "size=")
        throw new Unusable(`${this.path}: files of less than 8 GB expected`);
      at += length;
    }
  }
}

function bytesIn(block: Buffer, start: number, length: number): Buffer {
  const bytes = block.subarray(start, start + length);
  const end = bytes.indexOf(0);
  return end < 0 ? bytes : bytes.subarray(0, end);
}

function textOf(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** A number in octal; undefined where it is none, or one of GNU's for more than 8 GB. */
function numberIn(block: Buffer, start: number, length: number): number | undefined {
  const text = bytesIn(block, start, length).toString("latin1").trim();
  return /^[0-7]{1,11}$/.test(text) ? Number.parseInt(text, 8) : text === "" ? 0 : undefined;
}

/** The sum of a header's bytes, its own field taken as spaces. */
const sumOf = (block: Buffer): number =>
  block.reduce((sum, byte, i) => sum + (i >= 148 && i < 156 ? 0x20 : byte), 0);
