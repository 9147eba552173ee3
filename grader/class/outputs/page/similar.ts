/** Submissions that share what the stub does not give, side by side. Evidence for a talk, and no verdict. */
import type { ClassResults } from "../../results.ts";
import { idOf, percent, shownName } from "../names.ts";
import section from "./similar.hbs";

export function similarSection({ similar, students }: ClassResults): string {
  // A submission of a group bears the names of all.
  const names = new Map<string, string>();
  for (const student of students) {
    const others = names.get(student.folder);
    names.set(student.folder, `${others === undefined ? "" : `${others}, `}${shownName(student)}`);
  }
  const nameOf = (folder: string): string => names.get(folder) ?? folder;
  return section({
    pairs: similar.map(({ slug, folders, similarity, longest, evidence, fragments }) => {
      const [left, right] = [nameOf(folders[0]), nameOf(folders[1])];
      return {
        id: idOf(slug),
        left,
        right,
        share: percent(similarity, 1),
        what:
          evidence === undefined ? `of fingerprints, ${longest} tokens in a row` : `of lines; ${evidence}`,
        fragments: fragments.map((fragment) => ({
          left: { ...fragment.left, name: left },
          right: { ...fragment.right, name: right },
        })),
      };
    }),
  });
}
