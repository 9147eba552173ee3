/** A box of this process: the submission is a right program of ours with one edit in force. */
import type { Box, Call, CallOutcome } from "../../box/box.ts";
import type { Exercise } from "../../exercise/exercise.ts";
import { wantedOf } from "../../exercise/wanted.ts";
import { Endless, type NeighbourProgram, usable } from "../../judge/causes/neighbour-program.ts";

export class ProgramBox implements Box {
  readonly output = "";
  readonly layers = [];
  private readonly exercise: Exercise;
  private readonly program: NeighbourProgram;
  private readonly edit: number;

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

  private outcomeOf({ fn, args }: Call): CallOutcome {
    const handed = args.map(usable);
    const before = handed.map((arg) => JSON.stringify(arg));
    try {
      const value = this.program.call(this.edit, fn, handed);
      const changed = [...handed.keys()].filter((i) => JSON.stringify(handed[i]) !== before[i]);
      return { kind: "returned", value, changed };
    } catch (error) {
      if (error instanceof Endless) return { kind: "timeout", message: "A loop had no end." };
      return { kind: "threw", message: error instanceof Error ? error.message : String(error) };
    }
  }
}
