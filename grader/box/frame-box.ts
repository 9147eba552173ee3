/** The box over a host that is spoken to in frames: what it asks, how long it waits, what it makes of an end. */
import { batchFrom } from "./batches.ts";
import type { Box, Call, CallOutcome, Layer, LoadFailure, LoadOutcome, Program } from "./box.ts";
import { CannotJudge } from "./cannot-judge.ts";
import { type Compile, CompiledProgram, prepare } from "./compiled-program.ts";
import type { Host, Loss } from "./host.ts";
import type { Floats } from "./read-value.ts";
import { type CallReply, type LoadReply, readCallReply, readLoadReply, readOutput } from "./replies.ts";
import { AgreeingOutcome } from "./right-answer.ts";
import { sanitize, sanitizeLine } from "./sanitize.ts";
import { Budget, type Failure, waitFor } from "./waiting.ts";
import { frame, limit } from "./wire.ts";

export interface Deadlines {
  /** Most milliseconds for running a submission's top level. */
  readonly loadMs?: number;
  /** Most milliseconds of silence, which is to say for one call. */
  readonly callMs?: number;
  /** Most milliseconds of waiting for one program, from load on. */
  readonly totalMs?: number;
}

const bootMs = 10_000;
/** A host that is not ready by then says nothing about any program. */
const notReady: Loss = {
  kind: "lost",
  message: `The box was not ready within ${bootMs / 1000} s`,
  mend: "close what keeps the machine busy, then run the same command again",
};
/** How often a program may lose its host to somebody else before nobody can tell what it is worth. */
const mostLosses = 3;

/** What says something about the program. */
type OwnFailure = Exclude<Failure, Loss>;

/** Answers that are sent one by one, in the first batch of a call and in the later ones. */
const firstSingles = 8;
const laterSingles = 2;
/** Floats that all answers to one call() may hold. */
const mostFloats = 4 * limit.floats;

export abstract class FrameBox implements Box {
  output = "";
  /** The present host. */
  protected host: Host | undefined;
  private readonly deadlines: Deadlines;
  private readonly compile: Compile;
  private loaded: CompiledProgram | undefined;
  private budget: Budget;
  private losses = 0;

  constructor(deadlines: Deadlines, compile: Compile) {
    this.deadlines = deadlines;
    this.compile = compile;
    this.budget = new Budget(deadlines.totalMs ?? 20_000);
  }

  abstract get layers(): readonly Layer[];

  /** A living host that takes a program into a place of its own: the present one, where it can, or another. */
  protected abstract nextHost(): Host;

  async load(program: Program): Promise<LoadOutcome> {
    this.output = "";
    this.loaded = undefined;
    this.losses = 0;
    this.budget = new Budget(this.deadlines.totalMs ?? 20_000);
    const prepared = await prepare(program, this.compile);
    if (!(prepared instanceof CompiledProgram)) return clean(prepared);
    this.loaded = prepared;
    const reply = await this.run(this.loaded);
    if (reply.kind === "loaded") return reply;
    this.loaded = undefined;
    if (!("line" in reply)) return reply;
    const { line, column, ...failure } = reply;
    return clean({ ...failure, ...prepared.submission.place(line, column) });
  }

  /** Puts a program into a fresh context of a living host; of another one, where somebody else ended the first. */
  private async run(
    program: CompiledProgram,
    again = false,
    budget = this.budget,
  ): Promise<LoadReply | OwnFailure> {
    for (;;) {
      const reply = this.settled(await this.tryRun(program, again, budget));
      if (reply !== "lost") return reply;
      if (!again) this.output = "";
    }
  }

  private async tryRun(
    program: CompiledProgram,
    again: boolean,
    budget: Budget,
  ): Promise<LoadReply | Failure> {
    const host = this.nextHost();
    this.host = host;
    if (!host.isReady) {
      const failure = await waitFor(host, bootMs, new Budget(bootMs), () => "done");
      if (failure !== undefined) return failure.kind === "timeout" ? notReady : failure;
    }
    host.send(program.bytes());
    let reply: LoadReply | undefined;
    const failure = await waitFor(host, this.deadlines.loadMs ?? 2000, budget, (f) => {
      if (f.type === frame.output) return again ? "none" : this.print(f);
      if (f.type === frame.done && reply !== undefined) return "done";
      if (f.type !== frame.loaded || reply !== undefined) throw new Error("not expected");
      reply = readLoadReply(f);
      return "progress";
    });
    return failure ?? reply!;
  }

  /**
   * An answer or a failure as it counts; "lost" where the program is to be tried again, alone in a fresh host.
   *
   * @throws CannotJudge where it was lost too often
   */
  private settled<T extends { readonly kind: string }>(reply: T | Loss): T | OwnFailure | "lost" {
    if (!isLoss(reply)) return reply;
    if (++this.losses < mostLosses) return "lost";
    const { message, mend, lasting } = reply;
    if (lasting !== undefined) return lasting;
    throw new CannotJudge(`${message}, ${this.losses} times; ${mend}`);
  }

  private print(output: Floats): "none" {
    this.output = (this.output + readOutput(output)).slice(0, limit.output);
    return "none";
  }

  async call(calls: readonly Call[]): Promise<readonly CallOutcome[]> {
    const outcomes: CallOutcome[] = [];
    const program = this.loaded;
    let failure: CallOutcome | undefined;
    if (program === undefined) failure = { kind: "crashed", message: "Nothing is loaded." };
    else if (calls.length > 0 && (this.host === undefined || this.host.ended !== undefined)) {
      failure = reloadFailure(await this.run(program, true));
    }
    const room = { floats: mostFloats };
    for (let singles = firstSingles; failure === undefined && outcomes.length < calls.length; ) {
      const before = outcomes.length;
      const ended = this.settled((await this.batch(program!, calls, outcomes, singles, room)) ?? whole);
      if (ended === "lost") {
        // It has been loaded before, on its own time.
        failure = reloadFailure(await this.run(program!, true, new Budget(this.deadlines.loadMs ?? 2000)));
        continue;
      }
      failure = ended.kind === "whole" ? undefined : ended;
      const isPlain = failure === undefined || outcomes.length - before < singles || this.budget.leftMs === 0;
      singles = isPlain ? laterSingles : calls.length;
      // Some answers were on their way together: again from there, one by one, to learn which call it was.
      if (!isPlain) failure = reloadFailure(await this.run(program!, true));
    }
    if (failure !== undefined && outcomes.length < calls.length) outcomes.push(failure);
    while (outcomes.length < calls.length) outcomes.push({ kind: "not-run" });
    return outcomes;
  }

  /** Runs the next batch of calls and adds its outcomes. */
  private async batch(
    program: CompiledProgram,
    calls: readonly Call[],
    outcomes: CallOutcome[],
    singles: number,
    room: { floats: number },
  ): Promise<Failure | undefined> {
    const host = this.host!;
    const batch = batchFrom(calls, outcomes.length);
    const end = outcomes.length + batch.count;
    host.send(batch.bytes(singles));
    return waitFor(host, this.deadlines.callMs ?? 2000, this.budget, (f) => {
      if (f.type === frame.output) return this.print(f);
      room.floats -= f.to - f.from;
      if (f.type === frame.done && outcomes.length === end) return "done";
      if (f.type !== frame.outcome || outcomes.length === end) throw new Error("not expected");
      if (room.floats < 0) {
        host.kill({
          kind: "out-of-memory",
          message: "The answers to one batch of calls take more than 64 MB.",
        });
        return "none";
      }
      const { right } = calls[outcomes.length]!;
      outcomes.push(
        right?.agreesWith(f) === true ? new AgreeingOutcome(right, f) : outcomeOf(readCallReply(f), program),
      );
      return "progress";
    });
  }

  close(): void {
    this.host?.kill();
    this.host = undefined;
    this.loaded = undefined;
  }
}

/** A batch that was answered to its end. */
const whole = { kind: "whole" } as const;

const isLoss = (reply: { readonly kind: string }): reply is Loss => reply.kind === "lost";

function clean(failure: LoadFailure): LoadFailure {
  const { lineText } = failure;
  const text = lineText === undefined ? {} : { lineText: sanitize(lineText) };
  return { ...failure, message: sanitizeLine(failure.message), ...text };
}

function outcomeOf(reply: CallReply, program: CompiledProgram): CallOutcome {
  if (reply.kind !== "threw") return reply;
  const { kind, message } = reply;
  if (message.startsWith("RangeError: Array buffer allocation failed"))
    return { kind: "out-of-memory", message };
  const { line, column } = program.submission.place(reply.line, reply.column);
  return {
    kind,
    message,
    ...(line === undefined ? {} : { line }),
    ...(column === undefined ? {} : { column }),
  };
}

/** What a program that does not load a second time has to say; undefined where it does. */
function reloadFailure(reply: LoadReply | OwnFailure): CallOutcome | undefined {
  if (reply.kind === "loaded") return undefined;
  if (reply.kind === "threw" || reply.kind === "not-allowed" || reply.kind === "syntax-error") {
    return { kind: "threw", message: reply.message };
  }
  return { kind: reply.kind, message: reply.message };
}
