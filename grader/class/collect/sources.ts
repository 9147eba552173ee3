/** The files of one exercise, read once more: for what compares them with each other. */
import { attemptTrees } from "./collect.ts";
import { findStub } from "./find-stub.ts";
import type { Submissions } from "./submissions.ts";

/**
 * The last attempt of each student, where it is still what was graded.
 *
 * @param graded the digest of what was graded, by folder
 */
export function sourcesOf(
  { all }: Submissions,
  slugs: readonly string[],
  slug: string,
  graded: ReadonlyMap<string, string>,
): readonly { readonly folder: string; readonly source: string }[] {
  return all.flatMap(({ folder, tree }) => {
    if (tree === undefined || !graded.has(folder)) return [];
    try {
      const found = attemptTrees(tree, slugs).flatMap(([, attempt]) => {
        const { path } = findStub(attempt, slug);
        return path === undefined ? [] : [attempt.read(path)];
      });
      const last = found.findLast(({ sha256 }) => sha256 === graded.get(folder));
      return last === undefined ? [] : [{ folder, source: last.source }];
    } catch {
      // It vanished since. Nothing can be said of it.
      return [];
    }
  });
}
