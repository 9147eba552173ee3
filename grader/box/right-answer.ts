/**
 * Right answers as they would arrive, so that nearly all answers of a right submission are judged where they lie:
 * float by float, without a value being made of them.
 */
import { Num } from "../../reference/numbers/num.ts";
import type { Tracked } from "../../reference/numbers/tracked.ts";
import type { Returned } from "../value.ts";
import { type Floats, readAnswer } from "./read-value.ts";
import { behind, limit, outcome, putText, tag, Writer } from "./wire.ts";

/** Where right answers are written before they are cut to their length: thousands of them are made, one by one. */
const sheets = [new Writer(), new Writer()] as const;

/** What a call should answer, and how far each number may be off. */
export class RightAnswer {
  readonly expected: Tracked;
  private readonly floats: Float64Array;
  /** 0 for what is no number; −1 for a number that is not finite. */
  private readonly tolerances: Float64Array;

  /** @param toleranceOf the largest distance of a number that is right */
  constructor(expected: Tracked, toleranceOf: (leaf: Num) => number) {
    this.expected = expected;
    const [floats, tolerances] = sheets;
    for (const sheet of sheets) sheet.length = 0;
    const put = (x: number, tolerance = 0): void => {
      floats.put(x);
      tolerances.put(tolerance);
    };
    const number = (leaf: Num): void => put(leaf.value, Number.isFinite(leaf.value) ? toleranceOf(leaf) : -1);
    const text = (value: string): void => {
      putText(floats, value, limit.value);
      while (tolerances.length < floats.length) tolerances.put(0);
    };
    const walk = (tree: Tracked): void => {
      if (tree instanceof Num) {
        put(tag.number);
        number(tree);
      } else if (typeof tree === "boolean") {
        put(tag.boolean);
        put(tree ? 1 : 0);
      } else if (typeof tree === "string") {
        put(tag.text);
        text(tree);
      } else if (Array.isArray(tree)) {
        const isFlat = tree.every((entry) => entry instanceof Num);
        put(isFlat ? tag.vector : tag.list);
        put(tree.length);
        for (const entry of tree) isFlat ? number(entry) : walk(entry);
      } else {
        const fields = Object.entries(tree as { readonly [field: string]: Tracked });
        put(tag.record);
        put(fields.length);
        for (const [name, field] of fields) {
          text(name);
          walk(field);
        }
      }
    };
    put(outcome.returned);
    walk(expected);
    // No argument was changed, and nothing stands behind the answer.
    put(0);
    put(behind.nothing);
    this.floats = floats.floats.slice(0, floats.length);
    this.tolerances = tolerances.floats.slice(0, tolerances.length);
  }

  /** Whether an outcome is this answer, every number within its tolerance. */
  agreesWith({ floats: given, from, to }: Floats): boolean {
    const { floats, tolerances } = this;
    const n = floats.length;
    if (to - from !== n) return false;
    for (let i = 0; i < n; i++) {
      const x = given[from + i]!;
      const right = floats[i]!;
      if (x !== right && !(Math.abs(x - right) <= tolerances[i]!)) return false;
    }
    return true;
  }

  /** The numbers of an outcome that agrees, in reading order. */
  numbersOf({ floats, from }: Floats): number[] {
    const numbers: number[] = [];
    const { tolerances } = this;
    for (let i = 0; i < tolerances.length; i++) if (tolerances[i] !== 0) numbers.push(floats[from + i]!);
    return numbers;
  }
}

/** The outcome of a call whose answer agrees with the right one. It is decoded when somebody looks at its value. */
export class AgreeingOutcome {
  readonly kind = "returned";
  readonly changed: readonly number[] = [];
  declare readonly again?: Returned;
  declare readonly overwritten?: true;
  readonly right: RightAnswer;
  private readonly given: Floats;
  private decoded: Returned | undefined;

  constructor(right: RightAnswer, given: Floats) {
    this.right = right;
    this.given = given;
  }

  get value(): Returned {
    this.decoded ??= readAnswer(this.given);
    return this.decoded;
  }

  /** The numbers of the value, in reading order. */
  numbers(): readonly number[] {
    return this.right.numbersOf(this.given);
  }
}
