/**
 * Expressions as somebody types them: `a*b + tanh(a*b)`, `-x^2`, `2*sin(x)/x`. One grammar; what is built of it is up
 * to the caller.
 *
 *     sum     = product { (+ | -) product }
 *     product = signed { (* | /) signed }
 *     signed  = - signed | primary [ ^ signed ]
 *     primary = number | name | function ( sum ) | ( sum )
 */

/** What cannot be read, as a sentence. */
export class Unread extends Error {
  override readonly name = "Unread";
}

/** Signs between two operands. */
export type Sign = "+" | "-" | "*" | "/" | "^";

/** How the caller builds what is read. */
export interface Building<T> {
  readonly number: (written: string) => T;
  /** What a name stands for, if it is known. */
  readonly named: (name: string) => T | undefined;
  readonly negated: (of: T) => T;
  readonly joined: (sign: Sign, left: T, right: T) => T;
  readonly applied: (fn: string, to: T) => T;
  /** The names and the functions that there are. */
  readonly names: readonly string[];
  readonly functions: readonly string[];
}

const TOKEN = /\s*(?:(\d+(?:\.\d*)?|\.\d+)|([A-Za-z]+)|([-+*/^()]))/y;

/** @throws Unread with what was expected */
export function readTyped<T>(text: string, building: Building<T>): T {
  const { names, functions } = building;
  const tokens = tokensOf(text);
  let at = 0;
  const take = (token: string): boolean => tokens[at] === token && ++at > 0;
  const chain = (signs: string, next: () => T): T => {
    let left = next();
    for (let sign = tokens[at]; sign !== undefined && signs.includes(sign); sign = tokens[at]) {
      at++;
      left = building.joined(sign as Sign, left, next());
    }
    return left;
  };
  const sum = (): T => chain("+-", product);
  const product = (): T => chain("*/", signed);
  const signed = (): T => (take("-") ? building.negated(signed()) : power());
  const power = (): T => {
    const base = primary();
    return take("^") ? building.joined("^", base, signed()) : base;
  };
  const closed = (inside: T): T => {
    if (!take(")")) throw new Unread("A bracket is left open.");
    return inside;
  };
  const primary = (): T => {
    const token = tokens[at++];
    if (token === undefined) throw new Unread("Something is missing at the end.");
    if (token === "(") return closed(sum());
    if (/^[\d.]/.test(token)) return building.number(token);
    if (functions.includes(token)) {
      if (!take("(")) throw new Unread(`Write ${token}( … ), with brackets.`);
      return building.applied(token, closed(sum()));
    }
    const value = building.named(token);
    if (value !== undefined) return value;
    throw new Unread(
      /^[A-Za-z]/.test(token)
        ? `“${token}” is none of ${names.join(", ")} and of ${functions.join(", ")}.`
        : `“${token}” stands where a number or a letter is expected.`,
    );
  };
  const whole = sum();
  if (at < tokens.length)
    throw new Unread(`Before “${tokens[at]}” a sign is missing, or it is one too many.`);
  return whole;
}

function tokensOf(text: string): readonly string[] {
  const tokens: string[] = [];
  const rest = text.trimEnd();
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < rest.length) {
    const from = TOKEN.lastIndex;
    const found = TOKEN.exec(rest);
    if (found === null) throw new Unread(`“${rest.slice(from).trim().slice(0, 8)}” cannot be read.`);
    tokens.push(found[1] ?? found[2] ?? (found[3] as string));
  }
  return tokens;
}
