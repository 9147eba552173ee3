/**
 * How often the checker of derivations is wrong: right derivations that it refuses, and changed lines that it lets
 * through. A change counts where it changes what the line is worth, by an evaluation of its own.
 */
import { combinations } from "../../../grader/derivation/combinations.ts";
import { draw } from "../../../grader/derivation/draw.ts";
import { evaluate } from "../../../grader/derivation/evaluate.ts";
import { Degenerate, FormulaError } from "../../../grader/derivation/formula-error.ts";
import { freeIndices } from "../../../grader/derivation/free-indices.ts";
import { pointAt } from "../../../grader/derivation/point-at.ts";
import { judgeLines } from "../../../grader/derivation/written/judge-derivation.ts";
import { parted } from "../../../grader/derivation/written/parted.ts";
import { readSide } from "../../../grader/derivation/written/read-side.ts";
import { inOrder } from "../../../grader/derivation/written/report.ts";
import { type Mutant, mutantsOf } from "../mutants.ts";
import { derivation, type Loaded, typed } from "./course.ts";
import { rightDerivations } from "./right-derivations.ts";

export interface ChangedLine {
  readonly slug: string;
  /** The lines up to the changed one. */
  readonly lines: readonly string[];
  readonly kind: string;
}

/** Every line of the right derivations with one small change in its last side; names of one's own are left alone. */
export async function changedLines(): Promise<ChangedLine[]> {
  const found: ChangedLine[] = [];
  for (const [slug, ways] of Object.entries(rightDerivations)) {
    const { page, given } = await derivation(slug);
    for (const lines of ways)
      for (const [k, line] of lines.entries()) {
        if (lines.slice(0, k + 1).some((one) => one.includes(":="))) continue;
        const side = parted(line).sides.at(-1);
        if (side === undefined) continue;
        const head = line.slice(0, side.from);
        for (const { tex, kind } of mutantsOf(side.text, page) as readonly Mutant[])
          if (isOtherValue(given.scope, side.text, tex))
            found.push({ slug, kind, lines: [...lines.slice(0, k), `${head}${tex}`] });
      }
  }
  return found;
}

/** Whether two sides can both be read, and differ plainly at one of a few points. */
function isOtherValue(scope: Loaded["given"]["scope"], a: string, b: string): boolean {
  try {
    const [one, other] = [a, b].map((text) => readSide({ text, from: 0 }, scope).read) as [
      ReturnType<typeof readSide>["read"],
      ReturnType<typeof readSide>["read"],
    ];
    const free = new Set([...freeIndices(one, scope), ...freeIndices(other, scope)]);
    let seen = 0;
    for (let i = 0; i < 12 && seen < 4; i++) {
      scope.budget.renew();
      try {
        const origin = pointAt(scope, draw(scope, 77, `changed/${i}`));
        for (const indices of combinations(free, origin)) {
          const at = origin.at(indices);
          const [x, y] = [evaluate(one, at).at, evaluate(other, at).at];
          if (x.length !== y.length) return true;
          if (![...x, ...y].every(Number.isFinite)) throw new Degenerate("no number");
          const size = 1e-3 + Math.max(...x.map(Math.abs), ...y.map(Math.abs));
          if (x.some((one, k) => Math.abs(one - (y[k] as number)) > 1e-7 * size)) return true;
        }
        seen++;
      } catch (error) {
        if (!(error instanceof Degenerate)) throw error;
      }
    }
    return false;
  } catch (error) {
    if (error instanceof FormulaError) return false;
    throw error;
  }
}

/** Whether a changed line is refused, and every line above it is not. */
export async function isRefused({ slug, lines }: ChangedLine): Promise<boolean> {
  const { given } = await derivation(slug);
  const report = judgeLines(given, typed(lines), 1);
  const orders = report.lines.map(({ status }) => inOrder.includes(status));
  return orders.slice(0, -1).every(Boolean) && orders.at(-1) === false;
}
