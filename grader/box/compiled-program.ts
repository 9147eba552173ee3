/** A program as the host takes it: plain JavaScript, with the scenarios of its exercise where that has some. */
import type { LoadFailure, Program } from "./box.ts";
import type { Compiled } from "./compiled.ts";
import { frame, headerBytes } from "./wire.ts";

export class CompiledProgram {
  readonly submission: Compiled;
  readonly scenarios: Compiled | undefined;
  constructor(submission: Compiled, scenarios: Compiled | undefined) {
    this.submission = submission;
    this.scenarios = scenarios;
  }

  /** The frame that loads it. */
  bytes(): Uint8Array {
    const encoder = new TextEncoder();
    const first = encoder.encode(this.submission.code);
    const second = encoder.encode(this.scenarios?.code ?? "");
    const split = 8 + first.length;
    const end = split + second.length;
    const whole = new Uint8Array(headerBytes + end);
    whole.set(new Uint8Array(new Uint32Array([frame.load, end, split, end]).buffer));
    whole.set(first, headerBytes + 8);
    whole.set(second, headerBytes + split);
    return whole;
  }
}

/** Compiles a source, which may import nothing but types. */
export type Compile = (source: string, file: string) => Promise<Compiled | LoadFailure>;

const known = new Map<string, Promise<Compiled>>();

/** Scenarios are the exercise's own: compiled once, and a fault in them is ours. */
function compileScenarios(source: string, compile: Compile): Promise<Compiled> {
  const before = known.get(source);
  if (before !== undefined) return before;
  const compiled = compile(source, "scenarios.ts").then((result) => {
    if (result.kind === "compiled") return result;
    throw new Error(
      `The exercise's scenarios do not compile: ${result.message} (line ${result.line ?? "?"}).`,
    );
  });
  known.set(source, compiled);
  return compiled;
}

/** A program made ready to load, or the reason why it cannot be. */
export async function prepare(
  { source, file, scenarios }: Program,
  compile: Compile,
): Promise<CompiledProgram | LoadFailure> {
  const [submission, ours] = await Promise.all([
    compile(source, file),
    scenarios === undefined ? undefined : compileScenarios(scenarios, compile),
  ]);
  return submission.kind === "compiled" ? new CompiledProgram(submission, ours) : submission;
}
