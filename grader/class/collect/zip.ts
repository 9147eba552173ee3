/**
 * Zip archives, as far as a class needs them: the directory at the end, and small files out of the middle.
 *
 * A library that unpacks would do without what decides here: the flag of encryption, the kind of a file, a second
 * entry of the same name.
 *
 * @see APPNOTE.TXT 4.3 to 4.5
 */
import { fstatSync, readSync } from "node:fs";
import { crc32, inflateRawSync } from "node:zlib";
import { Unreadable } from "../../box/read.ts";
import { Unusable } from "../usage.ts";
import { ArchiveTree, mostBytes } from "./archive-tree.ts";
import type { Kind } from "./tree.ts";

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const MOST_ENTRIES = 500_000;
const MOST_DIRECTORY = 256_000_000;
const UNIX = 3;
const MAC = 19;

/** @throws Unusable unless it is a zip within the limits */
export function readZip(fd: number, path: string): ArchiveTree {
  const size = fstatSync(fd).size;
  const tail = bytesAt(fd, Math.max(0, size - 65_557), Math.min(size, 65_557));
  let end = tail.length - 22;
  while (
    end >= 0 &&
    !(tail.readUInt32LE(end) === END && tail.readUInt16LE(end + 20) === tail.length - end - 22)
  )
    end--;
  if (end < 0) throw new Unusable(`${path}: a whole zip archive expected, its end is missing`);
  const count = tail.readUInt16LE(end + 10);
  const length = tail.readUInt32LE(end + 12);
  const start = tail.readUInt32LE(end + 16);
  if (count === 0xffff || start === 0xffffffff)
    throw new Unusable(
      `${path}: a zip of less than 65,535 entries and 4 GB expected; unpack it into a folder`,
    );
  if (start + length > size || length > MOST_DIRECTORY || count > MOST_ENTRIES)
    throw new Unusable(`${path}: a whole zip archive expected, its directory does not fit`);
  const tree = new ArchiveTree();
  const directory = bytesAt(fd, start, length);
  for (let at = 0, i = 0; i < count; i++) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== ENTRY)
      throw new Unusable(`${path}: a whole zip archive expected, its directory is damaged`);
    const names = directory.readUInt16LE(at + 28);
    const more = directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
    add(tree, fd, directory.subarray(at, at + 46), directory.subarray(at + 46, at + 46 + names));
    at += 46 + names + more;
  }
  return tree;
}

function add(tree: ArchiveTree, fd: number, entry: Buffer, nameBytes: Buffer): void {
  const name = tree.nameFrom(nameBytes);
  if (name === undefined) return;
  const kind = kindOf(entry, name);
  const packed = entry.readUInt32LE(20);
  const length = entry.readUInt32LE(24);
  const method = entry.readUInt16LE(10);
  const start = entry.readUInt32LE(42);
  const sum = entry.readUInt32LE(16);
  const isSmall = kind === "file" && length <= mostBytes && packed <= 2 * mostBytes;
  if (isSmall) tree.add(name, kind, () => content(fd, name, { method, packed, length, start, sum }));
  else tree.add(name, kind);
}

function textOf(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function kindOf(entry: Buffer, name: string): Kind {
  const system = entry.readUInt16LE(4) >> 8;
  const attributes = entry.readUInt32LE(38);
  const type = system === UNIX || system === MAC ? (attributes >>> 28) & 15 : 0;
  if (type === 10 || (attributes & 0x400) !== 0) return "symbolic link";
  if (type === 1) return "pipe";
  if (type !== 0 && type !== 4 && type !== 8) return "device or socket";
  if (name.endsWith("/") || type === 4) return "folder";
  if ((entry.readUInt16LE(8) & 0x2041) !== 0) return "encrypted file";
  const method = entry.readUInt16LE(10);
  return method === 0 || method === 8 ? "file" : "file in an unknown compression";
}

interface Stored {
  readonly method: number;
  readonly packed: number;
  readonly length: number;
  readonly start: number;
  readonly sum: number;
}

function content(fd: number, name: string, { method, packed, length, start, sum }: Stored): Uint8Array {
  try {
    const local = bytesAt(fd, start, 30);
    if (local.readUInt32LE(0) !== LOCAL) throw new Error("no such entry");
    const names = local.readUInt16LE(26);
    // Two entries of the directory may point at one content: it belongs to the name that is written before it.
    if (textOf(bytesAt(fd, start + 30, names)) !== name) throw new Error("another entry");
    const data = bytesAt(fd, start + 30 + names + local.readUInt16LE(28), packed);
    const bytes = method === 0 ? data : inflateRawSync(data, { maxOutputLength: length + 1 });
    if (bytes.length === length && crc32(bytes) === sum) return bytes;
  } catch {
    // Said below: there are many ways to be damaged.
  }
  throw new Unreadable(`${name}: ${length} bytes as its archive says, got something else`);
}

function bytesAt(fd: number, start: number, length: number): Buffer {
  const buffer = Buffer.alloc(length);
  let read = 0;
  for (let n = -1; n !== 0 && read < length; read += n)
    n = readSync(fd, buffer, read, length - read, start + read);
  if (read < length) throw new Unreadable("the archive ends too early");
  return buffer;
}
