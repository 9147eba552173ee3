/**
 * A sum whose first entry goes in as it is: `reduce` without an initial value, or a loop from the second on.
 */

import type { Num } from "../../../reference/numbers/num.ts";
import { axes } from "../../exercise/types.ts";
import type { Answer } from "../answer.ts";
import { expectedOf, valuesOf } from "../expected.ts";
import { isWrong } from "../parts.ts";
import { axesOf } from "../sizes.ts";
import { type Asked, because, isEnough, type Source } from "./diagnosis.ts";
import { withoutFirst } from "./places.ts";
import { isNear } from "./same-number.ts";

/** What the first entry can be in place of its term. */
interface Raw {
  readonly what: string;
  readonly of: (answer: Answer, first: FirstTerm) => number | undefined;
}

export const firstEntry: Source = (asked) => {
  const { fn, answers } = asked;
  if (fn.returns.kind !== "tensor" || axes(fn.returns.shape).length > 0) return undefined;
  const informative = answers.filter(isWrong).length;
  if (!isEnough(informative, answers)) return undefined;
  for (const axis of axesOf(fn)) {
    const drop = withoutFirst(fn, axis);
    for (const isMean of [true, false]) {
      const seen = new Map<Answer, FirstTerm | undefined>();
      const firstOf = (answer: Answer): FirstTerm | undefined => {
        if (!seen.has(answer)) seen.set(answer, ofFirst(asked, drop, axis, isMean, answer));
        return seen.get(answer);
      };
      for (const { what, of } of rawsOf(asked, axis)) {
        const fits = answers.every((answer) => {
          const first = firstOf(answer);
          const raw = first && of(answer, first);
          if (first === undefined || raw === undefined) return false;
          const scale = Math.max(Math.abs(first.mine), (answer.expected as Num).magnitude);
          return isNear(first.mine, raw, scale);
        });
        if (!fits) continue;
        return because(
          "generic",
          "first-entry-as-it-is",
          `Right but for the first entry along ${axis}, which goes into the sum ${what}: reduce without an initial value starts from the first entry itself; write reduce(…, 0).`,
          { count: answers.length, of: answers.length },
        );
      }
    }
  }
  return undefined;
};

interface FirstTerm {
  /** The first term of the right sum, and what stands in its place. */
  readonly term: number;
  readonly mine: number;
}

function ofFirst(
  { fn }: Asked,
  drop: ReturnType<typeof withoutFirst>,
  axis: string,
  isMean: boolean,
  { inputs, sizes, expected, value }: Answer,
): FirstTerm | undefined {
  const n = sizes[axis] ?? 0;
  if (n < 2) return undefined;
  const rest = drop(inputs);
  if (rest === undefined) return undefined;
  const without = valuesOf(expectedOf(fn, rest)) as number;
  const [all, others] = isMean ? [n, n - 1] : [1, 1];
  const right = (expected as Num).value;
  return { term: right * all - without * others, mine: (value as number) * all - without * others };
}

/** Roots of the term, and the entries themselves. */
function rawsOf({ fn }: Asked, axis: string): readonly Raw[] {
  const lists = Object.entries(fn.inputs).filter(
    ([, { type }]) => type.kind === "tensor" && type.shape === axis,
  );
  const firstOf = (name: string, inputs: Answer["inputs"]): number | undefined =>
    (inputs[name] as readonly number[] | undefined)?.[0];
  return [
    {
      what: "without its square",
      of: (_, { term, mine }) => Math.sign(mine) * Math.sqrt(Math.abs(term)),
    },
    ...lists.flatMap(([name]): Raw[] => [
      { what: `as ${name}[0]`, of: ({ inputs }) => firstOf(name, inputs) },
      {
        what: `as −${name}[0]`,
        of: ({ inputs }) => {
          const first = firstOf(name, inputs);
          return first === undefined ? undefined : -first;
        },
      },
    ]),
  ];
}
