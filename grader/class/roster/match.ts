/** Which folder is whose. Whatever is not certain is left open and said. */
import type { RosterMatch } from "../results.ts";
import { type Claim, claimsOf, isOneGroup, type Owners } from "./claims.ts";
import type { Roster } from "./roster.ts";
import type { RosterRow } from "./row.ts";
import { normal } from "./texts.ts";

export interface Matched {
  readonly report: RosterMatch;
  readonly owners: ReadonlyMap<string, Owners>;
  /** Rows without a folder that is surely theirs, with the folders that may be. */
  readonly open: readonly { readonly row: RosterRow; readonly folders: readonly string[] }[];
}

/**
 * A clone is named `<prefix>-<login>`; a login may hold hyphens itself. So what is cut off is the known prefix, or
 * whatever all folders begin with, up to any of its hyphens; the longest rest that names somebody counts.
 *
 * @param prefix what all clones begin with, where it is known
 * @param handedInBy who handed in together, by folder, where the download says so
 */
export function matchRoster(
  roster: Roster,
  folders: readonly string[],
  prefix?: string,
  handedInBy: ReadonlyMap<string, readonly string[]> = new Map(),
): Matched {
  const claims = claimsOf(roster, folders, prefix, handedInBy);
  const owners = withGroups(roster, onlyClaims(claims));
  const ambiguous = folders.flatMap((folder) => {
    const claim = claims.get(folder);
    return claim === undefined || owners.has(folder)
      ? []
      : [{ folder, rows: "rows" in claim ? claim.rows : claim.candidates }];
  });
  const taken = new Set([...owners.values()].flatMap(({ rows }) => rows));
  const open = roster.rows
    .filter((row) => !taken.has(row))
    .map((row) => ({ row, folders: foldersFor(row, ambiguous, owners) }));
  const groups = [...owners].flatMap(([folder, { group, rows }]) =>
    group === undefined ? [] : [{ name: group, folder, members: rows.map(({ identifier }) => identifier) }],
  );
  return {
    open,
    owners,
    report: {
      format: roster.format,
      matched: [...owners].flatMap(([folder, { rows, by }]) =>
        rows.map(({ identifier }) => ({ folder, identifier, by })),
      ),
      ambiguous: ambiguous
        .map(({ folder, rows }) => ({ folder, candidates: rows.map(({ identifier }) => identifier) }))
        .sort((a, b) => (a.folder < b.folder ? -1 : 1)),
      unmatchedFolders: folders.filter((folder) => !claims.has(folder)),
      unmatchedRows: open.map(({ row }) => row.identifier),
      ...(groups.length === 0 ? {} : { groups }),
    },
  };
}

/** Claims that no other folder makes on the same row: of two folders nobody can tell which counts. */
function onlyClaims(claims: ReadonlyMap<string, Claim>): Map<string, Owners> {
  const folders = new Map<RosterRow, string[]>();
  for (const [folder, claim] of claims)
    if ("rows" in claim)
      for (const row of claim.rows) folders.set(row, [...(folders.get(row) ?? []), folder]);
  return new Map(
    [...claims].filter(
      (entry): entry is [string, Owners] =>
        "rows" in entry[1] && entry[1].rows.every((row) => folders.get(row)!.length === 1),
    ),
  );
}

/** What one of a group hands in is everybody's, unless others of the group have handed in something else. */
function withGroups({ rows }: Roster, owners: Map<string, Owners>): Map<string, Owners> {
  const members = new Map<string, RosterRow[]>();
  for (const row of rows)
    if (row.group !== undefined)
      members.set(normal(row.group), [...(members.get(normal(row.group)) ?? []), row]);
  const taken = new Map(
    [...owners].flatMap(([folder, { rows: own }]) => own.map((row) => [row, folder] as const)),
  );
  const all = new Map(owners);
  const groupOf = (row: RosterRow): string | undefined =>
    row.group === undefined ? undefined : normal(row.group);
  for (const [folder, { rows: own, by }] of owners) {
    const name = groupOf(own[0]!);
    const theirs = isOneGroup(own) ? (members.get(name!) ?? own) : own;
    const others = theirs.some((row) => (taken.get(row) ?? folder) !== folder);
    const shared = others ? own : theirs;
    if (shared.length > 1) all.set(folder, { rows: shared, by, group: shared[0]!.group ?? folder });
  }
  return all;
}

/** The folders that may be a row's: those whose names fit it, or those of its group. */
function foldersFor(
  row: RosterRow,
  ambiguous: readonly { readonly folder: string; readonly rows: readonly RosterRow[] }[],
  owners: ReadonlyMap<string, Owners>,
): readonly string[] {
  const named = ambiguous.filter(({ rows }) => rows.includes(row)).map(({ folder }) => folder);
  if (named.length > 0 || row.group === undefined) return named;
  return [...owners].filter(([, { rows }]) => isOneGroup([row, ...rows])).map(([folder]) => folder);
}
