/**
 * Who of an earlier execution is who now. An identifier of the roster outlives folders and groups that are renamed;
 * without one, a folder is its student's, unless it is now somebody else's or several people's.
 */
import type { StudentName } from "../../results.ts";
import { normal } from "../../roster/texts.ts";
import type { SnapshotStudent } from "./snapshot.ts";

/** The index of the same student now; undefined for somebody who is no longer there. */
export type WhoNow = (before: Pick<SnapshotStudent, "folder" | "identifier">) => number | undefined;

export function whoNow(students: readonly Pick<StudentName, "folder" | "identifier">[]): WhoNow {
  const byIdentifier = new Map<string, number>();
  const byFolder = new Map<string, number | undefined>();
  for (const [i, { folder, identifier }] of students.entries()) {
    if (identifier !== undefined) byIdentifier.set(normal(identifier), i);
    byFolder.set(folder, byFolder.has(folder) ? undefined : i);
  }
  return ({ folder, identifier }) => {
    const named = identifier === undefined ? undefined : byIdentifier.get(normal(identifier));
    if (named !== undefined) return named;
    const there = byFolder.get(folder);
    const isAnother =
      there !== undefined && identifier !== undefined && students[there]!.identifier !== undefined;
    return isAnother ? undefined : there;
  };
}
