/**
 * Sums, products, the largest and the least, each over an index.
 */
import { axesUsed, sizeOfAxis } from "./axis-used.ts";
import type { Expression } from "./expression.ts";
import { FormulaError } from "./formula-error.ts";
import { indexMeant } from "./index-meant.ts";
import type { Reader } from "./reader.ts";
import { isMark, type Token, textOf } from "./token.ts";

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
  const [index, relation, ...rest] = sub;
  if (index === undefined) {
    const understood = reader.scope.understood === undefined ? undefined : understoodOver(reader, op);
    if (understood !== undefined) return understood;
    throw new FormulaError(`${op} does not say over which index: write ${op}_${indexIn(reader)}`);
  }
  if (index.is !== "name") throw new FormulaError(`${op} over ${textOf(sub)} runs over no index`);
  const { text } = index;
  const term = (within: Reader): Expression => within.term();
  if (relation === undefined || (isMark(relation, ",") && rest.length > 0)) {
    const declared = reader.scope.declared(text);
    const isOwn = declared === undefined && reader.scope.understood !== undefined;
    if (declared?.domain !== "index" && !isOwn) throw unknownEnd(op, text);
    if (sup.length > 0)
      throw new FormulaError(`${op} has an end and no beginning: write ${op}_{${text}=1}^{${textOf(sup)}}`);
    const more = (within: Reader): Expression => ranged(within, op, rest, []);
    const body = inside(reader, text, relation === undefined ? term : more);
    return { is: "over", op, index: text, ...endsMeant(reader, op, text, body), body };
  }
  if (isMark(relation, "\\ne"))
    return {
      is: "over",
      op,
      index: text,
      without: reader.of(rest).whole(),
      body: inside(reader, text, term),
    };
  if (!isMark(relation, "=")) throw new FormulaError(`${op} over ${textOf(sub)} cannot be read`);
  if (sup.length === 0)
    throw new FormulaError(`${op} has a beginning and no end: write ${op}_{${textOf(sub)}}^{n}`);
  const [from, to] = [reader.of(rest).whole(), reader.of(sup).whole()];
  return { is: "over", op, index: text, from, to, body: inside(reader, text, term) };
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
