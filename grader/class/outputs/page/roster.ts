/** How folders and roster were matched, by whom they belong to. */
import type { ClassResults } from "../../results.ts";
import { namedRow } from "../names.ts";
import section from "./roster.hbs";

export function rosterSection({ roster, students }: ClassResults): string {
  if (roster === undefined) return "";
  const { groups = [], remarks = [], ambiguous, format, matched, unmatchedFolders, unmatchedRows } = roster;
  return section({
    format,
    remarks,
    groups: groups.map(({ name, folder, members }) => ({
      name: name === folder ? undefined : name,
      folder,
      members: members.join(", "),
    })),
    ambiguous: ambiguous.map(({ folder, candidates }) => ({ folder, candidates: candidates.join(" or ") })),
    unmatchedFolders,
    unmatchedRows: unmatchedRows.map(namedRow(students)),
    matched,
  });
}
