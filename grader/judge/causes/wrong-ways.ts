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
import { changedInputs } from "./changed-inputs.ts";
import type { WrongWay } from "./wrong-way.ts";

/** A factor or a name as a part of an id, in ASCII as far as it is ours. */
const idOf = (name: string): string =>
  name
    .replaceAll("−", "-")
    .replaceAll("½", "0.5")
    .replaceAll("¼", "0.25")
    .replaceAll("²", "^2")
    .replaceAll(" · ", "*")
    .replaceAll(/\s+/g, "");

const right = (answer: Answer): Value => valuesOf(answer.expected);

/** −1, 2, ½, n, 1/n and their products. */
export function factors(axisNames: readonly string[]): readonly (WrongWay & { readonly short: string })[] {
  const size = (answer: Answer, axis: string): number => answer.sizes[axis] ?? Number.NaN;
  const bySize: { readonly name: string; readonly of: (answer: Answer) => number }[] = [
    { name: "", of: () => 1 },
    ...axisNames.flatMap((a) => [
      { name: a, of: (answer: Answer) => size(answer, a) },
      { name: `1/${a}`, of: (answer: Answer) => 1 / size(answer, a) },
    ]),
    ...axisNames.flatMap((a) =>
      axisNames
        .filter((b) => b !== a)
        .map((b) => ({ name: `${a}/${b}`, of: (answer: Answer) => size(answer, a) / size(answer, b) })),
    ),
    ...axisNames.flatMap((a) => [
      { name: `${a}²`, of: (answer: Answer) => size(answer, a) ** 2 },
      { name: `1/${a}²`, of: (answer: Answer) => 1 / size(answer, a) ** 2 },
      { name: `(${a} − 1)/${a}`, of: (answer: Answer) => (size(answer, a) - 1) / size(answer, a) },
      { name: `${a}/(${a} − 1)`, of: (answer: Answer) => size(answer, a) / (size(answer, a) - 1) },
    ]),
  ];
  const constants: readonly (readonly [number, string])[] = [
    [1, ""],
    [-1, "−1"],
    [2, "2"],
    [0.5, "½"],
    [-2, "−2"],
    [-0.5, "−½"],
    [4, "4"],
    [0.25, "¼"],
  ];
  return bySize.flatMap(({ name, of }) =>
    constants
      .filter(([c]) => c !== 1 || name !== "")
      .map(([c, spelled]) => {
        const factor = [spelled, name].filter((part) => part !== "").join(" · ");
        const sign = factor === "−1" ? "the sign is flipped" : `it is ${factor} times the right answer`;
        return {
          id: factor === "−1" ? "sign-flipped" : `times-${idOf(factor)}`,
          formula: (answer: Answer) => each(right(answer), (x) => x * c * of(answer)),
          says: `Your answer differs from the right one by one thing: ${sign}.`,
          short: sign,
        };
      }),
  );
}

/** What is counted or chosen stays at the 0 that it begins with where a condition never holds. */
const CHOSEN: readonly Domain[] = ["label", "binary", "integer"];

const allZero = ({ returns }: AnyFunction): WrongWay => ({
  id: "all-zero",
  formula: (answer) => each(right(answer), () => 0),
  says:
    returns.kind === "tensor" && CHOSEN.includes(returns.domain)
      ? "Your answer is 0 on every input: does the condition that should change it ever hold?"
      : "Your answer is 0 on every input: a product that starts from 0, or a sum that nothing is added to?",
});

/** Functions applied on top of the right answer, or left away. */
const onTop: readonly WrongWay[] = [
  {
    id: "square-root",
    formula: (a) => each(right(a), Math.sqrt),
    says: "Your answer is the square root of the right one.",
  },
  {
    id: "squared",
    formula: (a) => each(right(a), (x) => x * x),
    says: "Your answer is the square of the right one.",
  },
  {
    id: "reciprocal",
    formula: (a) => each(right(a), (x) => 1 / x),
    says: "Your answer is one over the right one.",
  },
  {
    id: "one-minus",
    formula: (a) => each(right(a), (x) => 1 - x),
    says: "Your answer is 1 minus the right one.",
  },
  {
    id: "absolute-value",
    formula: (a) => each(right(a), Math.abs),
    says: "Your answer is the absolute value of the right one.",
  },
  { id: "exp-of-it", formula: (a) => each(right(a), Math.exp), says: "Your answer is exp of the right one." },
  {
    id: "log-of-it",
    formula: (a) => each(right(a), Math.log),
    says: "Your answer is the logarithm of the right one.",
  },
  {
    id: "before-sigmoid",
    formula: (a) => each(right(a), (p) => Math.log(p / (1 - p))),
    says: "Your answer is the right one before the sigmoid.",
  },
  {
    id: "sigmoid-of-it",
    formula: (a) => each(right(a), sigmoid),
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
        return leaves.length < 2 ? undefined : each(right(answer), () => mean);
      },
      says: "Every entry of your answer is the mean of the right entries: the mean runs over one axis too many.",
    },
    {
      id: "sum-of-all",
      formula: (answer) => {
        const leaves = leavesOf(answer.expected);
        const sum = leaves.reduce((s, leaf) => s + leaf.value, 0);
        return leaves.length < 2 ? undefined : each(right(answer), () => sum);
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
        right(answer),
        (x, i) => x - (parts.length === 1 ? (parts[0] as number) : (parts[i] as number)),
      );
    },
    says: `Your answer lacks ${name}; the rest is right.`,
  }));
}

/** All ways to be wrong that are tried when no listed mistake matches, the simplest first. */
export function wrongWays(
  fn: AnyFunction,
  axisNames: readonly string[],
  others: Readonly<Record<string, AnyFunction>>,
): readonly WrongWay[] {
  return [
    allZero(fn),
    ...factors(axisNames),
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
      formula: (answer) => transposed(right(answer)),
      says: "Your answer is the right one with rows and columns exchanged.",
    },
    ...missingTerms(fn),
    ...changedInputs(fn),
    ...wrongAxis(fn),
    ...onTop,
  ];
}
