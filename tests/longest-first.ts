import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** What takes longest by far, the longest first: begun last, each would run on alone while the other cores wait. */
const LONG = [
  // It builds the site, for which others would wait.
  "site/pages",
  "corpus/corpus",
  "author/check",
  "site/report-page",
  "site/playground-verdicts",
  "site/figures",
  "site/reading",
  "site/working-through",
  "derivation/mutants",
  "site/ways-on",
  "site/playground",
  "site/playground-fence",
  "deep/solutions",
  "author/refusals",
  "author/refused-answers",
  "class/resume",
  "cli/broken-grader",
  "cli/grade",
  "cli/capstone",
  "cli/capstone-at-work",
  "cli/train",
  "judge/gradient",
  "class/killed-boxes",
];

for (const name of LONG)
  if (!existsSync(join(import.meta.dirname, `${name}.test.ts`)))
    throw new Error(
      `tests/longest-first.ts names ${name}, which is no file of tests: take it out or rename it`,
    );

const rankOf = ({ moduleId }: TestSpecification): number => {
  const at = LONG.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`));
  return at < 0 ? LONG.length : at;
};

/** Begins with the files that take long, and goes on with the larger ones. */
export default class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sized = files.map((file) => ({ file, rank: rankOf(file), size: statSync(file.moduleId).size }));
    return sized.sort((a, b) => a.rank - b.rank || b.size - a.size).map(({ file }) => file);
  }
}
