/** A box of this process: the submission is a right program of ours with one edit in force. */
import type { Box, Call, CallOutcome } from "../../box/box.ts";
import { putAnswer } from "../../box/inside/answer.ts";
import { AgreeingOutcome } from "../../box/right-answer.ts";
import { limit, outcome, Writer } from "../../box/wire.ts";
import type { Exercise } from "../../exercise/exercise.ts";
import { wantedOf } from "../../exercise/wanted.ts";
import { Endless, type NeighbourProgram, usable } from "../../judge/causes/neighbour-program.ts";
import type { Returned } from "../../value.ts";

export class ProgramBox implements Box {
  readonly output = "";
  readonly layers = [];
  private readonly exercise: Exercise;
  private readonly program: NeighbourProgram;
  private readonly edit: number;
  private readonly sheet = new Writer();

  constructor(exercise: Exercise, program: NeighbourProgram, edit: number) {
    this.exercise = exercise;
    this.program = program;
    this.edit = edit;
  }

  async load() {
    const exports = wantedOf(this.exercise).map(([name]) => ({ name, type: "function" }));
    return { kind: "loaded", exports } as const;
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
      const value = this.program.call(this.edit, fn, handed);
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
