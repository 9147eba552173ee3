/**
 * Derivatives: ∂L/∂w, d/dz of what follows, ∂²L/∂w², ∇_w L.
 */
import { isBuiltIn } from "./built-in.ts";
import { isD } from "./derivative-sign.ts";
import { type Expression, isRef, type Ref } from "./expression.ts";
import { FormulaError } from "./formula-error.ts";
import { readArguments } from "./read-list.ts";
import type { Reader } from "./reader.ts";
import { namesIn, type Scope } from "./scope.ts";
import { isMark, type Token, textOf } from "./token.ts";

/** Derivatives in one fraction. */
const MOST = 6;

/** The derivative that a fraction is; undefined for one that is a quotient. */
export function readDerivative(
  reader: Reader,
  above: readonly Token[],
  below: readonly Token[],
): Expression | undefined {
  if (!isD(above[0]) || !isD(below[0]) || below.length < 2) return undefined;
  const d = isMark(above[0], "\\partial") ? undefined : reader.scope.declared("d");
  if (d !== undefined && !(reader.scope.understood !== undefined && d.domain === "size"))
    throw new FormulaError(
      `d is declared as ${d.meaning}, so \\frac{d…}{d…} has two readings: write \\partial, or \\cdot behind d`,
    );
  let rest = above.slice(1);
  let order = 1;
  const [power] = rest;
  if (power?.is === "sup") {
    order = Number(textOf(power.body));
    rest = rest.slice(1);
  }
  if (!(order <= MOST)) throw new FormulaError(`a derivative of order ${order}: it may be ${MOST}`);
  const by = variables(reader, below);
  if (by.length !== order) throw new FormulaError(`${order} derivatives by ${by.length} variables`);
  refuseSign(rest[0]);
  const slope = slopeOf(reader, rest, by);
  if (slope !== undefined) return slope;
  const of = rest.length > 0 ? reader.of(rest).whole() : operandBy(reader, by);
  refuseInverse(of, by, reader.scope);
  return differentiated(of, by);
}

function refuseSign(behind: Token | undefined): void {
  if (isMark(behind, "+", "-"))
    throw new FormulaError(`a sign behind \\partial: write it before the fraction`);
}

/** A bar behind what is differentiated says where the derivative is taken, and moves nothing before. */
const differentiated = (of: Expression, by: readonly Ref[]): Expression =>
  of.is === "moved" ? { ...of, of: differentiated(of.of, by) } : { is: "derivative", of, by };

/** (1 + z)′ and u″, where there is one variable. */
export const derived = (of: Expression, primes: number, variable: Ref): Expression =>
  differentiated(of, Array<Ref>(primes).fill(variable));

/** dσ/da (a) is σ′(a), and dσ/da alone is so too. Undefined for what is no function alone. */
function slopeOf(reader: Reader, of: readonly Token[], by: readonly Ref[]): Expression | undefined {
  const [fn, ...more] = of;
  if (reader.scope.understood === undefined || more.length > 0) return undefined;
  if (
    fn === undefined ||
    !("text" in fn) ||
    !isBuiltIn(fn.text) ||
    reader.scope.declared(fn.text) !== undefined
  )
    return undefined;
  const to = isMark(reader.peek(), "(", "[") ? readArguments(reader) : undefined;
  if (to === undefined && reader.scope.understood.argumentOf(fn.text) !== undefined) return undefined;
  if (to !== undefined && to.length !== 1) throw new FormulaError(`${fn.text} takes one argument`);
  return { is: "apply", fn: fn.text, primes: by.length, to: to ?? by.slice(0, 1) };
}

/**
 * dL/dw and ∂L/∂w in one line, behind the first d: one symbol or one bracket is differentiated, or what follows.
 * Undefined where no derivative stands there.
 */
export function readInlineDerivative(reader: Reader): Expression | undefined {
  const start = reader.place;
  const first = reader.peek(-1) as Token;
  const labels = labelsAt(reader);
  const above = [first, ...labels, ...operandAt(reader)];
  const below: Token[] = [];
  if (reader.take("/")) {
    const again = (): boolean => isD(reader.peek()) && textOf([reader.peek() as Token]) === textOf([first]);
    // In dy/dv dv/da the second dv belongs to what comes next.
    const order = powerIn(labels);
    for (let found = 0; found < order && again(); ) {
      const by = [reader.next(), ...operandAt(reader)];
      found += powerIn(by);
      below.push(...by);
    }
  }
  const derivative = below.length < 2 ? undefined : readDerivative(reader, above, below);
  if (derivative === undefined) reader.place = start;
  return derivative;
}

/** The 2 of ∂² and of ∂w²; 1 where nothing is raised, or a label. */
function powerIn(part: readonly Token[]): number {
  const raised = part.find(({ is }) => is === "sup");
  const power = raised?.is === "sup" ? Number(textOf(raised.body)) : 1;
  return Number.isInteger(power) && power > 0 ? power : 1;
}

/** The superscripts and subscripts that come next. */
function labelsAt(reader: Reader): Token[] {
  const found: Token[] = [];
  for (let token = reader.peek(); token?.is === "sup" || token?.is === "sub"; token = reader.peek())
    found.push(reader.next());
  return found;
}

/** One symbol with its labels, or one bracket. */
function operandAt(reader: Reader): Token[] {
  const from = reader.place;
  const token = reader.peek();
  if (token?.is === "name") reader.place++;
  else if (isMark(token, "(", "[")) {
    let depth = 0;
    do {
      const inner = reader.next();
      if (inner.is === "mark" && inner.role === "open") depth++;
      if (inner.is === "mark" && inner.role === "close") depth--;
    } while (depth > 0);
  } else return [];
  labelsAt(reader);
  return reader.tokens.slice(from, reader.place);
}

/** ∂w, ∂w², ∂w ∂b */
function variables(reader: Reader, below: readonly Token[]): Ref[] {
  const found: Ref[] = [];
  let part: Token[] = [];
  const finish = (): void => {
    if (part.length === 0) throw new FormulaError("a derivative by nothing");
    found.push(...variable(reader, part));
    part = [];
  };
  for (const token of below.slice(1)) {
    if (isMark(token, "\\partial") || (isD(token) && isD(below[0]) && !isMark(below[0], "\\partial")))
      finish();
    else part.push(token);
  }
  finish();
  return found;
}

function variable(reader: Reader, part: readonly Token[]): Ref[] {
  refuseSign(part[0]);
  const read = reader.of(part).whole();
  if (isRef(read)) return [read];
  if (read.is === "power" && isRef(read.base) && read.exponent.is === "number" && read.exponent.value <= MOST)
    return Array.from({ length: read.exponent.value }, () => read.base as Ref);
  throw new FormulaError(`a derivative by ${textOf(part)}, which is no symbol`);
}

/**
 * What d/dz stands before: a bracket, or what stands side by side. Who types d/dw (y − wx)ᵀ (y − wx) means the product:
 * a transposed bracket is half of one.
 */
function operand(reader: Reader): Expression {
  if (!isMark(reader.peek(), "(", "[")) return reader.factors();
  const start = reader.place;
  const bracket = reader.factor();
  if (reader.scope.understood === undefined || bracket.is !== "transpose") return bracket;
  reader.place = start;
  return reader.factors();
}

/**
 * The operand, or as much more of the product as makes it depend on a variable: d/dz 1/(1 + e^{-z}), d/dw 2 · w.
 * What it is divided by stays with it where that does not move. Nothing is read twice: what is nested would be so often.
 *
 * @throws FormulaError where what is divided and what it is divided by both do: there are two readings
 */
function operandBy(reader: Reader, by: readonly Ref[]): Expression {
  const { scope } = reader;
  const moves = (e: Expression): boolean =>
    by.some(({ name }) => namesIn(e).some((one) => one === name || scope.dependsOn(one, name)));
  const first = operand(reader);
  if (!moves(first)) return reader.product(first, moves);
  if (!reader.take("/")) return first;
  const right = reader.divisor();
  if (moves(right))
    throw new FormulaError(
      "a derivative before a quotient has two readings: put what is derived in a \\frac{…}{…}, or set brackets",
    );
  return { is: "binary", op: "/", left: first, right };
}

/** @throws FormulaError for dz/da where a is made of z, and z is not of a */
function refuseInverse(of: Expression, by: readonly Ref[], scope: Scope): void {
  const [variable] = by;
  if (!isRef(of) || variable === undefined || by.length > 1) return;
  if (of.name === variable.name || scope.dependsOn(of.name, variable.name)) return;
  if (scope.dependsOn(variable.name, of.name))
    throw new FormulaError(
      `${variable.name} is made of ${of.name} here, so that ${of.name} is no function of ${variable.name}: write one over the derivative of ${variable.name} by ${of.name}`,
    );
}

/** ∇_w L, and the Hessian ∇²_w L */
export function readGradient(reader: Reader): Expression {
  const labels = [reader.peek(), reader.peek(1)];
  const sup = labels.find((token) => token?.is === "sup");
  const sub = labels.slice(0, sup === undefined ? 1 : 2).find((token) => token?.is === "sub");
  if (sub?.is !== "sub") throw new FormulaError("∇ has to say by which symbol: ∇_w");
  if (sup?.is === "sup" && textOf(sup.body) !== "2")
    throw new FormulaError(`∇ to the power of ${textOf(sup.body)}`);
  reader.place += sup === undefined ? 1 : 2;
  const by = variable(reader, sub.body);
  return differentiated(operand(reader), sup === undefined ? by : [...by, ...by]);
}
