/**
 * Who of an earlier execution is who now. An identifier of the roster outlives folders and groups that are renamed;
 * without one, a folder is its student's, unless it is now somebody else's or several people's. So it is where all
 * identifiers are of another kind now, numbers once and addresses now: that is another gradebook, not another class.
 */
import { normal } from "../../roster/texts.ts";
import type { SnapshotStudent } from "./snapshot.ts";

/** The index of the same student now; undefined for somebody who is no longer there. */
export type WhoNow = (before: Named) => number | undefined;

type Named = Pick<SnapshotStudent, "folder" | "identifier">;

/** @param then all of the earlier execution */
export function whoNow(students: readonly Named[], then: readonly Named[] = []): WhoNow {
  const isOtherBook = haveOtherKinds(students, then);
  const shared = new Set<string>();
  const seen = new Set<string>();
  for (const { folder } of then)
    if (seen.has(folder)) shared.add(folder);
    else seen.add(folder);

  const byIdentifier = new Map<string, number>();
  const byFolder = new Map<string, number | undefined>();
  for (const [i, { folder, identifier }] of students.entries()) {
    if (identifier !== undefined) byIdentifier.set(normal(identifier), i);
    byFolder.set(folder, byFolder.has(folder) ? undefined : i);
  }
  return ({ folder, identifier }) => {
    if (isOtherBook) return shared.has(folder) ? undefined : byFolder.get(folder);
    const named = identifier === undefined ? undefined : byIdentifier.get(normal(identifier));
    if (named !== undefined) return named;
    const there = byFolder.get(folder);
    const isAnother =
      there !== undefined && identifier !== undefined && students[there]!.identifier !== undefined;
    return isAnother ? undefined : there;
  };
}

/** Whether no identifier of then is of a kind that there is now. */
function haveOtherKinds(now: readonly Named[], then: readonly Named[]): boolean {
  const [kinds, before] = [now, then].map(
    (all) => new Set(all.flatMap(({ identifier }) => kindOf(identifier))),
  );
  if (kinds === undefined || before === undefined || kinds.size === 0 || before.size === 0) return false;
  return [...before].every((kind) => !kinds.has(kind));
}

function kindOf(identifier: string | undefined): string[] {
  if (identifier === undefined) return [];
  return [identifier.includes("@") ? "address" : /^\d+$/.test(identifier.trim()) ? "number" : "name"];
}
