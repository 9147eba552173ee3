/** A program as the host takes it: plain JavaScript, with its driver where it has one. */
import type { LoadFailure, Program } from "./box.ts";
import type { Compiled } from "./compiled.ts";
import { frame, headerBytes } from "./wire.ts";

export class CompiledProgram {
  readonly submission: Compiled;
  readonly driver: Compiled | undefined;
  constructor(submission: Compiled, driver: Compiled | undefined) {
    this.submission = submission;
    this.driver = driver;
  }

  /** The frame that loads it. */
  bytes(): Uint8Array {
    const encoder = new TextEncoder();
    const first = encoder.encode(this.submission.code);
    const second = encoder.encode(this.driver?.code ?? "");
    const split = 8 + first.length;
    const end = split + second.length;
    const whole = new Uint8Array(headerBytes + end);
    whole.set(new Uint8Array(new Uint32Array([frame.load, end, split, end]).buffer));
    whole.set(first, headerBytes + 8);
    whole.set(second, headerBytes + split);
    return whole;
  }
}

/** Compiles a source; `allowed` names the modules that it may import. */
export type Compile = (
  source: string,
  file: string,
  allowed?: readonly string[],
) => Promise<Compiled | LoadFailure>;

const drivers = new Map<string, Promise<Compiled>>();

/** A driver is the exercise's own: compiled once, and a fault in it is ours. */
function compileDriver(source: string, compile: Compile): Promise<Compiled> {
  const known = drivers.get(source);
  if (known !== undefined) return known;
  const compiled = compile(source, "driver.ts", ["submission"]).then((result) => {
    if (result.kind === "compiled") return result;
    throw new Error(
      `The exercise's driver does not compile: ${result.message} (line ${result.line ?? "?"}).`,
    );
  });
  drivers.set(source, compiled);
  return compiled;
}

/** A program made ready to load, or the reason why it cannot be. */
export async function prepare(
  { source, file, driver }: Program,
  compile: Compile,
): Promise<CompiledProgram | LoadFailure> {
  const [submission, compiledDriver] = await Promise.all([
    compile(source, file),
    driver === undefined ? undefined : compileDriver(driver, compile),
  ]);
  return submission.kind === "compiled" ? new CompiledProgram(submission, compiledDriver) : submission;
}
