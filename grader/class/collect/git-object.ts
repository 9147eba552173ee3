/**
 * Objects of a git repository, read as data. git itself is never run in a submission: a repository's configuration
 * names programs that git starts.
 *
 * @see gitformat-pack(5)
 */
import { inflateSync } from "node:zlib";
import type { Path, Tree } from "./tree.ts";

/** Far more than a commit and its compressed form have. */
const MOST = 1 << 20;
const MOST_PACKS = 64;
const DEEPEST = 50;
const TYPES: Readonly<Record<number, string>> = { 1: "commit", 2: "tree", 3: "blob", 4: "tag" };
const OFFSET_DELTA = 6;
const NAMED_DELTA = 7;

export interface GitObject {
  readonly type: string;
  readonly data: Buffer;
}

/** The object of that name; undefined where it is missing, damaged or far too large. */
export function gitObject(tree: Tree, name: string, depth = 0): GitObject | undefined {
  if (!/^[0-9a-f]{40}$/.test(name) || depth > DEEPEST) return undefined;
  try {
    return loose(tree, name) ?? packed(tree, name, depth);
  } catch {
    return undefined;
  }
}

function loose(tree: Tree, name: string): GitObject | undefined {
  const bytes = tree.bytes([".git", "objects", name.slice(0, 2), name.slice(2)], 0, MOST);
  if (bytes === undefined) return undefined;
  const whole = inflateSync(bytes, { maxOutputLength: MOST });
  const end = whole.indexOf(0);
  const [type = ""] = whole.toString("latin1", 0, end).split(" ");
  return { type, data: whole.subarray(end + 1) };
}

function packed(tree: Tree, name: string, depth: number): GitObject | undefined {
  const folder = [".git", "objects", "pack"];
  const names = [...(tree.list(folder)?.keys() ?? [])].filter((each) => /^pack-[0-9a-f]+\.idx$/.test(each));
  for (const index of names.slice(0, MOST_PACKS)) {
    const offset = offsetIn(tree, [...folder, index], name);
    if (offset === undefined) continue;
    return objectAt(tree, [...folder, index.replace(/idx$/, "pack")], offset, depth);
  }
  return undefined;
}

const read = (tree: Tree, path: Path, start: number, length: number): Buffer => {
  const bytes = tree.bytes(path, start, length);
  if (bytes === undefined || bytes.length < length) throw new Error("too short");
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
};

/** Where the pack has an object, by its index: 256 counts, then sorted names, checksums, offsets. */
function offsetIn(tree: Tree, path: Path, name: string): number | undefined {
  const head = read(tree, path, 0, 8 + 1024);
  if (head.readUInt32BE(0) !== 0xff744f63 || head.readUInt32BE(4) !== 2) return undefined;
  const first = Number.parseInt(name.slice(0, 2), 16);
  const count = (byte: number): number => (byte < 0 ? 0 : head.readUInt32BE(8 + 4 * byte));
  const [from, to, all] = [count(first - 1), count(first), count(255)];
  if (to <= from || (to - from) * 20 > MOST) return undefined;
  const names = read(tree, path, 8 + 1024 + 20 * from, 20 * (to - from));
  const wanted = Buffer.from(name, "hex");
  for (let i = 0; i < to - from; i++) {
    if (names.compare(wanted, 0, 20, 20 * i, 20 * (i + 1)) !== 0) continue;
    const offset = read(tree, path, 8 + 1024 + 24 * all + 4 * (from + i), 4).readUInt32BE(0);
    // Beyond 2 GB it would stand in another table; coursework does not reach that far.
    return offset < 0x80000000 ? offset : undefined;
  }
  return undefined;
}

function objectAt(tree: Tree, path: Path, offset: number, depth: number): GitObject | undefined {
  if (depth > DEEPEST) return undefined;
  const bytes = tree.bytes(path, offset, MOST);
  if (bytes === undefined) return undefined;
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const type = (head[0]! >> 4) & 7;
  let at = 0;
  while (head[at++]! & 0x80);
  let base: GitObject | undefined;
  if (type === OFFSET_DELTA) {
    let back = head[at]! & 0x7f;
    while (head[at++]! & 0x80) back = (back + 1) * 128 + (head[at]! & 0x7f);
    if (back <= 0 || back > offset) return undefined;
    base = objectAt(tree, path, offset - back, depth + 1);
  } else if (type === NAMED_DELTA) {
    base = gitObject(tree, head.toString("hex", at, at + 20), depth + 1);
    at += 20;
  }
  const data = inflateSync(head.subarray(at), { maxOutputLength: MOST });
  if (type !== OFFSET_DELTA && type !== NAMED_DELTA) return { type: TYPES[type] ?? "unknown", data };
  return base === undefined ? undefined : { type: base.type, data: applied(base.data, data) };
}

/** A delta is two sizes, then copies from the base and bytes of its own. */
function applied(base: Buffer, delta: Buffer): Buffer {
  let at = 0;
  const size = (): number => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = delta[at++]!;
      value += (byte & 0x7f) * 2 ** shift;
      if ((byte & 0x80) === 0) return value;
    }
  };
  size();
  const length = size();
  if (length > MOST) throw new Error("too long");
  const pieces: Buffer[] = [];
  while (at < delta.length) {
    const code = delta[at++]!;
    if ((code & 0x80) === 0) {
      pieces.push(delta.subarray(at, at + code));
      at += code;
      continue;
    }
    const number = (bits: number, from: number): number => {
      let value = 0;
      for (let i = 0; i < bits; i++) if (code & (1 << (from + i))) value += delta[at++]! * 2 ** (8 * i);
      return value;
    };
    const start = number(4, 0);
    const count = number(3, 4) || 0x10000;
    pieces.push(base.subarray(start, start + count));
  }
  const whole = Buffer.concat(pieces);
  if (whole.length !== length) throw new Error("damaged");
  return whole;
}
