/** Compares the answers of a class with each other, exercise by exercise. */
import { readFileSync } from "node:fs";
import { dirname } from "node:path";
import { isDerivation, stubPath } from "../course/exercises.ts";
import { distFolder } from "../course/home.ts";
import type { Verdict } from "../verdict/verdict.ts";
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
 * @param taken fingerprints that are known already; those that are not are added
 */
export async function similarIn(
  { all }: Submissions,
  slugs: readonly string[],
  students: readonly StudentResult[],
  taken: Fingerprints,
): Promise<readonly SimilarPair[]> {
  const submitted = new Map(all.map((each) => [each.folder, each]));
  // A group has handed in once. Whoever has no folder takes no memory: a roster may be that of a whole university.
  const handedIn = [...new Map(students.map((each) => [each.folder, each])).values()].filter(({ folder }) =>
    submitted.has(folder),
  );
  const counts = new PairCounts(handedIn.length);
  const found: SimilarPair[] = [];
  for (const slug of slugs) {
    const graded = handedIn.flatMap(({ folder, exercises }): Graded[] => {
      const verdict = exercises.find((each) => each.slug === slug)?.verdict;
      const tree = submitted.get(folder);
      if (verdict === undefined || verdict.score <= 0 || tree === undefined) return [];
      return [{ folder, verdict, source: () => sourceOf(tree, slugs, slug, verdict.sha256) }];
    });
    if (graded.length < 2) continue;
    const stub = readFileSync(stubPath(dirname(distFolder()), slug), "utf8");
    found.push(
      ...(isDerivation(slug)
        ? await ofDerivation(slug, stub, graded, counts)
        : ofCode(slug, stub, graded, counts, taken)),
    );
  }
  return found;
}

interface Graded {
  readonly folder: string;
  readonly verdict: Verdict;
  readonly source: () => string | undefined;
}

function ofCode(
  slug: string,
  stub: string,
  graded: readonly Graded[],
  counts: PairCounts,
  taken: Fingerprints,
): readonly SimilarPair[] {
  // First all are taken, then all are got: while they become more, those that were got keep their old memory.
  for (const { verdict, source } of graded) taken.take(verdict.sha256, () => fingerprintsOf(source() ?? ""));
  const submissions = graded.map(
    ({ folder, verdict, source }): Submission => ({
      folder,
      fingerprints: taken.get(verdict.sha256) ?? new Uint32Array(),
      source,
    }),
  );
  return similarPairs(slug, stub, submissions, counts);
}

/** What reads formulas is loaded for derivations alone. */
async function ofDerivation(
  slug: string,
  stub: string,
  graded: readonly Graded[],
  counts: PairCounts,
): Promise<readonly SimilarPair[]> {
  const [{ loadDerivation }, { similarDerivations }] = await Promise.all([
    import("../course/derivations.ts"),
    import("./similar/derivation/index.ts"),
  ]);
  const { exercise, page, given } = await loadDerivation(slug);
  const texts = [page, stub, ...exercise.hints];
  const submissions = graded.map(({ folder, verdict, source }) => ({
    folder,
    verdict,
    markdown: source() ?? "",
  }));
  return similarDerivations({ slug, given: given(), texts }, submissions, counts);
}
