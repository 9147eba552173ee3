/**
 * A zip archive, its files stored as they are: headers and texts one after the other, then the directory.
 *
 * @see APPNOTE.TXT 4.3
 */
import { crc32 } from "node:zlib";

const LOCAL = 0x04034b50;
const ENTRY = 0x02014b50;
const END = 0x06054b50;
/** Names are UTF-8. */
const UTF8 = 1 << 11;
/** 1 January 1980: the same files are the same archive. */
const DATE = (1 << 5) | 1;

/** @param entries paths with `/`, and texts */
export function* zipOf(entries: Iterable<readonly [path: string, text: string]>): Generator<Uint8Array> {
  const directory: Buffer[] = [];
  let at = 0;
  for (const [path, text] of entries) {
    const [name, bytes] = [Buffer.from(path), Buffer.from(text)];
    const about = aboutOf(name, bytes);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(LOCAL, 0);
    about.copy(head, 4);
    yield Buffer.concat([head, name, bytes]);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(ENTRY, 0);
    entry.writeUInt16LE(20, 4);
    about.copy(entry, 6);
    entry.writeUInt32LE(at, 42);
    directory.push(entry, name);
    at += head.length + name.length + bytes.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(END, 0);
  end.writeUInt16LE(directory.length / 2, 8);
  end.writeUInt16LE(directory.length / 2, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(at, 16);
  yield Buffer.concat([listed, end]);
}

/** What both headers say: version, flags, no compression, time, date, checksum, both lengths, the name's length. */
function aboutOf(name: Buffer, bytes: Buffer): Buffer {
  const about = Buffer.alloc(26);
  about.writeUInt16LE(20, 0);
  about.writeUInt16LE(UTF8, 2);
  about.writeUInt16LE(DATE, 8);
  about.writeUInt32LE(crc32(bytes), 10);
  about.writeUInt32LE(bytes.length, 14);
  about.writeUInt32LE(bytes.length, 18);
  about.writeUInt16LE(name.length, 22);
  return about;
}
