/**
 * What stands between commas: indices below a symbol, arguments in a bracket.
 */
import type { Expression } from "./expression.ts";
import type { Reader } from "./reader.ts";
import { CLOSING, isMark, type Token } from "./token.ts";

/** "ij", "i, j", "k - 1", "l_i j" */
export function readIndices(reader: Reader, body: readonly Token[], rank = 2): Expression[] {
  const parts = splitAtCommas(body);
  if (parts.length > 1 || rank === 1) return parts.map((part) => indexIn(reader, part));
  const plain = body.every((token) => ["name", "number", "sub"].includes(token.is) || isPrimes(token));
  if (!plain) return [reader.of(body).whole()];
  const atoms: Token[][] = [];
  for (const token of body) {
    if (token.is === "sub" || token.is === "sup") (atoms.at(-1) ?? atoms[atoms.push([]) - 1])?.push(token);
    else if (token.is === "number" && token.text.length > 1)
      for (const digit of token.text) atoms.push([{ is: "number", text: digit }]);
    else atoms.push([token]);
  }
  return atoms.map((atom) => indexIn(reader, atom));
}

const isPrimes = (token: Token): boolean =>
  token.is === "sup" && token.body.every((inner) => isMark(inner, "\\prime"));

/** In a typed line a letter without a meaning is an index of its writer's own. */
function indexIn(reader: Reader, part: readonly Token[]): Expression {
  const [only, ...more] = part;
  const isOwn =
    reader.scope.understood !== undefined &&
    only?.is === "name" &&
    more.length === 0 &&
    /^[a-zA-Z]$/.test(only.text) &&
    reader.scope.declared(only.text) === undefined;
  return isOwn ? { is: "ref", name: only.text, indices: [], primes: 0 } : reader.of(part).whole();
}

export function splitAtCommas(body: readonly Token[]): Token[][] {
  const parts: Token[][] = [[]];
  let depth = 0;
  for (const token of body) {
    if (token.is === "mark" && token.role === "open") depth++;
    if (token.is === "mark" && token.role === "close") depth--;
    if (depth === 0 && isMark(token, ",")) parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts;
}

/** The arguments in the bracket that comes next. */
export function readArguments(reader: Reader): Expression[] {
  const close = CLOSING[(reader.next() as { text: string }).text] as string;
  const args: Expression[] = [];
  do args.push(reader.sum());
  while (reader.take(",", ";"));
  reader.expect(close);
  return args;
}
