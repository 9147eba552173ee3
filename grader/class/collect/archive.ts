/** Opens an archive of submissions. */
import { closeSync, openSync, readSync } from "node:fs";
import { Unusable } from "../usage.ts";
import type { ArchiveTree } from "./archive-tree.ts";
import { squashed } from "./near-name.ts";
import { stemOf } from "./stem.ts";
import { readTar } from "./tar.ts";
import { readZip } from "./zip.ts";

/**
 * @param slugs the exercises whose files are wanted
 * @throws Unusable unless it is a zip or a tar within the limits
 */
export async function openArchive(path: string, slugs: readonly string[]): Promise<ArchiveTree> {
  const fd = openSync(path, "r");
  const head = Buffer.alloc(512);
  readSync(fd, head, 0, head.length, 0);
  // A zip is read from as it is needed, until the program ends.
  if (head.readUInt16LE(0) === 0x4b50) return readZip(fd, path);
  closeSync(fd);
  const isGzipped = head.readUInt16BE(0) === 0x1f8b;
  if (isGzipped || head.toString("latin1", 257, 262) === "ustar")
    return readTar(path, isGzipped, wanted(slugs));
  throw new Unusable(`${path}: a folder, or a zip or tar.gz archive of one, expected`);
}

/** Files that are looked into: those of the exercises, and those that may hold a remark or a time. */
function wanted(slugs: readonly string[]): (name: string) => boolean {
  const letters = slugs.map((slug) => squashed(stemOf(slug)));
  return (name) => {
    const own = squashed(name.slice(name.lastIndexOf("/") + 1));
    return letters.some((each) => own.includes(each)) || isBeside(name);
  };
}

const isBeside = (name: string): boolean =>
  /(^|\/)package\.json$/.test(name) ||
  /(^|\/)\.git\/(config|HEAD|packed-refs|refs\/.+|objects\/[0-9a-f]{2}\/[0-9a-f]{38})$/.test(name);
