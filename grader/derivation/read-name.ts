/**
 * A letter with its labels, looked up among the declared symbols: the longest name that is declared is meant,
 * and what is left over is an index, a power, a derivative.
 */
import { isBuiltIn } from "./built-in.ts";
import type { Expression } from "./expression.ts";
import { FormulaError } from "./formula-error.ts";
import { type Found, lookUp } from "./look-up.ts";
import { derived, readInlineDerivative } from "./read-derivative.ts";
import { readArguments, readIndices } from "./read-list.ts";
import { applied, isOperator, readOperator } from "./read-operator.ts";
import { exponentOf, raisedTo } from "./read-superscript.ts";
import type { Reader } from "./reader.ts";
import { nameOf } from "./scope.ts";
import { type Declared, keyOf, primesIn } from "./symbols.ts";
import { isMark, type Token, textOf } from "./token.ts";

export function readName(reader: Reader, base: string): Expression {
  const inline =
    base === "d" && (!isNamed(reader, base) || isSizeBeside(reader, base))
      ? readInlineDerivative(reader)
      : undefined;
  if (inline !== undefined) return inline;
  const word = wordAt(reader, base);
  if (word !== undefined) {
    reader.place += word.letters - 1;
    return readWord(reader, word.name);
  }
  const start = reader.place;
  const { sup, sub } = labels(reader);
  const primes = primesIn(sup);
  const label = sup.slice(primes);
  const index = base + "'".repeat(primes);
  if (sub.length === 0 && label.length === 0 && reader.bound.includes(index))
    return { is: "ref", name: index, indices: [], primes: 0 };
  const found = lookUp(reader.scope, base, primes, label, sub);
  if (found === undefined) {
    // What is raised belongs to what is read next.
    reader.place = start;
    return undeclared(reader, base);
  }
  return referred(reader, found);
}

/** A size that is called d, in a typed line: dL/dw is no quotient of sizes. */
const isSizeBeside = (reader: Reader, base: string): boolean =>
  reader.scope.understood !== undefined && reader.scope.declared(base)?.domain === "size";

const isNamed = (reader: Reader, base: string): boolean =>
  reader.bound.includes(base) || reader.scope.declared(base) !== undefined;

/** Functions as they are typed, the longer ones first. */
const WORDS = [
  "arctan",
  "arcsin",
  "arccos",
  "sinh",
  "cosh",
  "tanh",
  "sqrt",
  "exp",
  "sin",
  "cos",
  "tan",
  "log",
  "max",
  "min",
  "ln",
];

/**
 * A function that is spelled by letters: exp(−z).
 *
 * @throws FormulaError where each of its letters is a symbol: it may be their product
 */
function wordAt(reader: Reader, first: string): { name: string; letters: number } | undefined {
  for (const name of WORDS) {
    const letters = [...name];
    if (!isSpelled(reader, first, name) || !isMark(reader.peek(letters.length - 1), "(")) continue;
    if (letters.every((letter) => isNamed(reader, letter)))
      throw new FormulaError(
        `${name}(…) has two readings, as each letter is a symbol: write \\${name} or ${letters.join(" \\cdot ")}`,
      );
    return { name, letters: letters.length };
  }
  return undefined;
}

/** Whether letters spell a word, the first of which has been read. */
const isSpelled = (reader: Reader, first: string, word: string): boolean =>
  word[0] === first &&
  [...word.slice(1)].every((letter, i) => {
    const token = reader.peek(i);
    return token?.is === "name" && token.text === letter;
  });

/** Words that are no function here, with what to write for them. */
const MEANT: readonly (readonly [word: string, write: string])[] = [
  ["sigmoid", "\\sigma(z)"],
  ["softmax", "\\frac{e^{z_c}}{\\sum_k e^{z_k}}"],
  ["relu", "\\max(0, z)"],
  ["sum", "\\sum_i"],
  ...WORDS.map((word) => [word, `\\${word}`] as const),
];

function readWord(reader: Reader, name: string): Expression {
  if (name !== "sqrt") return readOperator(reader, `\\${name}`);
  const [base, more] = readArguments(reader) as [Expression, ...Expression[]];
  if (more !== undefined) throw new FormulaError("sqrt takes one argument");
  return { is: "power", base, exponent: { is: "number", value: 0.5 } };
}

/** The superscript and the subscript that come next. */
function labels(reader: Reader): { sup: readonly Token[]; sub: readonly Token[] } {
  let sup: readonly Token[] = [];
  let sub: readonly Token[] = [];
  for (;;) {
    const token = reader.peek();
    if (token?.is === "sup" && sup.length === 0) sup = token.body;
    else if (token?.is === "sub" && sub.length === 0) sub = token.body;
    else return { sup, sub };
    reader.place++;
  }
}

function referred(reader: Reader, { symbol, primes, sup, sub }: Found): Expression {
  const name = nameOf(symbol);
  const rank = symbol.shape.length;
  const indices = sub.length === 0 ? [] : readIndices(reader, sub, symbol.domain === "index" ? 0 : rank);
  if (indices.length > rank && reader.scope.definition(name)?.params.includes(textOf(sub)) === true)
    throw new FormulaError(
      `${symbol.names[0]}_${textOf(sub)} may be an entry or a derivative: write \\frac{\\partial ${symbol.names[0]}}{\\partial ${textOf(sub)}}`,
    );
  if (indices.length > rank && symbol.domain !== "index")
    throw new FormulaError(`${symbol.names[0]} has ${rank} indices, not ${indices.length}`);
  const calls = isMark(reader.peek(), "(", "[") && takesArguments(reader, symbol);
  const { variable } = reader.scope.understood ?? {};
  const isDerived = primes > 0 && !takesArguments(reader, symbol);
  if (isDerived && variable !== undefined) {
    const slope = derived({ is: "ref", name, indices, primes: 0 }, primes, variable);
    return sup.length === 0 ? slope : raisedTo(reader, slope, sup);
  }
  if (isDerived) throw new FormulaError(`${symbol.names[0]}${"'".repeat(primes)} is not declared`);
  if (symbol.domain === "function" && isMark(reader.peek(), "\\circ"))
    throw new FormulaError("∘ between functions has two readings: write (f \\circ g)(x)");
  const args = calls ? { args: readArguments(reader) } : {};
  const ref: Expression = { is: "ref", name, indices, primes, ...args };
  if (sup.length === 0) return ref;
  const whole = raisedTo(reader, ref, sup);
  if (
    symbol.keys.includes("e") &&
    indices.length === 0 &&
    whole.is === "power" &&
    whole.exponent.is !== "number"
  )
    throw new FormulaError(
      `e is declared as ${symbol.meaning}, so it is not Euler's number: write \\exp(${textOf(sup)})`,
    );
  return whole;
}

function takesArguments(reader: Reader, symbol: Declared): boolean {
  if (symbol.domain === "function") return true;
  return (reader.scope.definition(nameOf(symbol))?.params.length ?? 0) > 0;
}

/** 1, and 1_n where n is a size. */
function ones(reader: Reader): Expression {
  const start = reader.place;
  const { sup, sub } = labels(reader);
  const size = textOf(sub);
  if (reader.scope.declared(size)?.domain !== "size") {
    reader.place = start;
    return { is: "ones" };
  }
  const all: Expression = { is: "ones", size: { is: "ref", name: size, indices: [], primes: 0 } };
  return sup.length === 0 ? all : raisedTo(reader, all, sup);
}

/** e, σ and δ have a meaning without being declared; nothing else has. */
function undeclared(reader: Reader, base: string): Expression {
  if (base === "e" && reader.peek()?.is === "sup") {
    const exponent = (reader.next() as { body: readonly Token[] }).body;
    return { is: "apply", fn: "\\exp", primes: 0, to: [exponentOf(reader, exponent)] };
  }
  if (base === "\\pi" && reader.peek()?.is !== "sub") return { is: "number", value: Math.PI };
  if (base === "\\mathbf 1") return ones(reader);
  if (isBuiltIn(base)) return applied(reader, base);
  if (base === "\\delta" && reader.peek()?.is === "sub") {
    const [left, right] = readIndices(reader, (reader.next() as { body: readonly Token[] }).body);
    if (left !== undefined && right !== undefined)
      return { is: "indicator", when: [{ left, relation: "=", right }] };
  }
  if (base === "\\mathbb 1" && (isMark(reader.peek(), "[", "(", "\\{") || reader.peek()?.is === "sub")) {
    const sub = reader.peek();
    if (sub?.is === "sub") {
      reader.place++;
      return { is: "indicator", when: reader.of(sub.body).conditions() };
    }
    const from = ++reader.place;
    let depth = 1;
    while (depth > 0) {
      const token = reader.next();
      if (token.is === "mark" && token.role === "open") depth++;
      if (token.is === "mark" && token.role === "close") depth--;
    }
    return { is: "indicator", when: reader.of(reader.tokens.slice(from, reader.place - 1)).conditions() };
  }
  if (base === "\\mathbb 1") return ones(reader);
  if (isOperator(base)) return readOperator(reader, base);
  if (base === "\\mathbb E")
    throw new FormulaError(
      "\\mathbb{E} is not known: write the mean, as \\frac{1}{n} \\sum_i, or the sum with its probabilities",
    );
  if (base === "O" && isMark(reader.peek(), "("))
    throw new FormulaError(
      "O is not declared: write \\approx without it, and `within: O(h^2)` below the formula",
    );
  const { sup, sub } = labels(reader);
  const full = keyOf(base, 0, textOf(sup), textOf(sub));
  const meant = MEANT.find(([word]) => isSpelled(reader, base, word));
  if (meant !== undefined) throw new FormulaError(`${meant[0]} is read letter by letter: write ${meant[1]}`);
  if (full === "d" && reader.peek()?.is === "name")
    throw new FormulaError(
      "d is not declared: a differential has no number of its own, so write a derivative, as \\frac{df}{dx}",
    );
  if (full === "e") throw new FormulaError("e is not declared; Euler's number alone is \\exp(1)");
  if (base === "\\Sigma") throw new FormulaError("\\Sigma is not declared: a sum is \\sum_i");
  throw new FormulaError(`${full} is not declared`);
}
