/** Which folder is whose. Whatever is not certain is left open and said. */
import type { RosterMatch } from "../results.ts";
import { normal, normalName, type Roster, type RosterRow } from "./roster.ts";

export interface Matched {
  readonly report: RosterMatch;
  /** The row of a folder, where one was found. */
  readonly rows: ReadonlyMap<string, RosterRow>;
  /** Rows without a folder of their own, with the folders that may be meant. */
  readonly open: readonly { readonly row: RosterRow; readonly folders: readonly string[] }[];
}

/**
 * A clone is named `<prefix>-<login>`; a login may hold hyphens itself. So what is cut off is the known prefix, or
 * whatever all folders begin with, up to any of its hyphens; the longest rest that names somebody counts.
 *
 * @param prefix what all clones begin with, where it is known
 */
export function matchRoster(roster: Roster, folders: readonly string[], prefix?: string): Matched {
  const owners = new Map<string, RosterRow[]>();
  for (const row of roster.rows)
    for (const key of row.keys.keys()) owners.set(key, [...(owners.get(key) ?? []), row]);
  const cuts = cutsOf(folders.map(normal), prefix === undefined ? undefined : normal(prefix));
  const ambiguous: { folder: string; candidates: readonly string[] }[] = [];
  const found = new Map<string, { readonly row: RosterRow; readonly by: string }>();
  for (const folder of folders) {
    for (const form of formsOf(folder, cuts)) {
      const rows = owners.get(form) ?? [];
      if (rows.length === 0) continue;
      const [row] = rows;
      if (rows.length > 1) ambiguous.push({ folder, candidates: rows.map(({ identifier }) => identifier) });
      else if (row !== undefined) found.set(folder, { row, by: row.keys.get(form) ?? "name" });
      break;
    }
  }
  // Two folders of one student: nobody can tell which of them counts.
  const claims = new Map<RosterRow, string[]>();
  for (const [folder, { row }] of found) claims.set(row, [...(claims.get(row) ?? []), folder]);
  for (const [row, both] of claims)
    if (both.length > 1)
      for (const folder of both) {
        found.delete(folder);
        ambiguous.push({ folder, candidates: [row.identifier] });
      }
  const unclear = new Set(ambiguous.map(({ folder }) => folder));
  const taken = new Set([...found.values()].map(({ row }) => row));
  const open = roster.rows
    .filter((row) => !taken.has(row))
    .map((row) => ({
      row,
      folders: ambiguous
        .filter(({ candidates }) => candidates.includes(row.identifier))
        .map(({ folder }) => folder),
    }));
  return {
    open,
    rows: new Map([...found].map(([folder, { row }]) => [folder, row])),
    report: {
      format: roster.format,
      matched: [...found].map(([folder, { row, by }]) => ({ folder, identifier: row.identifier, by })),
      ambiguous: ambiguous.sort((a, b) => (a.folder < b.folder ? -1 : 1)),
      unmatchedFolders: folders.filter((folder) => !found.has(folder) && !unclear.has(folder)),
      unmatchedRows: open.map(({ row }) => row.identifier),
    },
  };
}

/** What may stand before a login, the shortest first; nothing is one of them. */
function cutsOf(folders: readonly string[], known: string | undefined): readonly string[] {
  if (known !== undefined && folders.some((folder) => folder.startsWith(known))) return ["", known];
  const [first = "", ...rest] = folders;
  let shared = first;
  for (const folder of rest) while (!folder.startsWith(shared)) shared = shared.slice(0, -1);
  const ends = [...shared.matchAll(/-/g)].map(({ index }) => shared.slice(0, index + 1));
  return ["", ...ends.filter((end) => end.length < first.length)];
}

/** What a folder may be called after, the most certain first. */
function formsOf(folder: string, cuts: readonly string[]): readonly string[] {
  const whole = normal(folder);
  // Moodle's download: Ada Lovelace_12345_assignsubmission_file
  const moodle = /^(.+?)_\d+_assignsubmission_\w+$/.exec(whole)?.[1];
  const plain = cuts.filter((cut) => whole.startsWith(cut)).map((cut) => whole.slice(cut.length));
  return [
    ...plain,
    ...(moodle === undefined ? [] : [moodle]),
    normalName(moodle ?? whole.replaceAll("_", " ")),
  ];
}
