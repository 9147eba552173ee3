/** A class by its roster, as `report` lists it before anything is graded. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type ClassList, type Listed, rosterList } from "../../../grader/class/roster/class-list.ts";
import { temporary } from "../report.ts";

export const exercises = [
  { slug: "ex09-mse", title: "Mean squared error", maxScore: 20, derivation: "d" },
  { slug: "ex10-mse-gradients", title: "Gradients", maxScore: 20, derivation: "d" },
];

export interface Given extends Partial<Listed> {
  readonly columns?: string;
}

/** Where rosters are written to, and how they are listed. */
export function lists(): {
  readonly of: (text: string | Uint8Array, given?: Given) => ClassList;
  remove(): void;
} {
  const place = temporary("rosters");
  return {
    of: (text, { columns, ...given } = {}) => {
      const file = join(place.path, "roster.csv");
      writeFileSync(file, text);
      return rosterList(file, columns, {
        folders: ["s001", "s002"],
        exercises,
        title: { text: "Week 2", isTyped: true },
        ...given,
      });
    },
    remove: () => place.remove(),
  };
}

/** Folder and identifier of everybody, and the group where there is one. */
export const whoIs = (
  list: ClassList,
  folders: readonly string[],
): readonly (readonly (string | undefined)[])[] =>
  folders.flatMap((folder) =>
    list
      .namesOf(folder)
      .map(({ identifier, group }) => [folder, identifier, ...(group === undefined ? [] : [group])]),
  );
