/**
 * A ⟺ B. Two inequalities have to be true at the same points, and false at some. Two equations have to have the
 * same roots: one number of the point is moved until the one holds, and the other has to hold there as well.
 */
import { random } from "../../reference/randomness/random.ts";
import { agree } from "./agree.ts";
import { bendsFrom } from "./bends.ts";
import type { Outcome } from "./checked.ts";
import { coordinatesOf, namesBehind } from "./coordinates.ts";
import { draw, kindOf } from "./draw.ts";
import { evaluate, isTrue } from "./evaluate.ts";
import type { Condition } from "./expression.ts";
import { Degenerate, FormulaError } from "./formula-error.ts";
import type { Drawn, Point } from "./point.ts";
import { pointAt } from "./point-at.ts";
import { apart, pointText } from "./point-text.ts";
import { nameOf, type Scope } from "./scope.ts";
import { numberIn } from "./tensor.ts";

const DRAWS = 60;

export function holdEquivalence(scope: Scope, a: Condition, b: Condition, seed: number): Outcome {
  const equations = [a, b].filter(({ relation }) => relation === "=").length;
  if (equations === 1) throw new FormulaError("⟺ between an equation and an inequality");
  return equations === 2 ? sameRoots(scope, a, b, seed) : sameTruth(scope, a, b, seed);
}

function sameTruth(scope: Scope, a: Condition, b: Condition, seed: number): Outcome {
  const drawns = Array.from({ length: DRAWS }, (_, i) => draw(scope, seed, `iff/${i}`, kindOf(i)));
  const names = namesBehind(scope, [a, b]);
  // Where one side turns from true to false, the other one has to turn as well.
  const turns = bendsFrom(
    (drawn) => [a, b].map((c) => difference(c, pointAt(scope, drawn))),
    drawns.slice(0, 3),
    (drawn) => coordinatesOf(scope, names, drawn),
    random(seed, "iff/turns"),
  );
  const truths: boolean[] = [];
  for (const drawn of [...drawns, ...turns]) {
    const [x, y] = [truthAt(scope, a, drawn), truthAt(scope, b, drawn)];
    if (x === undefined || y === undefined) continue;
    truths.push(x);
    if (x !== y)
      return {
        points: truths.length,
        wrong: `the left is ${x}, the right is ${y}\n    at ${pointText(scope, drawn, [])}`,
      };
  }
  return truths.every((truth) => truth === truths[0])
    ? { points: truths.length, wrong: "both sides are always the same: the draws say nothing" }
    : { points: truths.length };
}

/** Whether a condition is true at a point; undefined where rounding decides it. */
function truthAt(scope: Scope, condition: Condition, drawn: Drawn): boolean | undefined {
  try {
    return isTrue(condition, pointAt(scope, drawn));
  } catch (error) {
    if (error instanceof Degenerate) return undefined;
    throw error;
  }
}

const difference = ({ left, right }: Condition, point: Point): number =>
  numberIn(evaluate(left, point)) - numberIn(evaluate(right, point));

function sameRoots(scope: Scope, a: Condition, b: Condition, seed: number): Outcome {
  let roots = 0;
  for (let i = 0; i < DRAWS; i++) {
    const drawn = draw(scope, seed, `roots/${i}`, kindOf(i));
    for (const [one, other] of [
      [a, b],
      [b, a],
    ] as const)
      for (const symbol of scope.symbols) {
        const value = drawn.values.get(nameOf(symbol));
        if (value?.rank !== 0 || symbol.domain !== "real") continue;
        const at = (x: number): Point =>
          pointAt(scope, drawn).moved([[nameOf(symbol), { ...value, at: [x] }]]);
        const root = rootOf((x) => difference(one, at(x)), value.at[0] as number);
        if (root === undefined) continue;
        roots++;
        const [x, y] = [evaluate(other.left, at(root)), evaluate(other.right, at(root))];
        if (!agree(x.at, y.at))
          return {
            points: i + 1,
            wrong: `${symbol.names[0]} = ${root} solves one of the two equations only: in the other ${apart(x, y).join(" = ")}\n    at ${pointText(scope, drawn, [])}`,
          };
      }
  }
  return roots < 20
    ? { points: DRAWS, wrong: `only ${roots} roots were found: say it as two equations` }
    : { points: DRAWS };
}

/** A simple root near x by the secant method. */
function rootOf(f: (x: number) => number, x: number): number | undefined {
  try {
    let [p, q] = [x, x + 0.1];
    let [fp, fq] = [f(p), f(q)];
    for (let i = 0; i < 60 && Math.abs(fq) > 1e-14; i++) {
      const next = q - (fq * (q - p)) / (fq - fp);
      if (!Number.isFinite(next)) return undefined;
      [p, fp, q, fq] = [q, fq, next, f(next)];
    }
    return Math.abs(fq) < 1e-12 ? q : undefined;
  } catch (error) {
    if (error instanceof Degenerate) return undefined;
    throw error;
  }
}
