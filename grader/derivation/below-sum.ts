/**
 * What stands below a sum: the indices that it brings in, how far each runs, and which terms are meant.
 *
 *     i=1                    from 1 to what stands above
 *     j,k=1                  both so
 *     j \ne l                all but l
 *     1 \le j < k \le m      each pair once
 *     i : t_i = 1            those with the label 1
 */
import type { Expression } from "./expression.ts";
import { FormulaError } from "./formula-error.ts";
import { splitAtCommas } from "./read-list.ts";
import type { Reader } from "./reader.ts";
import { primesIn } from "./symbols.ts";
import { isMark, type Token, textOf } from "./token.ts";

export interface Running {
  readonly index: string;
  /** From and to; the declared range where none is written. */
  readonly from?: Expression;
  readonly to?: Expression;
}

export interface Below {
  readonly running: readonly Running[];
  /** Relations that hold of each term. */
  readonly conditions: readonly (readonly Token[])[];
}

type Tokens = readonly Token[];

/** @param above what stands above the sum */
export function belowIn(reader: Reader, op: string, below: Tokens, above: Tokens): Below {
  const running: Running[] = [];
  const conditions: Tokens[] = [];
  for (const part of partsOf(below)) {
    const { sides, relations } = chainIn(part);
    const [first = [], second = []] = sides;
    const index = indexIn(first);
    const isNew = index !== undefined && !running.some((one) => one.index === index);
    if (relations.length > 1) {
      running.push(...between(reader, op, sides, relations));
      for (let k = 1; k < relations.length - 1; k++)
        conditions.push([...(sides[k] ?? []), relations[k] as Token, ...(sides[k + 1] ?? [])]);
    } else if (isNew && relations.length === 0) running.push({ index });
    else if (isNew && isMark(relations[0], "=")) {
      if (above.length === 0)
        throw new FormulaError(`${op} has a beginning and no end: write ${op}_{${textOf(below)}}^{n}`);
      const ends = { from: reader.of(second).whole(), to: reader.of(above).whole() };
      // The end of i, j = 1 is that of both.
      const open = running.splice(0).map((one) => ({ ...ends, ...one }));
      running.push(...open, { index, ...ends });
    } else {
      if (isNew && running.length === 0) {
        refuseTwoReadings(reader, op, index, relations, second);
        running.push({ index });
      }
      conditions.push(part);
    }
  }
  const [first] = running;
  if (first === undefined) throw new FormulaError(`${op} over ${textOf(below)} runs over no index`);
  if (above.length > 0 && running.some(({ from }) => from === undefined))
    throw new FormulaError(
      `${op} has an end and no beginning: write ${op}_{${first.index}=1}^{${textOf(above)}}`,
    );
  return { running, conditions };
}

/** The rows of \substack, or what stands between commas, colons and bars. */
function partsOf(below: Tokens): Tokens[] {
  const rows = below.flatMap((token) => (token.is === "array" ? token.rows.map((row) => row.flat()) : []));
  const plain = below.filter((token) => token.is !== "array" && token.is !== "gap");
  const parted = plain.map((token): Token => (isMark(token, ":", "|", "\\mid") ? COMMA : token));
  return [...splitAtCommas(parted), ...rows].filter((part) => part.length > 0);
}

const COMMA: Token = { is: "mark", text: ",", role: "other" };

/** a ≤ b < c as its sides and the relations between them. */
function chainIn(part: Tokens): { sides: Tokens[]; relations: Token[] } {
  const sides: Token[][] = [[]];
  const relations: Token[] = [];
  for (const token of part)
    if (token.is === "mark" && token.role === "relation") {
      relations.push(token);
      sides.push([]);
    } else sides.at(-1)?.push(token);
  return { sides, relations };
}

/** A letter, with primes where it has some; undefined for anything else. */
function indexIn([letter, label, ...more]: Tokens): string | undefined {
  if (letter?.is !== "name" || more.length > 0) return undefined;
  if (label === undefined) return letter.text;
  const primes = label.is === "sup" ? primesIn(label.body) : 0;
  return label.is === "sup" && primes === label.body.length ? letter.text + "'".repeat(primes) : undefined;
}

/** The indices of 1 ≤ j < k ≤ m: each from the lowest to the highest. */
function between(reader: Reader, op: string, sides: readonly Tokens[], relations: Tokens): Running[] {
  const rises = relations.every((relation) => isMark(relation, "\\le", "<"));
  const indices = sides.slice(1, -1).map(indexIn);
  if (!rises || indices.includes(undefined))
    throw new FormulaError(
      `${op} over this cannot be read: write its ends, as in ${op}_{1 \\le j < k \\le m}`,
    );
  const end = (side: Tokens = [], isIn: boolean, op: "+" | "-"): Expression => {
    const at = reader.of(side).whole();
    return isIn ? at : { is: "binary", op, left: at, right: { is: "number", value: 1 } };
  };
  const from = end(sides[0], isMark(relations[0], "\\le"), "+");
  const to = end(sides.at(-1), isMark(relations.at(-1), "\\le"), "-");
  return indices.map((index = "") => ({ index, from, to }));
}

/** Whether j < k goes over both or over j alone is said by nothing; all but l is. */
function refuseTwoReadings(
  reader: Reader,
  op: string,
  index: string,
  [relation]: Tokens,
  behind: Tokens,
): void {
  const other = indexIn(behind);
  if (isMark(relation, "\\in"))
    throw new FormulaError(`${op} over a set cannot be read: write ${op}_{${index}=1}^{n}`);
  if (other === undefined || isMark(relation, "\\ne") || reader.bound.includes(other)) return;
  if (reader.scope.declared(other)?.domain === "size") return;
  throw new FormulaError(
    `${op} over ${index} and ${other} has two readings: write ${op}_{1 \\le ${index} < ${other} \\le n} for all pairs, or the ends of ${index}, as in ${op}_{${index}=1}^{${other}-1}`,
  );
}
