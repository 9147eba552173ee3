/** The mutants of one exercise in this process, of many each in one of its own. */
import { readdirSync, readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { slugOf } from "../../author/course.ts";
import { type MutantsOf, mutantsOf } from "../../author/mutants/mutants-of.ts";
import { loadExercise } from "../../course/exercises.ts";
import { distFolder } from "../../course/home.ts";
import { printedFor } from "../jobs/own-processes.ts";
import { progressOn } from "../terminal/progress.ts";

/** @param toldMost of how many refused edits of each exercise it is asked what they are told */
export async function judgedMutants(
  root: string,
  slugs: readonly string[],
  toldMost: number,
): Promise<readonly MutantsOf[]> {
  const [only] = slugs;
  if (slugs.length === 1 && only !== undefined) {
    const slug = slugOf(only);
    if (slug === undefined) throw new RangeError(`${only}: no name of an exercise`);
    const kept = join(root, ".chainrule", "mutants", `${only}.jsonl`);
    return [await mutantsOf(root, slug, await loadExercise(only), kept, version(only), toldMost)];
  }
  const line = progressOn(process.stderr);
  line.show(`judging the mutants of ${slugs.length} exercises …`);
  const printed = await printedFor(
    slugs,
    (few) => ["mutants", ...few, "--json", "--told", `${toldMost}`],
    { width: availableParallelism(), few: 1 },
    (done, slug) => line.show(`${done} of ${slugs.length} exercises · ${slug}`),
  );
  line.clear();
  return slugs.flatMap((slug) => {
    const text = printed.get(slug) ?? "";
    // What ended early has said why.
    return text.startsWith("[") ? (JSON.parse(text) as MutantsOf[]) : [];
  });
}

/** What the program that judges is known by: the build names its parts by what is in them. */
const version = (slug: string): string =>
  [
    ...readdirSync(join(distFolder(), "chunks")).sort(),
    readFileSync(join(distFolder(), "exercises", `${slug}.js`), "utf8"),
  ].join("\n");
