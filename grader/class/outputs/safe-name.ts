/**
 * Names of files for students: from a folder's name, which is the student's choice, to one that every file system
 * takes and that no two students share.
 */
import { createHash } from "node:crypto";

const LONGEST = 60;
/** Names that Windows keeps for devices, with any ending. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)($|\.)/;

const simplified = (folder: string): string =>
  folder
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9_.-]+/g, "-")
    .replace(/^[-.]+|[-.]+$/g, "")
    .slice(0, LONGEST)
    .replace(/[-.]+$/, "");

/** A name without its ending for each folder; a folder that is one already keeps it. */
export function safeNames(folders: readonly string[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  const keeps = (folder: string): boolean =>
    simplified(folder) === folder && !reserved.test(folder) && folder !== "";
  for (const folder of folders)
    if (keeps(folder)) {
      names.set(folder, folder);
      taken.add(folder);
    }
  for (const folder of folders) {
    if (names.has(folder)) continue;
    const digest = createHash("sha256").update(folder).digest("hex");
    let length = 8;
    let name = nameWith(folder, digest, length);
    // A folder may be called like another one's digest.
    while (taken.has(name)) name = nameWith(folder, digest, ++length);
    names.set(folder, name);
    taken.add(name);
  }
  return names;
}

const nameWith = (folder: string, digest: string, length: number): string =>
  `${simplified(folder) || "student"}-${digest.slice(0, length)}`.replace(reserved, "student-$1$2");
