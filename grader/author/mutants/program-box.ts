/**
 * A box of this process: the submission is a right program of ours with one edit in force. What is loaded after it, as a
 * mended text is, is compiled with its turns counted.
 */
import type { Box, Call, CallOutcome, LoadOutcome, Program } from "../../box/box.ts";
import { putAnswer } from "../../box/inside/answer.ts";
import { AgreeingOutcome } from "../../box/right-answer.ts";
import { limit, outcome, Writer } from "../../box/wire.ts";
import type { Exercise } from "../../exercise/exercise.ts";
import { wantedOf } from "../../exercise/wanted.ts";
import { Endless, NeighbourProgram, usable } from "../../judge/causes/neighbour-program.ts";
import type { Returned } from "../../value.ts";
import { ticksOf } from "../neighbours/edits-of.ts";
import { wovenForms } from "../neighbours/woven.ts";

export class ProgramBox implements Box {
  readonly output = "";
  readonly layers = [];
  private readonly exercise: Exercise;
  private readonly own: readonly [NeighbourProgram, edit: number];
  private loaded: ProgramBox["own"];
  /** The text of the submission itself. */
  private source: string | undefined;
  private readonly sheet = new Writer();

  constructor(exercise: Exercise, program: NeighbourProgram, edit: number) {
    this.exercise = exercise;
    this.own = [program, edit];
    this.loaded = this.own;
  }

  async load({ source }: Program): Promise<LoadOutcome> {
    this.source ??= source;
    try {
      this.loaded = source === this.source ? this.own : [this.compiled(source), 0];
    } catch (error) {
      return { kind: "syntax-error", message: String(error) };
    }
    const exports = wantedOf(this.exercise).map(([name]) => ({ name, type: "function" }));
    return { kind: "loaded", exports };
  }

  private compiled(text: string): NeighbourProgram {
    return new NeighbourProgram(wovenForms([{ text, edits: [], ticks: ticksOf(text) }], this.exercise));
  }

  async call(calls: readonly Call[]): Promise<readonly CallOutcome[]> {
    const outcomes: CallOutcome[] = [];
    for (const call of calls) {
      const ended = outcomes.at(-1)?.kind;
      outcomes.push(ended === "timeout" || ended === "not-run" ? { kind: "not-run" } : this.outcomeOf(call));
    }
    return outcomes;
  }

  close(): void {}

  private outcomeOf({ fn, args, right, answerOnly }: Call): CallOutcome {
    const handed = args.map(usable);
    const before = answerOnly === true ? [] : handed.map((arg) => JSON.stringify(arg));
    try {
      const [program, edit] = this.loaded;
      const value = program.call(edit, fn, handed);
      const changed = [...before.keys()].filter((i) => JSON.stringify(handed[i]) !== before[i]);
      const agreeing = right !== undefined && changed.length === 0 && this.agreeing(right, value);
      return agreeing || { kind: "returned", value, changed };
    } catch (error) {
      if (error instanceof Endless) return { kind: "timeout", message: "A loop had no end." };
      return { kind: "threw", message: error instanceof Error ? error.message : String(error) };
    }
  }

  /** The value where it is the right one, told as a box tells it: number by number, as it would arrive. */
  private agreeing(right: NonNullable<Call["right"]>, value: Returned): AgreeingOutcome | false {
    const { sheet } = this;
    sheet.length = 0;
    sheet.put(outcome.returned);
    putAnswer(sheet, value, limit.floats);
    // No argument was changed, and there is no second answer.
    sheet.put(0);
    sheet.put(0);
    if (!right.agreesWith({ floats: sheet.floats, from: 0, to: sheet.length })) return false;
    return new AgreeingOutcome(right, {
      floats: sheet.floats.slice(0, sheet.length),
      from: 0,
      to: sheet.length,
    });
  }
}
