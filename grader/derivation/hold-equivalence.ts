/**
 * A ⟺ B. Two inequalities have to be true at the same points, and false at some. Two equations have to have the
 * same roots: one number of the point is moved until the one holds, and the other has to hold there as well.
 */
import { agree } from "./agree.ts";
import type { Outcome } from "./checked.ts";
import { draw } from "./draw.ts";
import { evaluate } from "./evaluate.ts";
import type { Condition } from "./expression.ts";
import { Degenerate, FormulaError } from "./formula-error.ts";
import { Point } from "./point.ts";
import { apart, pointText } from "./point-text.ts";
import { Reader } from "./reader.ts";
import { nameOf, type Scope } from "./scope.ts";
import { numberIn } from "./tensor.ts";
import type { Token } from "./token.ts";

const DRAWS = 60;

export function holdEquivalence(
  scope: Scope,
  left: readonly Token[],
  right: readonly Token[],
  seed: number,
): Outcome {
  const [a, b] = [new Reader(left, scope).condition(), new Reader(right, scope).condition()];
  const equations = [a, b].filter(({ relation }) => relation === "=").length;
  if (equations === 1) throw new FormulaError("⟺ between an equation and an inequality");
  return equations === 2 ? sameRoots(scope, a, b, seed) : sameTruth(scope, a, b, seed);
}

function sameTruth(scope: Scope, a: Condition, b: Condition, seed: number): Outcome {
  let trues = 0;
  for (let i = 0; i < DRAWS; i++) {
    const drawn = draw(scope, seed, `iff/${i}`);
    const point = new Point(scope, drawn);
    const [x, y] = [a, b].map((c) => difference(c, point) > 0 === /[>g]/.test(c.relation)) as [
      boolean,
      boolean,
    ];
    if (x !== y)
      return {
        points: i + 1,
        wrong: `the left is ${x}, the right is ${y}\n    at ${pointText(scope, drawn, [])}`,
      };
    if (x) trues++;
  }
  return trues === 0 || trues === DRAWS
    ? { points: DRAWS, wrong: "both sides are always the same: the draws say nothing" }
    : { points: DRAWS };
}

const difference = ({ left, right }: Condition, point: Point): number =>
  numberIn(evaluate(left, point)) - numberIn(evaluate(right, point));

function sameRoots(scope: Scope, a: Condition, b: Condition, seed: number): Outcome {
  let roots = 0;
  for (let i = 0; i < DRAWS; i++) {
    const drawn = draw(scope, seed, `roots/${i}`);
    for (const [one, other] of [
      [a, b],
      [b, a],
    ] as const)
      for (const symbol of scope.symbols) {
        const value = drawn.values.get(nameOf(symbol));
        if (value?.rank !== 0 || symbol.domain !== "real") continue;
        const at = (x: number): Point =>
          new Point(scope, drawn).moved([[nameOf(symbol), { ...value, at: [x] }]]);
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
