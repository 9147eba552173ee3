/** Right programs with one edit in force, called in this process on values of the judge. */
import { handed } from "../../../reference/functions/handed.ts";
import type { Callable, Control, Neighbourhood, Table } from "../../exercise/neighbourhood.ts";
import { type FunctionValue, isFunctionValue, type Returned, type Value } from "../../value.ts";
import { numbersIn } from "../entries.ts";

/** Turns and calls that one call may take: an edit can make a loop endless, and few right answers take as many. */
const FUEL = 20_000;
/** Items of what gives them one by one; an edit can make it give them for ever. */
const ITEMS = 10_000;

/** So many numbers, handed to a function of the judge, cost it as much as a turn. */
const A_TURN = 4;

/** A program that did not end. */
export class Endless extends Error {}

export class NeighbourProgram {
  /** Turns and calls that all calls so far have taken: the same on every machine, where time is not. */
  spent = 0;
  private left = 0;
  private readonly fuel: number;
  private readonly control: Control;
  private readonly firsts: readonly number[];
  private readonly forms: readonly Table[];

  constructor({ firsts, forms }: Pick<Neighbourhood, "firsts" | "forms">, fuel = FUEL) {
    this.fuel = fuel;
    this.control = {
      n: 0,
      t: () => {
        if (--this.left < 0) throw new Endless();
        return true;
      },
    };
    // What a program reckons once, when it is loaded, takes turns, too.
    this.left = fuel;
    this.firsts = firsts;
    this.forms = forms(this.control);
  }

  /**
   * What a call gives under an edit.
   *
   * @param edit its number; −f is the right form f as it is
   * @param args made for this call: an edit may make the program change them
   * @param fuel turns and calls that it may take
   * @throws what the edited program throws, or Endless where it does not end
   */
  call(edit: number, fn: string, args: readonly unknown[], fuel = this.fuel): Returned {
    this.control.n = edit;
    this.left = fuel;
    try {
      return asReturned(this.forms[this.formOf(edit)]?.[fn]?.(...this.counting(args)));
    } finally {
      this.spent += fuel - Math.max(0, this.left);
      this.control.n = 0;
    }
  }

  /** Turns and calls that a right form takes; all that it may where it throws or does not end. */
  turnsOf(form: number, fn: string, args: readonly unknown[]): number {
    this.left = this.fuel;
    let turns = this.fuel;
    try {
      asReturned(this.forms[form]?.[fn]?.(...this.counting(args)));
      turns = this.fuel - this.left;
    } catch {
      // What a right program refuses, an edited one may answer: it has all turns that there are.
    }
    this.spent += this.fuel - Math.max(0, this.left);
    return turns;
  }

  /**
   * Arguments whose functions count what they are asked: a list that grows with every turn, and is handed on, takes a
   * time that turns alone do not show.
   */
  private counting(args: readonly unknown[]): readonly unknown[] {
    return args.map((arg) => {
      if (typeof arg !== "function") return arg;
      return (...given: unknown[]): unknown => {
        this.left -= Math.floor(sizeOf(given) / A_TURN);
        if (this.left < 0) throw new Endless();
        return (arg as Callable)(...given);
      };
    });
  }

  /** The right form that an edit is of. */
  formOf(edit: number): number {
    if (edit <= 0) return -edit;
    return Math.max(
      0,
      this.firsts.findLastIndex((first) => first <= edit),
    );
  }
}

/** How many numbers are handed over. */
const sizeOf = (given: readonly unknown[]): number =>
  given.reduce<number>((n, one) => n + (typeof one === "number" ? 1 : numbersIn(one as Returned).length), 0);

/** A value as an argument of its own: named functions as functions, lists copied. */
export function usable(value: Value | undefined): unknown {
  if (typeof value !== "object") return value;
  if (Array.isArray(value)) return value.map(usable);
  if (isFunctionValue(value)) return handed(value as FunctionValue);
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, usable(field as Value)]));
}

/** What came back, as the box would bring it: what gives its items one by one is read. */
function asReturned(value: unknown): Returned {
  if (Array.isArray(value)) return Array.from(value, asReturned);
  if (typeof value === "object" && value !== null) {
    if (Symbol.iterator in value) return asItems(value as Iterable<unknown>);
    return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, asReturned(field)]));
  }
  return typeof value === "number" || typeof value === "string" || typeof value === "boolean"
    ? value
    : { foreign: String(value) };
}

function asItems(given: Iterable<unknown>): Returned {
  const items: Returned[] = [];
  for (const item of given) {
    if (items.length === ITEMS) throw new Endless();
    items.push(asReturned(item));
  }
  return { iterable: "an object", items, ends: true };
}
