/** Compares the answers of a class with each other, exercise by exercise. */
import { readFileSync } from "node:fs";
import { dirname } from "node:path";
import { stubPath } from "../cli/exercises.ts";
import { distFolder } from "../cli/home.ts";
import { sourcesOf } from "./collect/sources.ts";
import type { Submissions } from "./collect/submissions.ts";
import type { SimilarPair, StudentResult } from "./results.ts";
import { similarPairs } from "./similar/index.ts";

/**
 * Pairs that share what the stub does not give. Only answers that earned something are compared: they have been
 * through a compiler, and a copy of nothing is no use to anybody.
 */
export function similarIn(
  submissions: Submissions,
  slugs: readonly string[],
  students: readonly StudentResult[],
): readonly SimilarPair[] {
  return slugs.flatMap((slug) => {
    const graded = new Map<string, string>();
    for (const { folder, exercises } of students) {
      const verdict = exercises.find((each) => each.slug === slug)?.verdict;
      if (verdict !== undefined && verdict.score > 0) graded.set(folder, verdict.sha256);
    }
    const sources = sourcesOf(submissions, slugs, slug, graded);
    if (sources.length < 2) return [];
    const stub = readFileSync(stubPath(dirname(distFolder()), slug), "utf8");
    return similarPairs(slug, stub, sources);
  });
}
