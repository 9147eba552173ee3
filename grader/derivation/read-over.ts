/**
 * Sums, products, the largest and the least, each over an index.
 */
import { axesUsed, sizeOfAxis } from "./axis-used.ts";
import { type Below, belowIn, type Running } from "./below-sum.ts";
import type { Condition, Expression } from "./expression.ts";
import { FormulaError } from "./formula-error.ts";
import { indexMeant } from "./index-meant.ts";
import type { Reader } from "./reader.ts";
import { namesIn } from "./scope.ts";
import { type Token, textOf } from "./token.ts";

type Over = "\\sum" | "\\prod" | "\\max" | "\\min";

export function readOver(reader: Reader, op: Over): Expression {
  let sub: readonly Token[] = [];
  let sup: readonly Token[] = [];
  for (let token = reader.peek(); token?.is === "sub" || token?.is === "sup"; token = reader.peek()) {
    if (token.is === "sub") sub = token.body;
    else sup = token.body;
    reader.place++;
  }
  return ranged(reader, op, sub, sup);
}

function ranged(reader: Reader, op: Over, sub: readonly Token[], sup: readonly Token[]): Expression {
  if (sub.length === 0) {
    const understood = reader.scope.understood === undefined ? undefined : understoodOver(reader, op);
    if (understood !== undefined) return understood;
    throw new FormulaError(`${op} does not say over which index: write ${op}_${indexIn(reader)}`);
  }
  return nested(reader, op, belowIn(reader, op, sub, sup));
}

/** One sum within the other; the innermost one leaves out the terms that are not meant. */
function nested(reader: Reader, op: Over, { running, conditions }: Below): Expression {
  const [{ index, ...ends }, ...more] = running as [Running, ...Running[]];
  const declared = reader.scope.declared(index);
  const isOwn = declared === undefined && reader.scope.understood !== undefined;
  if (ends.to === undefined && declared?.domain !== "index" && !isOwn) throw unknownEnd(op, index);
  let when: readonly Condition[] = [];
  const body = inside(reader, index, (within) => {
    if (more.length > 0) return nested(within, op, { running: more, conditions });
    when = conditions.flatMap((condition) => within.of(condition).conditions());
    const term = within.term();
    if (op === "\\prod") refuseFactorBehind(term, index);
    return term;
  });
  const range = ends.to === undefined ? endsMeant(reader, op, index, body) : ends;
  return { is: "over", op, index, ...range, ...(when.length === 0 ? {} : { when }), body };
}

/**
 * Whether ∏ v_j · c is c times the product, or has c in each factor.
 *
 * @throws FormulaError where both can be meant: a sum is the same in both readings
 */
function refuseFactorBehind(term: Expression, index: string): void {
  let of = term;
  const uses = (e: Expression): boolean => namesIn(e).includes(index);
  while (of.is === "binary" && (of.op === "\\cdot" || of.op === "*")) {
    if (uses(of.left) && !uses(of.right))
      throw new FormulaError(
        `\\prod does not say how far it reaches: what stands behind \\cdot has no ${index}, so write it before the product or set brackets`,
      );
    of = of.left;
  }
}

/** From where to where a sum goes by its terms, in a typed line where the page's index does not fit: Σ_k v_k. */
function endsMeant(
  reader: Reader,
  op: Over,
  index: string,
  body: Expression,
): { readonly from?: Expression; readonly to?: Expression } {
  const { scope } = reader;
  const declared = scope.declared(index)?.shape[0];
  if (scope.understood === undefined) return {};
  const [axis, other] = axesUsed(index, body, scope);
  if (declared !== undefined && (axis === undefined || axis === declared || other !== undefined)) return {};
  if (axis === undefined || other !== undefined) throw unknownEnd(op, index);
  return { from: { is: "number", value: 1 }, to: sizeOfAxis(axis) };
}

const unknownEnd = (op: Over, index: string): FormulaError =>
  new FormulaError(
    `how far ${index} runs is not declared: write ${op}_{${index}=1}^{n}, or declare \`${index} : index n\``,
  );

/** Σ x_i e_i, Σ (y − ŷ)²: over the one index that it can mean; undefined where there are several. */
function understoodOver(reader: Reader, op: Over): Expression | undefined {
  const start = reader.place;
  const body = reader.term();
  const over = indexMeant(body, reader.scope, reader.bound);
  if (over === undefined) {
    reader.place = start;
    return undefined;
  }
  return { is: "over", op, ...over };
}

/** An index that stands further on, for a sum that names none. */
function indexIn(reader: Reader): string {
  const indices = reader.scope.symbols.filter(({ domain }) => domain === "index").flatMap(({ keys }) => keys);
  const letters: readonly string[] = textOf(reader.tokens.slice(reader.place)).match(/[a-zA-Z]/g) ?? [];
  return indices.find((name) => letters.includes(name)) ?? indices[0] ?? "{i=1}^{n}";
}

/** A sum reaches to the next + or −. */
function inside(reader: Reader, index: string, read: (within: Reader) => Expression): Expression {
  const within = reader.of(reader.tokens, index);
  within.place = reader.place;
  within.inBars = reader.inBars;
  const body = read(within);
  reader.place = within.place;
  return body;
}
