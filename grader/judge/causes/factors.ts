/** Answers that are a multiple of the right ones: by −1, 2, ½, n, 1/n and products of these. */
import { each } from "../../exercise/each.ts";
import type { Value } from "../../value.ts";
import type { Answer } from "../answer.ts";
import { readOf, rightOf } from "./answer-read.ts";
import { RECOGNITION } from "./same-number.ts";
import type { WrongWay } from "./wrong-way.ts";

export interface Factor extends WrongWay {
  readonly formula: (answer: Answer) => Value;
  /** "it is 2 times the right answer" */
  readonly short: string;
  /** What it is for the sizes of an answer. */
  readonly by: (answer: Answer) => number;
}

/** A factor or a name as a part of an id, in ASCII as far as it is ours. */
export const idOf = (name: string): string =>
  name
    .replaceAll("−", "-")
    .replaceAll("½", "0.5")
    .replaceAll("¼", "0.25")
    .replaceAll("²", "^2")
    .replaceAll(" · ", "*")
    .replaceAll(/\s+/g, "");

const CONSTANTS: readonly (readonly [number, string])[] = [
  [1, ""],
  [-1, "−1"],
  [2, "2"],
  [0.5, "½"],
  [-2, "−2"],
  [-0.5, "−½"],
  [4, "4"],
  [0.25, "¼"],
];

/** By the names of the sizes. */
const made = new WeakMap<readonly string[], readonly Factor[]>();

export function factors(axisNames: readonly string[]): readonly Factor[] {
  const known = made.get(axisNames) ?? factorsOf(axisNames);
  made.set(axisNames, known);
  return known;
}

function factorsOf(axisNames: readonly string[]): readonly Factor[] {
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
  return bySize.flatMap(({ name, of }) =>
    CONSTANTS.filter(([c]) => c !== 1 || name !== "").map(([c, spelled]) => {
      const factor = [spelled, name].filter((part) => part !== "").join(" · ");
      const sign = factor === "−1" ? "the sign is flipped" : `it is ${factor} times the right answer`;
      // What is multiplied by in place of being divided by.
      const hint = /^\w+²$/.test(factor)
        ? ` Is ${name.slice(0, -1)} a factor where it is to be divided by, as in / n * ${name.slice(0, -1)} without brackets?`
        : "";
      const by = (answer: Answer): number => c * of(answer);
      return {
        id: factor === "−1" ? "sign-flipped" : `times-${idOf(factor)}`,
        by,
        formula: (answer: Answer) => {
          const times = by(answer);
          return each(rightOf(answer), (x) => x * times);
        },
        says: `Your answer differs from the right one by one thing: ${sign}.${hint}`,
        short: sign,
      };
    }),
  );
}

/**
 * The factors by which one entry of an answer may be a multiple of the right one: of all that there are, few.
 *
 * @param at the entry; the one with the largest right number unless told
 */
export function factorsAt(
  axisNames: readonly string[],
  answer: Answer | undefined,
  at?: number,
): readonly Factor[] {
  const all = factors(axisNames);
  if (answer === undefined) return all;
  const { along, leaves, scale } = readOf(answer);
  if (along === undefined || !leaves.every((leaf) => Number.isFinite(leaf.value + leaf.magnitude)))
    return all;
  const sizes = leaves.map(({ value }) => Math.abs(value));
  const most = Math.max(...sizes);
  const i = at ?? sizes.indexOf(most);
  const [x, right] = [along[i], leaves[i]?.value];
  if (x === undefined || right === undefined || !Number.isFinite(x)) return all;
  return all.filter(({ by }) => {
    const times = by(answer);
    const room = RECOGNITION * Math.max(scale, Math.abs(times) * most);
    return !Number.isFinite(times) || Math.abs(x - times * right) <= room;
  });
}
