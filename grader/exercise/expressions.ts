/**
 * Inputs that are expressions: leaves, and a program of operations that stay well inside their domains.
 */
import { codeOf, type Operation, placesOf, stepOf } from "../../reference/expression.ts";
import { Num } from "../../reference/num.ts";
import type { Draw } from "./draw.ts";
import { drawn } from "./inputs.ts";
import { matrix, vector } from "./types.ts";

/** [operation, first operand, second operand, number]; see reference/expression.ts. */
export type Row = number[];
export type Program = Row[];

/** A row by the name of its operation. */
export const row = (operation: Operation, first: number, second = -1, number = 0): Row => [
  codeOf(operation),
  first,
  second,
  number,
];

const LARGEST = 8;
const DRAWS = 400;

/** Whether every operation stays well inside its domain, away from kinks and from where slopes vanish. */
export function isTame(leaves: readonly number[], program: Program): boolean {
  const values = placesOf(
    leaves.map((leaf) => new Num(leaf)),
    program,
  ).map(({ value }) => value);
  if (!values.every((v) => Math.abs(v) <= LARGEST)) return false;
  return program.map(stepOf).every(({ operation, first, second, number }) => {
    const a = values[first]!;
    switch (operation) {
      case "div":
        return Math.abs(second === undefined ? number : values[second]!) >= 0.25;
      case "log":
        return a >= 0.25;
      case "pow":
        return Math.abs(a) >= 0.25 && (Number.isInteger(number) || a > 0);
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
  });
}

/** A number between −2 and 2, not near 0. */
function awayFromZero(draw: Draw): number {
  const x = draw.between(0.25, 2);
  return draw.pick([-1, 1]) * x;
}

/** Leaves of an expression: n numbers. */
export const someLeaves = drawn(vector("n"), (draw) => draw.list(draw.size("n"), () => awayFromZero(draw)));

function tameProgram(given: readonly number[], one: () => Program): Program {
  let program = one();
  for (let i = 0; i < DRAWS && !isTame(given, program); i++) program = one();
  return program;
}

const EXPONENTS = [2, 3, -1, -2, 0.5, 1.5];

/** Without these no expression can tell the usual mistakes apart. */
const ALWAYS: readonly Operation[] = ["add", "mul", "pow", "tanh"];
const SOMETIMES: readonly Operation[] = ["sub", "div", "neg", "exp", "log", "relu", "sigmoid", "mul"];

/** Each operation takes the result before it, so that all count; second operands come back to earlier places. */
function anyProgram(draw: Draw, n: number): Program {
  const chosen = [...ALWAYS, ...draw.list(draw.size("k") - ALWAYS.length, () => draw.pick(SOMETIMES))];
  const used = [draw.integer(0, n - 1)];
  const program: Program = [];
  while (chosen.length > 0) {
    const [operation] = chosen.splice(draw.integer(0, chosen.length - 1), 1) as [Operation];
    const before = program.length === 0 ? used[0]! : n + program.length - 1;
    if (operation === "pow") program.push(row(operation, before, -1, draw.pick(EXPONENTS)));
    else if (!["add", "mul", "sub", "div"].includes(operation)) program.push(row(operation, before));
    else if (draw.integer(0, 4) === 0) program.push(row(operation, before, -1, awayFromZero(draw)));
    else {
      // Half of the second operands are places that count already: their gradients have several parts.
      const other = draw.integer(0, 1) === 0 ? draw.pick(used) : draw.integer(0, n + program.length - 1);
      const pair = draw.integer(0, 1) === 0 ? [before, other] : [other, before];
      program.push(row(operation, pair[0]!, pair[1]!));
      used.push(other);
    }
    used.push(n + program.length - 1);
  }
  return program;
}

/** One node, a short and a long way from it, and both ends in one operation that does not mind their order. */
function diamondProgram(draw: Draw, n: number): Program {
  const link = (place: number): Row => {
    const operation = draw.pick(["tanh", "sigmoid", "pow", "mul", "add", "exp", "neg"] as const);
    if (operation === "pow") return row(operation, place, -1, draw.pick([2, 3]));
    return operation === "mul" || operation === "add"
      ? row(operation, place, -1, awayFromZero(draw))
      : row(operation, place);
  };
  // The short way meets a leaf again: else overwriting and passing on too early give the same.
  const short = row(draw.pick(["add", "mul"]), n, draw.integer(0, 1));
  const program = [row(draw.pick(["add", "mul"]), 0, 1), short];
  for (let place = n; program.length < draw.size("k") - 1; place = n + program.length - 1) {
    program.push(link(place));
  }
  const ends = draw.integer(0, 1) === 0 ? [n + 1, n + program.length - 1] : [n + program.length - 1, n + 1];
  return [...program, row(draw.pick(["add", "mul"]), ends[0]!, ends[1]!)];
}

/** The program of an expression, k operations on the leaves drawn before it. */
const programOf = (one: (draw: Draw, n: number) => Program) =>
  drawn(matrix("k 4"), (draw, earlier) => {
    const given = earlier.leaves as number[];
    return tameProgram(given, () => one(draw, given.length));
  });

/** Any operations, k of at least four; needs the input `leaves` before it. */
export const someOperations = programOf(anyProgram);

/** Two ways of different length from one node to the result, k of at least five; needs two `leaves` before it. */
export const aDiamond = programOf(diamondProgram);
