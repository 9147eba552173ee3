/** Where a zip says what it holds: a directory near its end, found from there. Zip64 is for 4 GB or 65,535 entries on. */
import { fstatSync, readSync } from "node:fs";
import { Unreadable } from "../../box/read.ts";
import { Unusable } from "../usage.ts";

const END = 0x06054b50;
const LOCATOR = 0x07064b50;
const WIDE_END = 0x06064b50;
const MOST_ENTRIES = 500_000;
const MOST_DIRECTORY = 256_000_000;

/** @throws Unusable unless it is a zip within the limits */
export function directoryOf(fd: number, path: string): { readonly bytes: Buffer; readonly count: number } {
  const size = fstatSync(fd).size;
  // The end, its comment, and what stands before it in Zip64.
  const tail = bytesAt(fd, Math.max(0, size - 65_577), Math.min(size, 65_577));
  let end = tail.length - 22;
  while (
    end >= 0 &&
    !(tail.readUInt32LE(end) === END && tail.readUInt16LE(end + 20) === tail.length - end - 22)
  )
    end--;
  if (end < 0) throw new Unusable(`${path}: a whole zip archive expected, its end is missing`);
  const { count, length, start } = wideEnd(fd, tail.subarray(0, end), size) ?? {
    count: tail.readUInt16LE(end + 10),
    length: tail.readUInt32LE(end + 12),
    start: tail.readUInt32LE(end + 16),
  };
  if (start + length > size)
    throw new Unusable(`${path}: a whole zip archive expected, its directory does not fit`);
  if (length > MOST_DIRECTORY || count > MOST_ENTRIES)
    throw new Unusable(`${path}: at most ${MOST_ENTRIES} entries, got more; unpack it into a folder`);
  return { bytes: bytesAt(fd, start, length), count };
}

/** The end as Zip64 has it, which a locator in front of the other end points at. */
function wideEnd(
  fd: number,
  before: Buffer,
  size: number,
): { readonly count: number; readonly length: number; readonly start: number } | undefined {
  const locator = before.subarray(-20);
  if (locator.length < 20 || locator.readUInt32LE(0) !== LOCATOR) return undefined;
  const place = Number(locator.readBigUInt64LE(8));
  const end = place + 56 <= size ? bytesAt(fd, place, 56) : undefined;
  if (end?.readUInt32LE(0) !== WIDE_END) return undefined;
  const number = (at: number): number => Number(end.readBigUInt64LE(at));
  return { count: number(32), length: number(40), start: number(48) };
}

export function bytesAt(fd: number, start: number, length: number): Buffer {
  const buffer = Buffer.alloc(length);
  let read = 0;
  for (let n = -1; n !== 0 && read < length; read += n)
    n = readSync(fd, buffer, read, length - read, start + read);
  if (read < length) throw new Unreadable("the archive ends too early");
  return buffer;
}
