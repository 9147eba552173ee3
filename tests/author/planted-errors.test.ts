/**
 * One error at a time, planted into an exercise that is ready: the check says one line of it, with file, cause and mend.
 * Errors that need no line of their own are in refusals.test.ts.
 */
import { describe, expect, it } from "vitest";
import { checkCourse } from "../../grader/author/check/check-course.ts";
import { wronglyDeclared } from "../../grader/author/check/check-exercise.ts";
import { refusalLine } from "../../grader/author/check/refusal.ts";
import { slugOf } from "../../grader/author/course.ts";
import { writeStubs } from "../../grader/author/stubs.ts";
import type { AnyFunction, Edge, Exercise, Law } from "../../grader/exercise/exercise.ts";
import { claim, equal } from "../../grader/exercise/form.ts";
import type { Inputs } from "../../grader/exercise/inputs.ts";
import { expectedOf } from "../../grader/judge/expected.ts";
import { type Num, num } from "../../reference/numbers/num.ts";
import { Copy } from "./courses.ts";

const slug = "ex10-mse-gradients";
const declaration = `exercises/${slug}/exercise.ts`;
const task = `exercises/${slug}/task.md`;
const solution = `solutions/${slug}.ts`;

type Change = (exercise: Exercise) => Exercise;

/** The exercise with one function declared otherwise. */
const withFunction =
  (change: (fn: AnyFunction) => object, name = "mseLossDb"): Change =>
  (exercise) => ({
    ...exercise,
    functions: { ...exercise.functions, [name]: change(exercise.functions[name]!) as AnyFunction },
  });

const withLaw = (says: string, claims: (f: (changed?: object) => Num) => unknown): Change =>
  withFunction((fn) => ({ ...fn, laws: [...fn.laws, { says, claims } as unknown as Law<Inputs>] }));

const withEdge = (edge: object): Change =>
  withFunction((fn) => ({
    ...fn,
    edges: { ...fn.edges, "exact fit": { ...fn.edges["exact fit"], ...edge } as Edge<Inputs> },
  }));

const withMistake =
  (more: object): Change =>
  (exercise) => {
    const mistake = exercise.mistakes.mseLossDb!["sum-for-mean"]!;
    const mseLossDb = { ...exercise.mistakes.mseLossDb, "sum-for-mean": { ...mistake, ...more } };
    return { ...exercise, mistakes: { ...exercise.mistakes, mseLossDb } };
  };

const twice: Change = withFunction(({ gradient, ...fn }) => ({
  ...fn,
  reference: (inputs: Inputs) => (expectedOf({ ...fn, gradient } as AnyFunction, inputs) as Num).times(2),
}));

const law = (says: string): string => `${declaration}: the law "${says}" of mseLossDb`;

interface Planted {
  readonly error: string;
  readonly declare?: Change;
  /** A line of task.md, in place of the one that explains the example. */
  readonly words?: string;
  /** A text of the solution, and what stands in its place. */
  readonly solution?: readonly [text: string, wrong: string];
  readonly line: string;
}

/** Seen in the declaration and the texts. */
const DECLARED: readonly Planted[] = [
  {
    error: "an exercise in the task that the course does not have",
    words: "The residuals are those of ex98.",
    line: `${task}:15: speaks of ex98, which the course does not have; say it without`,
  },
  {
    error: "an exercise in a hint that the course does not have",
    declare: (exercise) => ({
      ...exercise,
      hints: [exercise.hints[0], "See exercise 99.", exercise.hints[2]],
    }),
    line: `${declaration}: hint 2 speaks of ex99, which the course does not have; say it without`,
  },
  {
    error: "a requirement that is not even planned",
    declare: (exercise) => ({ ...exercise, requires: ["ex09", "ex99"] }),
    line: `${declaration}: requires ex99, which neither the course has nor its plan, ex01 to ex73; name one of these`,
  },
  {
    error: "a symbol that nobody uses",
    declare: (exercise) => ({ ...exercise, symbols: { ...exercise.symbols, q: "a quantile" } }),
    line: `${declaration}: symbol q is used nowhere; take it out of \`symbols\``,
  },
  {
    error: "a misspelt field of the exercise",
    declare: (exercise) => ({ ...exercise, minuts: 5 }),
    line: `${declaration}: the exercise has a field \`minuts\`, which nothing reads; the fields are slug, title, unit, unitTitle, source, requires, derivation, symbols, functions, hints, minutes, points, exports, mistakes, scenarios, uses, nouns, neighbourhood`,
  },
  {
    error: "a misspelt field of a function",
    declare: withFunction((fn) => ({ ...fn, exemple: {} })),
    line: `${declaration}: mseLossDb has a field \`exemple\`, which nothing reads; the fields are says, formula, returns, is, by, gives, of, at, scenario, model, example, edges, laws, mistakes, terms, features, limit, show, align, informative, gpu, gpuFormula, fullSize, needs`,
  },
  {
    error: "a misspelt field of an edge case",
    declare: withEdge({ ifNan: "Every residual is 0." }),
    line: `${declaration}: edge case "exact fit" of mseLossDb has a field \`ifNan\`, which nothing reads; the fields are given, expected, throws, mayThrow, holds, says, ifNaN, ifInfinite, ifNumber, ifThrew`,
  },
  {
    error: "a step that has nothing to do with the mistake",
    declare: withMistake({ read: "mse-line#step-3" }),
    line: `${declaration}: mseLossDb/sum-for-mean sends to mse-line#step-3, which has none of its words and symbols; step 1 is nearest to what it says: name the step that cures it, or say it in the step's words`,
  },
  {
    error: "a hint too few",
    declare: (exercise) => ({ ...exercise, hints: exercise.hints.slice(0, 2) as never }),
    line: `${declaration}: hint 3 is empty; write a question that leads on`,
  },
];

/** Seen when something is asked. */
const JUDGED: readonly Planted[] = [
  {
    error: "a law that holds whatever is answered",
    declare: withLaw("nothing of it is nothing", (f) => equal(f().times(0), 0)),
    line: `${law("nothing of it is nothing")} holds whatever is answered; let it say something of the answer, or take it out`,
  },
  {
    error: "a law that no wrong answer breaks",
    declare: withLaw("asked twice it says the same", (f) => equal(f(), f())),
    line: `${law("asked twice it says the same")} is broken by no mistake and by no mutant of the right answer; name the mistake that breaks it, sharpen it, or take it out`,
  },
  {
    error: "a law that is false",
    declare: withLaw("the gradient is 0", (f) => equal(f(), 0)),
    line: `${law("the gradient is 0")} is false of the right answers: with x = [-0.75, -1.75], y = [3, 1.75], w = 1.5, b = -2.75 the left side is -14, and the right side 0; mend the law`,
  },
  {
    error: "a law that is false and compares no numbers",
    declare: withLaw("it falls", (f) => claim(f().value < 0, "below 0", f().value)),
    line: `${law("it falls")} is false of the right answers: with x = [3, 1.75, 1.5], y = [1, -1.5, 0.5], w = 3, b = 2.25 it gives 17, which is not below 0; mend the law`,
  },
  {
    error: "a law that compares NaN with NaN",
    declare: withLaw("0/0 is 0/0", (f) => equal(f().times(Number.NaN), num(Number.NaN))),
    line: `${law("0/0 is 0/0")} holds of the right answers only because both sides are NaN: with x = [-0.75, -1.75], y = [3, 1.75], w = 1.5, b = -2.75; let it compare numbers, and give \`false\` where there are none`,
  },
  {
    error: "a law that calls the function without an argument",
    declare: withLaw("the slope does not matter", (f) => equal(f({ w: undefined }), f({ w: undefined }))),
    line: `${law("the slope does not matter")} calls the function with w undefined; hand it a value`,
  },
  {
    error: "a law that never applies",
    declare: withLaw("it holds on the moon", () => false),
    line: `${law("it holds on the moon")} never applies: it gives \`false\` for all inputs that were drawn; let the arguments draw what it speaks of, or take it out`,
  },
  {
    error: "a law that ends in an exception",
    declare: withLaw("it is long", (f) => equal((f() as unknown as number[][])[0]!.length, 1)),
    line: `${law("it is long")} cannot be tried: Cannot read properties of undefined (reading 'length'); mend the law`,
  },
  {
    error: "a call with a wrong answer in the task",
    words: "`mseLossDb([1, 2], [3, 5], 1, 0)` is −4.",
    line: `${task}:15: says that mseLossDb([1, 2], [3, 5], 1, 0) is −4, and it is -5; write what it is`,
  },
  {
    error: "a wrong sum in the task",
    words: String.raw`The mean is $-\frac{2}{2} (2 + 3) = -6$.`,
    line: String.raw`${task}:15: says $-\frac{2}{2} (2 + 3) = -6$, which is false; reckon it again`,
  },
  {
    error: "a wrong reference",
    declare: twice,
    line: `${declaration}: with x = [1.5, 2.25, 0.75], y = [-1.75, -2.75, 2.25], w = 2.5, b = 1.75 the reference of mseLossDb gives 25, and ${solution} gives 12.5; mend the one that is wrong; \`npm run grade ex10 -- --file ${solution} --seed 1\` shows it`,
  },
  {
    error: "a solution that is not what the reference gives",
    solution: ["-2 / x.length", "2 / x.length"],
    line: `${declaration}: with x = [-1, -2.25, 0.75], y = [3, 1, 2.75], w = -2.75, b = -0.5 the reference of mseLossDw gives -9.1875, and ${solution} gives 9.1875; mend the one that is wrong; \`npm run grade ex10 -- --file ${solution} --seed 1\` shows it`,
  },
  {
    error: "an edge case with a wrong answer",
    declare: withEdge({ expected: 1 }),
    line: `${declaration}: with x = [-1, 0, 2], y = [-1, 1, 5], w = 2, b = 1 edge case "exact fit" of mseLossDb asks for 1, and ${solution} gives 0; mend the one that is wrong; \`npm run grade ex10 -- --file ${solution} --seed 1\` shows it`,
  },
];

/** A copy with the error in it, and with what is made of the author's texts up to date. */
async function planted({ declare, words, solution: change }: Planted): Promise<Copy> {
  const copy = new Copy(slug, "mse-line");
  if (declare !== undefined) copy.declare(declare);
  if (words !== undefined) copy.edit(task, (text) => text.replace(/^The residuals are .*$/m, words));
  if (change !== undefined) copy.edit(solution, (text) => text.replace(...change));
  await writeStubs(copy.root, copy.load);
  return copy;
}

describe("check sees", () => {
  it.each(DECLARED)("$error", async (one) => {
    const { root, load } = await planted(one);
    const refusals = wronglyDeclared(root, slugOf(slug)!, await load(slug));
    expect(refusals.map(refusalLine)).toEqual([one.line]);
  });

  it.each(JUDGED)("$error", async (one) => {
    const reports = await checkCourse(await planted(one), [slug]);
    expect(reports.flatMap(({ refusals }) => refusals.map(refusalLine))).toEqual([one.line]);
  });

  it("misspelt laws", async () => {
    const copy = new Copy(slug, "mse-line").declare(
      withFunction(({ laws, ...fn }) => ({ ...fn, lawz: laws })),
    );
    const reports = await checkCourse(copy, [slug]);
    expect(reports.flatMap(({ refusals }) => refusals.map(refusalLine))).toEqual([
      `${declaration}: mseLossDb has no laws, and has lawz, which nothing reads; make it by \`answer\` or \`gradient\` of its \`args\`, which have these fields`,
    ]);
  });
});
