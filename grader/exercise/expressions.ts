/**
 * Inputs that are expressions: leaves, and a program of operations that stay well inside their domains.
 */
import { codeOf, type Operation, placeOf, stepOf } from "../../reference/functions/expression.ts";
import { Num } from "../../reference/numbers/num.ts";
import { gradient } from "../../reference/numbers/tracked.ts";
import type { Value } from "../value.ts";
import type { Draw } from "./draw.ts";
import { drawn, type Inputs } from "./inputs.ts";
import { featuresOfProgram } from "./program-features.ts";
import { matrix, vector } from "./types.ts";

/** [operation, first operand, second operand, number]; see reference/functions/expression.ts. */
export type Row = number[];
export type Program = Row[];

/** A row by the name of its operation. */
export const row = (operation: Operation, first: number, second = -1, number = 0): Row => [
  codeOf(operation),
  first,
  second,
  number,
];

/** An operation more, on the place that was made last. */
export type NextRow = (last: number) => Row;

/** A program with operations more; `leaves` is how many places come before its first row. */
export function followed(program: Program, leaves: number, ...rows: readonly NextRow[]): Program {
  const longer = [...program];
  for (const next of rows) longer.push(next(leaves + longer.length - 1));
  return longer;
}

const LARGEST = 8;
/** Some leaf must count this much: a gradient of zeros tells nothing. */
const SMALLEST_GRADIENT = 0.05;
/** How often an operation is drawn anew, and how often a program. */
const ROW_DRAWS = 30;
const PROGRAM_DRAWS = 100;

/** Whether operands are well inside an operation's domain, away from kinks and from where slopes vanish. */
function suits(operation: Operation, a: number, b: number): boolean {
  switch (operation) {
    case "div":
      return Math.abs(b) >= 0.25;
    case "log":
      return a >= 0.25;
    case "pow":
      return Math.abs(a) >= 0.25 && (Number.isInteger(b) || a > 0);
    case "tanh":
    case "sigmoid":
      return Math.abs(a) <= 2;
    case "exp":
      return a <= 2;
    case "relu":
      return Math.abs(a) >= 0.25;
    default:
      return true;
  }
}

/** The place that a row makes, or nothing where its operation does not suit. */
function madeBy(places: readonly Num[], made: Row): Num | undefined {
  const { operation, first, second, number } = stepOf(made);
  const b = second === undefined ? number : places[second]!.value;
  if (!suits(operation, places[first]!.value, b)) return undefined;
  const place = placeOf(places, made);
  return Math.abs(place.value) <= LARGEST ? place : undefined;
}

/** Whether some leaf counts. */
const counts = (places: readonly Num[], leaves: readonly Num[]): boolean =>
  (gradient(places.at(-1)!, leaves) as Num[]).some(({ value }) => Math.abs(value) >= SMALLEST_GRADIENT);

/** Whether an expression stays in its domains and tells right from wrong. */
export function isUsable(
  leaves: readonly number[],
  program: Program,
  /** The first of the leaves of which one must count. */
  from = 0,
): boolean {
  const places = leaves.map((leaf) => new Num(leaf));
  for (const made of program) {
    const place = madeBy(places, made);
    if (place === undefined) return false;
    places.push(place);
  }
  return counts(places, places.slice(from, leaves.length));
}

/** A program that grows: each row is drawn until it suits. */
class Growing {
  readonly rows: Program = [];
  readonly places: Num[];
  private readonly counting: readonly Num[];

  /** @param from the first of the leaves of which one must count */
  constructor(leaves: readonly number[], from = 0) {
    this.places = leaves.map((leaf) => new Num(leaf));
    this.counting = this.places.slice(from);
  }

  /** The place that was made last. */
  get last(): number {
    return this.places.length - 1;
  }

  /** Draws a row until it suits; false if none does. */
  add(one: () => Row): boolean {
    for (let i = 0; i < ROW_DRAWS; i++) {
      const made = one();
      const place = madeBy(this.places, made);
      if (place === undefined) continue;
      this.rows.push(made);
      this.places.push(place);
      return true;
    }
    return false;
  }

  get tells(): boolean {
    return counts(this.places, this.counting);
  }
}

/** A number between −2 and 2, not near 0. */
export const awayFromZero = (draw: Draw): number => draw.pick([-1, 1]) * draw.between(0.25, 2);

const EXPONENTS = [2, 3, -1, -2, 0.5, 1.5];

/** Without these no expression can tell the usual mistakes apart. */
const ALWAYS: readonly Operation[] = ["add", "mul", "pow", "tanh"];
const SOMETIMES: readonly Operation[] = ["sub", "div", "neg", "exp", "log", "relu", "sigmoid", "mul"];

/** Each operation takes the result before it, so that all count; second operands come back to earlier places. */
function growAny(draw: Draw, program: Growing): boolean {
  const chosen = [...ALWAYS, ...draw.list(draw.size("k") - ALWAYS.length, () => draw.pick(SOMETIMES))];
  const first = draw.integer(0, program.last);
  const used = [first];
  while (chosen.length > 0) {
    const before = program.rows.length === 0 ? first : program.last;
    let at = 0;
    const grown = program.add(() => {
      at = draw.integer(0, chosen.length - 1);
      return anyRow(draw, chosen[at]!, before, program.last, used);
    });
    if (!grown) return false;
    chosen.splice(at, 1);
    const { second } = stepOf(program.rows.at(-1)!);
    used.push(program.last, ...(second === undefined ? [] : [second]));
  }
  return true;
}

function anyRow(
  draw: Draw,
  operation: Operation,
  before: number,
  last: number,
  used: readonly number[],
): Row {
  if (operation === "pow") return row(operation, before, -1, draw.pick(EXPONENTS));
  if (!["add", "mul", "sub", "div"].includes(operation)) return row(operation, before);
  // Half of the second operands are places that count already: their gradients have several parts.
  const other = draw.integer(0, 1) === 0 ? draw.pick(used) : draw.integer(0, last);
  // a − a and a/a are constants, and rounding is all that is left of their derivatives.
  const constant = other === before && (operation === "sub" || operation === "div");
  if (constant || draw.integer(0, 4) === 0) return row(operation, before, -1, awayFromZero(draw));
  return draw.integer(0, 1) === 0 ? row(operation, before, other) : row(operation, other, before);
}

/** One node, a short and a long way from it, and both ends in one operation that does not mind their order. */
function growDiamond(draw: Draw, program: Growing): boolean {
  const node = program.last + 1;
  const two = (a: number, b: number) => () => row(draw.pick(["add", "mul"]), a, b);
  if (!program.add(two(0, 1))) return false;
  // The short way meets a leaf again: else overwriting and passing on too early give the same.
  const leaf = draw.integer(0, 1);
  if (!program.add(two(node, leaf))) return false;
  for (let from = node; program.rows.length < draw.size("k") - 1; from = program.last) {
    if (!program.add(() => linkRow(draw, from))) return false;
  }
  const ends = draw.integer(0, 1) === 0 ? two(node + 1, program.last) : two(program.last, node + 1);
  return program.add(ends);
}

function linkRow(draw: Draw, from: number): Row {
  const operation = draw.pick(["tanh", "sigmoid", "pow", "mul", "add", "exp", "neg"] as const);
  if (operation === "pow") return row(operation, from, -1, draw.pick([2, 3]));
  const takesNumber = operation === "mul" || operation === "add";
  return takesNumber ? row(operation, from, -1, awayFromZero(draw)) : row(operation, from);
}

/** The input `leaves`, drawn before. */
const earlierLeaves = ({ leaves }: Inputs): readonly number[] => leaves as number[];

/** The program of an expression, k operations on leaves drawn before it. */
const programOf = (grow: (draw: Draw, program: Growing) => boolean, leavesOf = earlierLeaves, from = 0) => ({
  ...drawn(matrix("k 4"), (draw, earlier) => {
    for (let i = 0; ; i++) {
      const program = new Growing(leavesOf(earlier), from);
      if ((grow(draw, program) && program.tells) || i === PROGRAM_DRAWS) return program.rows;
    }
  }),
  features: (program: Value, given: Inputs) => featuresOfProgram(program as Program, leavesOf(given)),
});

/** Leaves of an expression: n numbers. */
export const someLeaves = drawn(vector("n"), (draw) => draw.list(draw.size("n"), () => awayFromZero(draw)));

/** Any operations, k of at least four; needs the input `leaves` before it. */
export const someOperations = programOf(growAny);

/** Any operations on leaves that go by other names; one from the leaf `from` on counts. */
export const operationsOn = (leavesOf: (earlier: Inputs) => readonly number[], from: number) =>
  programOf(growAny, leavesOf, from);

/** Two ways of different length from one node to the result, k of at least five; needs two `leaves` before it. */
export const aDiamond = programOf(growDiamond);
