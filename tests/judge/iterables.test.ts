/** What is looped over, on the loader of ex56: batches as a list or one by one, in any style; what is wrong is said. */
import { afterAll, describe, expect, it } from "vitest";
import exercise from "../../exercises/ex56-mini-batches/exercise.ts";
import * as scenarios from "../../exercises/ex56-mini-batches/scenarios.ts";
import { createNodeBox } from "../../grader/box/node-box.ts";
import { grade } from "../../grader/judge/grade.ts";
import * as solution from "../../solutions/ex56-mini-batches.ts";
import { functionBox } from "./function-box.ts";

const box = createNodeBox();
afterAll(() => box.close());

const spec = { ...exercise, slug: "ex56-mini-batches" };
const graded = (source: string, seed = 3) => grade(spec, { source, file: "a.ts", sha256: "" }, box, { seed });
async function resultOf(source: string, seed?: number): Promise<readonly string[]> {
  const { score, checks, error } = await graded(source, seed);
  return [
    `${score}`,
    ...(error === undefined ? [] : [error]),
    ...checks.flatMap(({ id, finding }) =>
      finding === undefined ? [] : [`${id} ${finding.code} ${finding.mistake ?? finding.message}`],
    ),
  ];
}

const shuffled = `const shuffled = (n, rng) => {
  const order = [...Array(n).keys()];
  let i = n;
  while (--i > 0) { const j = (rng() * (i + 1)) | 0; const t = order[j]; order[j] = order[i]; order[i] = t; }
  return order;
};`;
const generator = `export function* minibatches(X, y, s, order, dropLast = false) {
  let batch = { X: [], y: [] };
  for (const i of order) {
    batch.X.push(X[i]); batch.y.push(y[i]);
    if (batch.y.length === s) { yield batch; batch = { X: [], y: [] }; }
  }
  if (batch.y.length > 0 && !dropLast) yield batch;
}`;
// An iterator written out, over a generator of batches.
const loader = `export class DataLoader {
  constructor(X, y, s, { shuffle, dropLast = false, rng }) { Object.assign(this, { X, y, s, shuffle, dropLast, rng }); }
  get length() { const rest = this.y.length % this.s; return (this.y.length - rest) / this.s + (rest > 0 && !this.dropLast ? 1 : 0); }
  [Symbol.iterator]() {
    const n = this.y.length;
    const all = minibatches(this.X, this.y, this.s, this.shuffle ? shuffled(n, this.rng) : [...Array(n).keys()], this.dropLast);
    return { next: () => all.next() };
  }
}`;

it("is right with generators and an iterator of one's own, at every seed", async () => {
  const source = [shuffled, generator, loader].join("\n");
  for (let seed = 1; seed <= 20; seed++) expect(await resultOf(source, seed)).toEqual(["20"]);
}, 600_000);

it("agrees with the model answer in this process", async () => {
  const verdict = await grade(
    spec,
    { source: "", file: "a.ts", sha256: "" },
    functionBox(solution as never, scenarios as never),
    { seed: 3 },
  );
  expect(
    verdict.checks.filter(({ function: name, status }) => name !== "minibatches" && status !== "pass"),
  ).toEqual([]);
});

describe("says what is wrong:", () => {
  const whole = [shuffled, generator, loader].join("\n");
  it.each([
    [
      "no end",
      whole.replace("if (batch.y.length > 0 && !dropLast) yield batch;", "while (true) yield batch;"),
      /^minibatches\/contract wrong-shape The result does not end: it still gives more after 1000 items/,
    ],
    [
      "an exception in the middle",
      whole.replace(
        "yield batch; batch =",
        "yield batch; if (X.length > 4) throw new Error('enough'); batch =",
      ),
      /^minibatches\/contract threw minibatches threw: Error: enough/,
    ],
    [
      "no iterator",
      whole.replace("[Symbol.iterator]()", "batches()"),
      /^passes\/contract wrong-type first should be a list, or something that `for … of` can loop over; it is an instance of DataLoader/,
    ],
    [
      "one batch for all",
      whole.replace(
        "yield batch; batch = { X: [], y: [] };",
        "yield batch; batch.X.length = batch.y.length = 0;",
      ),
      /^interleaved\/value wrong-value/,
    ],
    [
      "numbers off by 0.1 %",
      whole.replace("batch.y.push(y[i])", "batch.y.push(1.001 * y[i])"),
      /^minibatches\/value wrong-value/,
    ],
    [
      "rows that are generators",
      whole.replace("yield batch; batch =", "yield { ...batch, X: batch.X.values() }; batch ="),
      /^minibatches\/contract wrong-type \[\d+\]\.X should be a matrix|^minibatches\/contract wrong-type The entry \[0\]\.X should be a matrix/,
    ],
    [
      "the order of the first pass kept",
      whole.replace(
        "const n = this.y.length;",
        "const n = this.y.length; if (this.shuffle) { const order = shuffled(n, this.rng); let i = n - 1; const kept = (this.kept ??= order); return minibatches(this.X, this.y, this.s, kept, this.dropLast); }",
      ),
      /^passes\/(value|contract) wrong-(value|shape) shuffled-once/,
    ],
  ])("%s", async (_, source, expected) => {
    expect(source).not.toBe(whole);
    const [score, first] = await resultOf(source);
    expect(first).toMatch(expected);
    expect(Number(score)).toBeLessThan(20);
  });
});
