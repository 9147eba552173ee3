/** Compares the answers of a class with each other, exercise by exercise. */
import { readFileSync } from "node:fs";
import { dirname } from "node:path";
import { isDerivation, stubPath } from "../course/exercises.ts";
import { distFolder } from "../course/home.ts";
import { sourceOf } from "./collect/sources.ts";
import type { Submissions } from "./collect/submissions.ts";
import type { SimilarPair, StudentResult } from "./results.ts";
import { type Fingerprints, fingerprintsOf } from "./similar/fingerprints.ts";
import { type Submission, similarPairs } from "./similar/index.ts";
import { PairCounts } from "./similar/pair-counts.ts";

/**
 * Pairs that share what the stub does not give. Only answers that earned something are compared: they have been
 * through a compiler, and a copy of nothing is no use to anybody.
 *
 * @param taken fingerprints that are known already
 */
export function similarIn(
  { all }: Submissions,
  slugs: readonly string[],
  students: readonly StudentResult[],
  taken: Fingerprints,
): readonly SimilarPair[] {
  const counts = new PairCounts(students.length);
  const submitted = new Map(all.map((each) => [each.folder, each]));
  // Right derivations are alike by their nature.
  return slugs.flatMap((slug) => {
    if (isDerivation(slug)) return [];
    const seen = new Set<string>();
    const graded = students.flatMap(({ folder, exercises }): Submission[] => {
      // A group has handed in once.
      if (seen.has(folder)) return [];
      seen.add(folder);
      const verdict = exercises.find((each) => each.slug === slug)?.verdict;
      const tree = submitted.get(folder);
      if (verdict === undefined || verdict.score <= 0 || tree === undefined) return [];
      const source = (): string | undefined => sourceOf(tree, slugs, slug, verdict.sha256);
      const fingerprints = taken.get(verdict.sha256) ?? fingerprintsOf(source() ?? "");
      return [{ folder, fingerprints, source }];
    });
    if (graded.length < 2) return [];
    return similarPairs(slug, readFileSync(stubPath(dirname(distFolder()), slug), "utf8"), graded, counts);
  });
}
