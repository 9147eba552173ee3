/**
 * The end of a derivation: its last side against the reference function that it claims to be.
 *
 *     ends: mseLoss(x, y, w, b) by w
 *
 * The arguments are symbols of the page. `by` asks for the derivative, by reverse mode; `[i, j]` or `[c]` behind it
 * for one entry.
 */
import { Num } from "../../reference/numbers/num.ts";
import { gradient } from "../../reference/numbers/tracked.ts";
import { distance } from "./agree.ts";
import type { Outcome } from "./checked.ts";
import { combinations } from "./combinations.ts";
import { SAFETY } from "./compare.ts";
import { namesBehind } from "./coordinates.ts";
import { draw, kindOf } from "./draw.ts";
import { evaluate, type Measured } from "./evaluate.ts";
import { type Expression, isRef } from "./expression.ts";
import { Degenerate, FormulaError, NoNumber } from "./formula-error.ts";
import { freeIndices } from "./free-indices.ts";
import { ATTEMPTS, DRAWS } from "./hold.ts";
import { noNumberText } from "./no-number.ts";
import type { Drawn, Point } from "./point.ts";
import { pointAt } from "./point-at.ts";
import { apart, pointText } from "./point-text.ts";
import { numberOf } from "./quantity.ts";
import { splitAtCommas } from "./read-list.ts";
import { readerOf } from "./reader-of.ts";
import type { Scope } from "./scope.ts";
import { entry, mapped, matrix, sameShape, scalar, shapeText, type Tensor, vector } from "./tensor.ts";
import { tokensOf } from "./tokens-of.ts";

export type NumTensor = Num | readonly Num[] | readonly (readonly Num[])[];
/** Reference functions by the name that a page writes. */
export type EndsTable = Readonly<Record<string, (...args: never[]) => NumTensor>>;

interface End {
  readonly name: string;
  readonly args: readonly string[];
  readonly by: string | undefined;
  /** Indices of the entry that is meant. */
  readonly indices: readonly string[];
}

/** Compares the last side with the reference at points where both have a value. */
export function holdEnd(
  scope: Scope,
  last: Expression,
  text: string,
  table: EndsTable,
  seed: number,
  draws = DRAWS,
): Outcome {
  const end = endIn(text, scope);
  const f = Object.hasOwn(table, end.name) ? table[end.name] : undefined;
  if (f === undefined)
    throw new FormulaError(
      `${end.name} is no reference function; there are ${Object.keys(table).join(", ")}`,
    );
  const free = new Set([...freeIndices(last, scope), ...end.indices]);
  const fit: Drawn[] = [];
  const without: Drawn[] = [];
  let difference = 0;
  for (let i = 0; fit.length + without.length < draws; i++) {
    if (i === ATTEMPTS)
      return { points: fit.length, wrong: `only ${fit.length} of ${i} draws are fit to compare it` };
    const drawn = draw(scope, seed, `ends/${text}/${i}`, kindOf(i));
    const origin = pointAt(scope, drawn);
    try {
      const whole = referenceValue(f as (...args: NumTensor[]) => NumTensor, end, origin);
      for (const indices of combinations(free, origin)) {
        const at = new Map(indices);
        const right = entry(
          whole,
          end.indices.map((name) => (at.get(name) ?? 0) - 1),
        );
        const mine = evaluate(last, origin.at(indices));
        if (!sameShape(mine, right))
          throw new FormulaError(
            `the last side is ${shapeText(mine)}, ${text} of the reference ${shapeText(right)}`,
          );
        if (![...mine.at, ...mine.off, ...right.at].every(Number.isFinite)) throw new Degenerate("no number");
        if (!agrees(mine, right)) {
          const [shown, wanted] = apart(mine, right);
          const wrong = `the last side is ${shown}, ${text} of the reference is ${wanted}\n    at ${pointText(scope, drawn, indices)}`;
          return { points: fit.length + 1, wrong };
        }
        difference = Math.max(difference, distance(mine.at, right.at));
      }
      fit.push(drawn);
    } catch (error) {
      if (error instanceof NoNumber) without.push(drawn);
      else if (!(error instanceof Degenerate)) throw error;
    }
  }
  if (without.length > 0)
    return { points: fit.length, wrong: noNumberText(scope, namesBehind(scope, [last]), without, fit) };
  return { points: fit.length, difference };
}

/**
 * Whether a side is the reference's value, but for what its last digits are worth. The reference rounds in its own
 * way: a billionth of its largest entry is left to it, and 1e−12 where large numbers cancel in it.
 */
function agrees(mine: Measured, right: Tensor): boolean {
  const size = Math.max(...right.at.map(Math.abs));
  return mine.at.every(
    (x, k) => Math.abs(x - (right.at[k] as number)) <= SAFETY * (mine.off[k] as number) + 1e-9 * size + 1e-12,
  );
}

function endIn(text: string, scope: Scope): End {
  const [, name, list, by, indices] =
    /^(\w+)\((.*)\)(?:\s+by\s+([^[]+?))?(?:\s*\[([^\]]*)\])?$/.exec(text.trim()) ?? [];
  if (name === undefined) throw new FormulaError("an end is written like `ends: mseLoss(x, y, w, b) by w`");
  const symbol = (tex: string): string => {
    const read = readerOf(tokensOf(tex), scope).whole();
    if (!isRef(read)) throw new FormulaError(`${tex} in \`ends\` is no symbol`);
    return read.name;
  };
  const args = splitAtCommas(tokensOf(list ?? "")).map((tokens) => {
    const read = readerOf(tokens, scope).whole();
    if (!isRef(read)) throw new FormulaError("an argument in `ends` is a symbol");
    return read.name;
  });
  return {
    name,
    args,
    by: by === undefined ? undefined : symbol(by),
    indices: indices === undefined ? [] : indices.split(/,\s*/).map(symbol),
  };
}

function referenceValue(f: (...args: NumTensor[]) => NumTensor, end: End, point: Point): Tensor {
  const args = new Map(
    end.args.map((name) => {
      const symbol = point.scope.declared(name);
      if (symbol === undefined) throw new FormulaError(`${name} is not declared`);
      return [name, numsOf(mapped(point.value(symbol), numberOf))];
    }),
  );
  const value = f(...args.values());
  if (end.by === undefined) return tensorOf(value);
  const by = args.get(end.by);
  if (by === undefined) throw new FormulaError(`${end.by} is no argument of ${end.name}`);
  if (!(value instanceof Num)) throw new FormulaError(`${end.name} is no number, so it has no gradient`);
  return tensorOf(gradient(value, by) as NumTensor);
}

const numsOf = ({ rank, rows, cols, at }: Tensor): NumTensor =>
  rank === 0
    ? new Num(at[0] as number)
    : rank === 1
      ? at.map((x) => new Num(x))
      : Array.from({ length: rows }, (_, i) => at.slice(i * cols, (i + 1) * cols).map((x) => new Num(x)));

function tensorOf(value: NumTensor): Tensor {
  if (value instanceof Num) return scalar(value.value);
  const [first] = value;
  if (first instanceof Num) return vector((value as readonly Num[]).map((x) => x.value));
  const rows = value as readonly (readonly Num[])[];
  return matrix(
    rows.length,
    rows[0]?.length ?? 0,
    rows.flatMap((row) => row.map((x) => x.value)),
  );
}
