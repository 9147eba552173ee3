/**
 * Zip archives, as far as a class needs them: the directory at the end, and small files out of the middle.
 *
 * A library would give up the whole class for one entry that it cannot read, and none looks at what decides here: the
 * kind of a file, a second entry of the same name, the checksum.
 *
 * @see APPNOTE.TXT 4.3 to 4.5
 */
import { isUtf8 } from "node:buffer";
import { crc32, inflateRawSync } from "node:zlib";
import { Unreadable } from "../../box/read.ts";
import { Unusable } from "../usage.ts";
import { ArchiveTree, mostBytes } from "./archive-tree.ts";
import { fromCp437 } from "./cp437.ts";
import type { Kind } from "./tree.ts";
import { bytesAt, directoryOf } from "./zip-directory.ts";

const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
/** The extra field of Zip64, and what stands where a number would need it. */
const WIDE = 1;
const FULL = 0xffffffff;
const UNIX = 3;
const MAC = 19;

/** @throws Unusable unless it is a zip within the limits */
export function readZip(fd: number, path: string): ArchiveTree {
  const tree = new ArchiveTree();
  const { bytes, count } = directoryOf(fd, path);
  const all: Listed[] = [];
  for (let at = 0, i = 0; i < count; i++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== ENTRY)
      throw new Unusable(`${path}: a whole zip archive expected, its directory is damaged`);
    const names = at + 46 + bytes.readUInt16LE(at + 28);
    const extra = names + bytes.readUInt16LE(at + 30);
    all.push({
      entry: bytes.subarray(at, at + 46),
      nameBytes: bytes.subarray(at + 46, names),
      extra: bytes.subarray(names, extra),
    });
    at = extra + bytes.readUInt16LE(at + 32);
  }
  // Some programs of Windows part folders so; elsewhere such a name is a trick.
  const isOfWindows = !all.some(({ nameBytes }) => nameBytes.includes("/"));
  for (const each of all) add(tree, fd, each, isOfWindows);
  return tree;
}

interface Listed {
  readonly entry: Buffer;
  readonly nameBytes: Buffer;
  readonly extra: Buffer;
}

/** By the standard a name is in CP437 unless it is said to be in UTF-8; many are in UTF-8 and say nothing. */
const nameIn = (bytes: Buffer, entry: Buffer): Buffer =>
  isUtf8(bytes) || (entry.readUInt16LE(8) & 0x800) !== 0 ? bytes : Buffer.from(fromCp437(bytes));

function add(tree: ArchiveTree, fd: number, { entry, nameBytes, extra }: Listed, isOfWindows: boolean): void {
  const plain = tree.nameFrom(nameIn(nameBytes, entry));
  if (plain === undefined) return;
  const name = isOfWindows ? plain.replaceAll("\\", "/") : plain;
  const kind = kindOf(entry, name);
  const wide = wideIn(extra);
  let at = 0;
  const number = (place: number): number => {
    const short = entry.readUInt32LE(place);
    if (short !== FULL || at + 8 > wide.length) return short;
    at += 8;
    return Number(wide.readBigUInt64LE(at - 8));
  };
  // In this order, those that are too large for their place stand in the extra field.
  const length = number(24);
  const packed = number(20);
  const start = number(42);
  const method = entry.readUInt16LE(10);
  const sum = entry.readUInt32LE(16);
  const isSmall = kind === "file" && length <= mostBytes && packed <= 2 * mostBytes;
  if (isSmall)
    tree.add(name, kind, () => content(fd, name, { nameBytes, method, packed, length, start, sum }));
  else tree.add(name, kind);
}

/** The numbers of eight bytes that an entry has beside it; none where its extra fields are odd. */
function wideIn(extra: Buffer): Buffer {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2))
    if (extra.readUInt16LE(at) === WIDE) return extra.subarray(at + 4, at + 4 + extra.readUInt16LE(at + 2));
  return extra.subarray(extra.length);
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
  readonly nameBytes: Buffer;
  readonly method: number;
  readonly packed: number;
  readonly length: number;
  readonly start: number;
  readonly sum: number;
}

function content(
  fd: number,
  name: string,
  { nameBytes, method, packed, length, start, sum }: Stored,
): Uint8Array {
  try {
    const local = bytesAt(fd, start, 30);
    if (local.readUInt32LE(0) !== LOCAL) throw new Error("no such entry");
    const names = local.readUInt16LE(26);
    // Two entries of the directory may point at one content: it belongs to the name that is written before it.
    if (!bytesAt(fd, start + 30, names).equals(nameBytes)) throw new Error("another entry");
    const data = bytesAt(fd, start + 30 + names + local.readUInt16LE(28), packed);
    const bytes = method === 0 ? data : inflateRawSync(data, { maxOutputLength: length + 1 });
    if (bytes.length === length && crc32(bytes) === sum) return bytes;
  } catch {
    // Said below: there are many ways to be damaged.
  }
  throw new Unreadable(`${name}: ${length} bytes as its archive says, got something else`);
}
