/**
 * A woven model answer at work, in this process: it tells which sides of its distinctions a call took, and takes the
 * other side where it is told to.
 */
import { handed } from "../../../../reference/functions/handed.ts";
import type { CallOutcome } from "../../../box/box.ts";
import { compile } from "../../../box/compile.ts";
import type { Exercise } from "../../../exercise/exercise.ts";
import type { FunctionValue, Value } from "../../../value.ts";
import { asReturned } from "./as-returned.ts";
import type { Weave } from "./weave.ts";

/** What a distinction came to. For `nullish` and `default`, true is what is missing. */
export type Side = "true" | "false" | "equal";

/** A side of a distinction, by the distinction's number. */
export interface Turn {
  readonly number: number;
  readonly side: Side;
}

export const keyOf = ({ number, side }: Turn): string => `${number} ${side}`;

/** How many more decisions a turned call may take: a turned loop has no end of its own. */
const MORE = { times: 4, and: 100_000 };

/** Ends a loop without end; it is no exception of the answer's. */
class Endless extends Error {}

type Orders = "<" | "<=" | ">" | ">=";
type Exports = Readonly<Record<string, unknown>>;
type Module = (exports: object, module: object, $: WovenProgram) => void;

export class WovenProgram {
  private functions: Readonly<Record<string, unknown>> = {};
  private taken = new Set<string>();
  private turn: Turn | undefined;
  private decisions = 0;
  private most = Number.POSITIVE_INFINITY;

  /** @throws Error if it does not compile */
  static async load(
    { source }: Weave,
    { scenarios, uses = {} }: Pick<Exercise, "scenarios" | "uses"> = {},
  ): Promise<WovenProgram> {
    const program = new WovenProgram();
    let given: Exports = {};
    for (const text of Object.values(uses)) given = { ...given, ...(await program.run(text, given)) };
    const exported = await program.run(source, given);
    const played = scenarios === undefined ? {} : await program.run(scenarios);
    program.functions = { ...exported, ...onExports(played, { ...exported, ...given }) };
    return program;
  }

  /** A call, and the sides it took. */
  call(
    fn: string,
    args: readonly Value[],
  ): { outcome: CallOutcome; sides: ReadonlySet<string>; decisions: number } {
    this.taken = new Set();
    this.decisions = 0;
    const outcome = this.outcomeOf(fn, args);
    return { outcome, sides: this.taken, decisions: this.decisions };
  }

  /** The same call where a side, whenever it comes up, is turned into the other. */
  turned(turn: Turn, fn: string, args: readonly Value[], decisions: number): CallOutcome {
    this.turn = turn;
    this.most = MORE.times * decisions + MORE.and;
    try {
      return this.call(fn, args).outcome;
    } finally {
      this.turn = undefined;
      this.most = Number.POSITIVE_INFINITY;
    }
  }

  order(number: number, a: number, operator: Orders, b: number): boolean {
    const isEqual = a === b;
    const truth = operator === "<" ? a < b : operator === "<=" ? a <= b : operator === ">" ? a > b : a >= b;
    const isTurned = this.take(number, truth ? "true" : "false");
    return (isEqual && this.take(number, "equal")) || isTurned ? !truth : truth;
  }

  truth<T>(number: number, value: T): T | boolean {
    return this.take(number, value ? "true" : "false") ? !value : value;
  }

  nullish<T>(number: number, value: T): T | number | undefined {
    const isMissing = value === undefined || value === null;
    if (!this.take(number, isMissing ? "true" : "false")) return value;
    return isMissing ? Number.NaN : undefined;
  }

  default<T>(number: number, value: T): T | number {
    return this.take(number, "true") ? Number.NaN : value;
  }

  /** Notes a side; true where it is to be turned. */
  private take(number: number, side: Side): boolean {
    if (++this.decisions > this.most) throw new Endless();
    this.taken.add(keyOf({ number, side }));
    return this.turn?.number === number && this.turn.side === side;
  }

  private outcomeOf(fn: string, args: readonly Value[]): CallOutcome {
    const called = this.functions[fn];
    if (typeof called !== "function") return { kind: "missing" };
    try {
      return { kind: "returned", value: asReturned(called(...args.map(usable))), changed: [] };
    } catch (error) {
      if (error instanceof Endless) return { kind: "timeout", message: "A loop had no end." };
      return { kind: "threw", message: error instanceof Error ? error.message : String(error) };
    }
  }

  /** @param given what is there by name, as in the box */
  private async run(source: string, given: Exports = {}): Promise<Exports> {
    const compiled = await compile(source, "woven.ts");
    if (compiled.kind !== "compiled") throw new Error(compiled.message);
    const names = Object.keys(given);
    const run = new Function(...names, `return (exports, module, $) => {${compiled.code}\n}`);
    const module = { exports: {} as Record<string, unknown> };
    (run(...names.map((name) => given[name])) as Module)(module.exports, module, this);
    return module.exports;
  }
}

/** Scenarios with the exports that they are played on. */
const onExports = (scenarios: Readonly<Record<string, unknown>>, exported: object): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(scenarios).map(([name, play]) => [
      name,
      (...args: unknown[]) => (play as (...all: unknown[]) => unknown)(exported, ...args),
    ]),
  );

/** A value as an argument of its own: named functions as functions, lists copied. */
function usable(value: Value): unknown {
  if (typeof value !== "object") return value;
  if (Array.isArray(value)) return value.map(usable);
  if ("fn" in value) return handed(value as FunctionValue);
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, usable(field as Value)]));
}
