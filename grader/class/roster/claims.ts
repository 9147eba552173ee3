/** What the name of each folder says of whose it is. */
import {
  besideFiles,
  canvasNumber,
  cutsOf,
  formsOf,
  isGrouped,
  moodleFolder,
  nameAndLogin,
} from "./folder-names.ts";
import type { Roster } from "./roster.ts";
import type { KeyKind, RosterRow } from "./row.ts";
import { normal, withoutZeros } from "./texts.ts";

/** Whose a folder is: one row's, or that of several, which are a group then. */
export interface Owners {
  readonly rows: readonly RosterRow[];
  readonly by: string;
  readonly group?: string;
}

export type Claim = Owners | { readonly candidates: readonly RosterRow[] };

/** What rows may share: then they share what is submitted under it. */
const SHARED: ReadonlySet<KeyKind> = new Set(["folder", "repository", "GitHub login", "group"]);

type Index = ReadonlyMap<string, readonly RosterRow[]>;

/** Rows by all texts that `textsOf` gives. */
function indexed(rows: readonly RosterRow[], textsOf: (row: RosterRow) => Iterable<string>): Index {
  const index = new Map<string, RosterRow[]>();
  for (const row of rows)
    for (const text of new Set(textsOf(row))) index.set(text, [...(index.get(text) ?? []), row]);
  return index;
}

/** What each folder's name says, the most certain reading of it first. */
export function claimsOf(
  { rows }: Roster,
  folders: readonly string[],
  prefix: string | undefined,
  handedInBy: ReadonlyMap<string, readonly string[]>,
): ReadonlyMap<string, Claim> {
  const byKey = indexed(rows, ({ keys }) => keys.keys());
  const byNumber = indexed(rows, ({ participant }) => (participant === undefined ? [] : [participant]));
  const byDigits = indexed(rows, ({ identifier, github }) =>
    [identifier, github ?? ""].flatMap((text) => withoutZeros(text) ?? []),
  );
  const cuts = cutsOf(folders.map(normal), prefix === undefined ? undefined : normal(prefix));
  const grouped = isGrouped(folders);
  const beside = besideFiles(folders);
  const claims = new Map<string, Claim>();
  for (const folder of folders) {
    if (beside.has(folder)) continue;
    const forms = formsOf(folder, cuts, grouped);
    const claim =
      bySubmitters(handedInBy.get(folder) ?? [], byKey) ??
      byOwnNumber(folder, byKey, byNumber) ??
      byForm(folder, forms, byKey) ??
      byNameAndLogin(folder, byKey) ??
      byRest(forms, byDigits);
    if (claim !== undefined) claims.set(folder, claim);
  }
  return settled(claims);
}

/** Those of the roster who handed in together. */
function bySubmitters(submitters: readonly string[], byKey: Index): Claim | undefined {
  const rows = submitters.flatMap((each) => {
    const [row, another] = byKey.get(normal(each)) ?? [];
    return row === undefined || another !== undefined ? [] : [row];
  });
  return rows.length === 0 ? undefined : { rows: [...new Set(rows)], by: "submitters in the download" };
}

/** Numbers that Canvas and Moodle write into the name of a folder. */
function byOwnNumber(folder: string, byKey: Index, byNumber: Index): Claim | undefined {
  const account = canvasNumber(folder) ?? "";
  const own = (byKey.get(account) ?? []).filter(({ keys }) => keys.get(account) === "Canvas id");
  if (own.length > 0) return claimOf(own, "Canvas id", false);
  const numbered = byNumber.get(moodleFolder(folder)?.number ?? "") ?? [];
  return numbered.length > 0 ? claimOf(numbered, "number of the participant", false) : undefined;
}

function byForm(folder: string, forms: readonly string[], byKey: Index): Claim | undefined {
  const number = moodleFolder(folder)?.number;
  for (const form of forms) {
    // A row that has another number is somebody else of that name.
    const rows = (byKey.get(form) ?? []).filter(
      ({ participant }) => number === undefined || participant === undefined || participant === number,
    );
    const [row] = rows;
    if (row === undefined) continue;
    const isShared = rows.every(({ keys }) => SHARED.has(keys.get(form)!));
    return claimOf(rows, row.keys.get(form)!, isShared);
  }
  return undefined;
}

/** Both together name one student, whatever number stands behind them. */
function byNameAndLogin(folder: string, byKey: Index): Claim | undefined {
  for (const form of nameAndLogin(folder)) {
    const rows = (byKey.get(form) ?? []).filter(({ keys }) => keys.get(form) === "name and login");
    if (rows.length > 0) return claimOf(rows, "name and login", false);
  }
  return undefined;
}

/** A spreadsheet takes the zeros in front of a number away. */
function byRest(forms: readonly string[], byDigits: Index): Claim | undefined {
  for (const form of forms) {
    const rows = byDigits.get(withoutZeros(form) ?? "") ?? [];
    if (rows.length > 0) return claimOf(rows, "identifier without the zeros in front", false);
  }
  return undefined;
}

function claimOf(rows: readonly RosterRow[], by: string, isShared: boolean): Claim {
  if (rows.length > 1 && !isShared && !isOneGroup(rows)) return { candidates: rows };
  return { rows, by };
}

export const isOneGroup = (rows: readonly RosterRow[]): boolean =>
  rows[0]?.group !== undefined && rows.every(({ group }) => normal(group ?? "") === normal(rows[0]!.group!));

/**
 * Moodle's number is a student's own: of two of one name, whoever has a folder of Moodle already does not have the
 * other's.
 */
function settled(claims: Map<string, Claim>): Map<string, Claim> {
  const numbered = new Set(
    [...claims].flatMap(([folder, claim]) =>
      "rows" in claim && moodleFolder(folder) !== undefined ? claim.rows : [],
    ),
  );
  for (const [folder, claim] of claims) {
    if ("rows" in claim || moodleFolder(folder) === undefined) continue;
    const left = claim.candidates.filter((row) => !numbered.has(row));
    if (left.length === 1) claims.set(folder, { rows: left, by: "name, since the others have a folder" });
  }
  return claims;
}
