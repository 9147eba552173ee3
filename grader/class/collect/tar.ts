/**
 * Tar archives, plain or gzipped, read once from beginning to end; of each file only what may be looked into is kept.
 *
 * tar-stream reads the headers. What a name or a kind comes to, and how much is read and kept, is decided here.
 */
import { createReadStream, statSync } from "node:fs";
import type { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { createGunzip } from "node:zlib";
import { extract, type Header } from "tar-stream";
import { Unusable } from "../usage.ts";
import { ArchiveTree, mostBytes } from "./archive-tree.ts";
import type { Kind } from "./tree.ts";

const MOST_ENTRIES = 2_000_000;
const MOST_KEPT = 512_000_000;
/** Nothing that people hand in shrinks to less than this: text to a tenth, tables to a hundredth. */
const MOST_RATIO = 200;
const RATIO_FROM = 100_000_000;

const KINDS: Readonly<Record<string, Kind>> = {
  file: "file",
  "contiguous-file": "file",
  link: "hard link",
  symlink: "symbolic link",
  directory: "folder",
  fifo: "pipe",
};

/** Names are bytes until they are known to be text. The library's own types leave out both options. */
const OPTIONS = { filenameEncoding: "latin1", allowUnknownFormat: true } as Parameters<typeof extract>[0];

/** What the library says, in our words. */
const PROBLEMS: readonly (readonly [RegExp, string])[] = [
  [/^Unexpected end of data/, "a whole archive expected, it ends in the middle of a file"],
  [/^Invalid (?:tar )?header/, "a tar archive expected, it is damaged"],
  [/^Header exceeds max size/, "names of at most 4 MB, got a longer one"],
];

/**
 * @param keeps whether the content of a file is wanted
 * @throws Unusable unless it is a tar within the limits
 */
export async function readTar(
  path: string,
  isGzipped: boolean,
  keeps: (name: string) => boolean,
): Promise<ArchiveTree> {
  const tree = new ArchiveTree();
  const file = createReadStream(path);
  const stream = isGzipped ? unpacked(file, path) : file;
  const entries = extract(OPTIONS);
  for (const each of [file, stream]) each.on("error", (error: Error) => entries.destroy(error));
  stream.pipe(entries);
  let count = 0;
  let kept = 0;
  try {
    for await (const entry of entries) {
      if (++count > MOST_ENTRIES) throw new Unusable(`${path}: at most ${MOST_ENTRIES} entries, got more`);
      const { type, size } = entry.header;
      const kind = KINDS[type] ?? "device or socket";
      const name = nameOf(entry.header, tree);
      if (name === undefined) entry.resume();
      else if (kind !== "file" || size > mostBytes || !keeps(name)) {
        tree.add(name, kind);
        entry.resume();
      } else {
        kept += size;
        if (kept > MOST_KEPT) throw new Unusable(`${path}: at most 512 MB of coursework, got more`);
        const content = await buffer(entry);
        tree.add(name, kind, () => content);
      }
    }
  } catch (error) {
    if (error instanceof Unusable) throw error;
    const { message } = error as Error;
    const problem = PROBLEMS.find(([says]) => says.test(message))?.[1];
    throw new Unusable(`${path}: ${problem ?? `a whole archive expected, it is damaged (${message})`}`);
  } finally {
    file.destroy();
    stream.destroy();
  }
  return tree;
}

/** What a gzipped file holds; it ends with an error where that is far too much. */
function unpacked(file: Readable, path: string): Readable {
  const stream = file.pipe(createGunzip());
  const most = RATIO_FROM + MOST_RATIO * statSync(path).size;
  let length = 0;
  stream.on("data", (piece: Buffer) => {
    length += piece.length;
    if (length > most)
      stream.destroy(
        new Unusable(
          `${path}: an archive of coursework expected, this one grows to more than 200 times its size`,
        ),
      );
  });
  return stream;
}

/** A name of POSIX's extended header is text by its standard, and is decoded already. */
function nameOf({ name, pax }: Header, tree: ArchiveTree): string | undefined {
  const isDecoded = Boolean((pax as { readonly path?: string } | null)?.path);
  return tree.nameFrom(Buffer.from(name, isDecoded ? "utf8" : "latin1"));
}
