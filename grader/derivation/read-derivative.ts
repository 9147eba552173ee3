/**
 * Derivatives: ∂L/∂w, d/dz of what follows, ∂²L/∂w², ∇_w L.
 */
import type { Expression, Ref } from "./expression.ts";
import { FormulaError } from "./formula-error.ts";
import { isRef } from "./read-primary.ts";
import type { Reader } from "./reader.ts";
import { isMark, type Token, textOf } from "./token.ts";

/** The derivative that a fraction is; undefined for one that is a quotient. */
export function readDerivative(
  reader: Reader,
  above: readonly Token[],
  below: readonly Token[],
): Expression | undefined {
  if (!isD(above[0]) || !isD(below[0]) || below.length < 2) return undefined;
  let rest = above.slice(1);
  let order = 1;
  const [power] = rest;
  if (power?.is === "sup") {
    order = Number(textOf(power.body));
    rest = rest.slice(1);
  }
  const by = variables(reader, below);
  if (by.length !== order) throw new FormulaError(`${order} derivatives by ${by.length} variables`);
  const of = rest.length > 0 ? reader.of(rest).whole() : operand(reader);
  return differentiated(of, by);
}

/** A bar behind what is differentiated says where the derivative is taken, and moves nothing before. */
const differentiated = (of: Expression, by: readonly Ref[]): Expression =>
  of.is === "moved" ? { ...of, of: { is: "derivative", of: of.of, by } } : { is: "derivative", of, by };

const isD = (token: Token | undefined): boolean =>
  isMark(token, "\\partial") || (token?.is === "name" && token.text === "d");

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
  const read = reader.of(part).whole();
  if (isRef(read)) return [read];
  if (read.is === "power" && isRef(read.base) && read.exponent.is === "number")
    return Array.from({ length: read.exponent.value }, () => read.base as Ref);
  throw new FormulaError(`a derivative by ${textOf(part)}, which is no symbol`);
}

/** What d/dz stands before: a bracket, or what stands side by side. */
function operand(reader: Reader): Expression {
  return isMark(reader.peek(), "(", "[") ? reader.factor() : reader.factors();
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
