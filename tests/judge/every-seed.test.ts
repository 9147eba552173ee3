/** The seed draws the inputs and nothing else: a submission earns the same at each, and falls short of the same. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { createNodeBox } from "../../grader/box/node-box.ts";
import { grade } from "../../grader/judge/grade.ts";
import type { Verdict } from "../../grader/verdict/verdict.ts";
import { fixturesIn, repository } from "../box/fixtures.ts";
import { courseExercise, slugs } from "./course.ts";

const SEEDS = Array.from({ length: 20 }, (_, i) => i + 1);

interface Submission {
  readonly name: string;
  readonly source: string;
}

const box = createNodeBox({ loadMs: 2000, callMs: 2000, totalMs: 20_000, spare: true });
afterAll(() => box.close());

/** Points and status, and of each check that fell short its code and the mistake that was named. */
const resultOf = ({ status, score, checks }: Verdict): string =>
  [
    `${status} ${score}`,
    ...checks.flatMap(({ id, finding }) =>
      finding === undefined ? [] : [`${id}: ${finding.code} ${finding.mistake ?? ""}`.trim()],
    ),
  ].join(", ");

/** The results of submissions, each with the seeds that give it; seed by seed, since all share a seed's inputs. */
async function resultsOf(slug: string, submissions: readonly Submission[]) {
  const exercise = await courseExercise(slug);
  const results = new Map(submissions.map(({ name }) => [name, {} as Record<string, number[]>]));
  for (const seed of SEEDS) {
    for (const { name, source } of submissions) {
      const verdict = await grade(exercise, { source, file: "answer.ts", sha256: "" }, box, { seed });
      const mine = results.get(name)!;
      const result = resultOf(verdict);
      mine[result] = [...(mine[result] ?? []), seed];
    }
  }
  return results;
}

async function expectSameAtEverySeed(slug: string, submissions: readonly Submission[]): Promise<void> {
  for (const [name, results] of await resultsOf(slug, submissions)) {
    expect(Object.keys(results), `${name}, seeds by result: ${JSON.stringify(results)}`).toHaveLength(1);
  }
}

/** A model answer with one text in place of another. */
const solutionWith = (slug: string, from: string | RegExp, to: string): string => {
  const source = readFileSync(join(repository, "solutions", `${slug}.ts`), "utf8");
  const changed = source.replace(from, to);
  if (changed === source) throw new Error(`solutionWith: a text of ${slug} expected, got ${from}`);
  return changed;
};

const autodiff = (name: string, from: string, to: string): Submission => ({
  name,
  source: solutionWith("ex64-autodiff", from, to),
});

describe(`the same at seeds ${SEEDS[0]} to ${SEEDS.at(-1)}:`, { timeout: 600_000 }, () => {
  it.each(["pass", "fail"])("the submissions in fixtures/%s", async (kind) => {
    const submissions = fixturesIn(kind).map(({ name, program }) => ({ name, source: program.source }));
    await expectSameAtEverySeed("ex10-mse-gradients", submissions);
  });

  it("methods that change their operands, by name", async () => {
    const changing = [
      autodiff(
        "relu",
        "return Value.#made(Math.max(0, this.data), { of: this, slope });",
        "this.data = Math.max(0, this.data);\n    return Value.#made(this.data, { of: this, slope });",
      ),
      autodiff(
        "mul",
        "return Value.#made(this.data * b.data, { of: this, slope: b.data },",
        "const b0 = b.data;\n    b.data *= this.data;\n    return Value.#made(this.data * b0, { of: this, slope: b0 },",
      ),
      autodiff(
        "backward",
        "node.grad += adjoint;",
        "node.grad += adjoint;\n      node.data -= 0.01 * adjoint;",
      ),
    ];
    const results = await resultsOf("ex64-autodiff", changing);
    const of = (...functions: string[]) => functions.map((fn) => `${fn}/contract: changed-input`).join(", ");
    expect(Object.keys(results.get("relu")!)).toEqual([`fail 20, ${of("forward", "grad", "twice")}`]);
    // The long chain multiplies by a plain number.
    const multiplied = of("forward", "grad", "diamond", "twice");
    expect(Object.keys(results.get("mul")!)).toEqual([`fail 10, ${multiplied}`]);
    const swept = of("grad", "diamond", "twice", "deep");
    expect(Object.keys(results.get("backward")!)).toEqual([`fail 10, ${swept}`]);
  });
});

/** Answers of students that the course's authors share beside the repository. */
const shared = join(repository, "../shared/cases/judge");
const isHere = existsSync(join(shared, "cases.json"));
const cases: readonly { readonly file: string; readonly exercise: string; readonly what: string }[] = isHere
  ? JSON.parse(readFileSync(join(shared, "cases.json"), "utf8"))
  : [];

describe.skipIf(!isHere)(
  `the same at every seed, of answers that fell short${isHere ? "" : " (skipped: ../shared/cases is not here)"}:`,
  { timeout: 900_000 },
  () => {
    it.each(slugs.filter((slug) => cases.some(({ exercise }) => slug.startsWith(`${exercise}-`))))(
      "%s",
      async (slug) => {
        const submissions = cases
          .filter(({ exercise }) => slug.startsWith(`${exercise}-`))
          // What never ends is the same at every seed, and takes its two seconds at each.
          .filter(({ what }) => !/never (?:raised|ends)/.test(what))
          .map(({ file }) => ({ name: file, source: readFileSync(join(shared, file), "utf8") }));
        await expectSameAtEverySeed(slug, submissions);
      },
    );
  },
);
