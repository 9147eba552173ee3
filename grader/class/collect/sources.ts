/** The file of one exercise, read once more: for what compares a class's files with each other. */
import { attemptTrees } from "./attempts.ts";
import { findStub } from "./find-stub.ts";
import type { Submitted } from "./submissions.ts";

/**
 * The source in the last attempt that still is what was graded; undefined where none is.
 *
 * @param sha256 the digest of what was graded
 */
export function sourceOf(
  { tree }: Submitted,
  slugs: readonly string[],
  slug: string,
  sha256: string,
): string | undefined {
  if (tree === undefined) return undefined;
  try {
    const found = attemptTrees(tree, slugs).flatMap((attempt) => {
      const { path } = findStub(attempt.tree, slug);
      return path === undefined ? [] : [attempt.tree.read(path)];
    });
    return found.findLast((file) => file.sha256 === sha256)?.source;
  } catch {
    // It vanished since. Nothing can be said of it.
    return undefined;
  }
}
