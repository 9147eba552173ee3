/**
 * Relations between wrong and right answers that need no list: a sign, a factor, a transpose, a part left out.
 * Each is claimed only if it holds on every case.
 */
import { sigmoid } from "../../../reference/numbers/sigmoid.ts";
import { leavesOf } from "../../../reference/numbers/tracked.ts";
import { each } from "../../exercise/each.ts";
import type { AnyFunction } from "../../exercise/exercise.ts";
import { axes, type Domain } from "../../exercise/types.ts";
import type { Value } from "../../value.ts";
import type { Answer } from "../answer.ts";
import { numbersIn } from "../entries.ts";
import { expectedOf, valuesOf } from "../expected.ts";
import { transposed } from "../transposed.ts";
import { rightOf } from "./answer-read.ts";
import { changedInputs } from "./changed-inputs.ts";
import { factorsAt, idOf } from "./factors.ts";
import type { WrongWay } from "./wrong-way.ts";

/** What is counted or chosen stays at the 0 that it begins with where a condition never holds. */
const CHOSEN: readonly Domain[] = ["label", "binary", "integer"];

const allZero = ({ returns }: AnyFunction): WrongWay => ({
  id: "all-zero",
  // To the last bit: what cancels but for rounding was added up.
  formula: (answer) =>
    numbersIn(answer.returned).every((x) => x === 0) ? each(rightOf(answer), () => 0) : undefined,
  says:
    returns.kind === "tensor" && CHOSEN.includes(returns.domain)
      ? "Your answer is 0 on every input: does the condition that should change it ever hold?"
      : "Your answer is 0 on every input: a product that starts from 0, or a sum that nothing is added to?",
});

/** Functions applied on top of the right answer, or left away. */
const onTop: readonly WrongWay[] = [
  {
    id: "square-root",
    formula: (a) => each(rightOf(a), Math.sqrt),
    says: "Your answer is the square root of the right one.",
  },
  {
    id: "squared",
    formula: (a) => each(rightOf(a), (x) => x * x),
    says: "Your answer is the square of the right one.",
  },
  {
    id: "reciprocal",
    formula: (a) => each(rightOf(a), (x) => 1 / x),
    says: "Your answer is one over the right one.",
  },
  {
    id: "one-minus",
    formula: (a) => each(rightOf(a), (x) => 1 - x),
    says: "Your answer is 1 minus the right one.",
  },
  {
    id: "absolute-value",
    formula: (a) => each(rightOf(a), Math.abs),
    says: "Your answer is the absolute value of the right one.",
  },
  {
    id: "exp-of-it",
    formula: (a) => each(rightOf(a), Math.exp),
    says: "Your answer is exp of the right one.",
  },
  {
    id: "log-of-it",
    formula: (a) => each(rightOf(a), Math.log),
    says: "Your answer is the logarithm of the right one.",
  },
  {
    id: "before-sigmoid",
    formula: (a) => each(rightOf(a), (p) => Math.log(p / (1 - p))),
    says: "Your answer is the right one before the sigmoid.",
  },
  {
    id: "sigmoid-of-it",
    formula: (a) => each(rightOf(a), sigmoid),
    says: "Your answer is the sigmoid of the right one.",
  },
];

const isMatrix = (fn: AnyFunction): boolean =>
  fn.returns.kind === "tensor" && axes(fn.returns.shape).length === 2;

/** Means over the wrong axis, and over everything. */
function wrongAxis(fn: AnyFunction): readonly WrongWay[] {
  const ways: WrongWay[] = [
    {
      id: "mean-of-all",
      formula: (answer) => {
        const leaves = leavesOf(answer.expected);
        const mean = leaves.reduce((s, leaf) => s + leaf.value, 0) / leaves.length;
        return leaves.length < 2 ? undefined : each(rightOf(answer), () => mean);
      },
      says: "Every entry of your answer is the mean of the right entries: the mean runs over one axis too many.",
    },
    {
      id: "sum-of-all",
      formula: (answer) => {
        const leaves = leavesOf(answer.expected);
        const sum = leaves.reduce((s, leaf) => s + leaf.value, 0);
        return leaves.length < 2 ? undefined : each(rightOf(answer), () => sum);
      },
      says: "Every entry of your answer is the sum of the right entries: the sum runs over one axis too many.",
    },
  ];
  const matrices = Object.entries(fn.inputs).filter(
    ([, { type }]) => type.kind === "tensor" && axes(type.shape).length === 2,
  );
  const [only] = matrices;
  if (isMatrix(fn) && matrices.length === 1 && only !== undefined) {
    const [name] = only;
    ways.push({
      id: "wrong-axis",
      formula: (answer) => {
        const turned = transposed(answer.inputs[name] as Value);
        return turned && transposed(valuesOf(expectedOf(fn, { ...answer.inputs, [name]: turned })));
      },
      says: `Your answer runs over the wrong axis of ${name}: it treats columns as the right one treats rows.`,
    });
  }
  return ways;
}

/** Right but for a named term. */
function missingTerms(fn: AnyFunction): readonly WrongWay[] {
  return Object.entries(fn.terms ?? {}).map(([name, term]) => ({
    id: `without-${idOf(name)}`,
    formula: (answer: Answer) => {
      const parts = numbersIn(term(answer.inputs));
      return each(
        rightOf(answer),
        (x, i) => x - (parts.length === 1 ? (parts[0] as number) : (parts[i] as number)),
      );
    },
    says: `Your answer lacks ${name}; the rest is right.`,
  }));
}

/**
 * All ways to be wrong that are tried when no listed mistake matches, the simplest first.
 *
 * @param telling a wrong answer that they have to give; of the factors few do
 */
export function wrongWays(
  fn: AnyFunction,
  axisNames: readonly string[],
  others: Readonly<Record<string, AnyFunction>>,
  telling?: Answer,
): readonly WrongWay[] {
  return [
    allZero(fn),
    ...factorsAt(axisNames, telling),
    ...Object.entries(others).map(([name, other]) => ({
      id: `is-${name}`,
      formula: (answer: Answer) =>
        Object.keys(other.inputs).every((input) => Object.hasOwn(answer.inputs, input))
          ? valuesOf(expectedOf(other, answer.inputs))
          : undefined,
      says: `Your answer is the right one for ${name}.`,
    })),
    {
      id: "transposed",
      formula: (answer) => transposed(rightOf(answer)),
      says: "Your answer is the right one with rows and columns exchanged.",
    },
    ...missingTerms(fn),
    ...changedInputs(fn),
    ...wrongAxis(fn),
    ...onTop,
  ];
}
