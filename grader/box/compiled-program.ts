/** A program as the child takes it: plain JavaScript, with its driver where it has one. */
import type { LoadFailure, Program } from "./box.ts";
import { type Compiled, compile } from "./compile.ts";
import { frame } from "./wire.ts";

export class CompiledProgram {
  readonly submission: Compiled;
  readonly driver: Compiled | undefined;
  constructor(submission: Compiled, driver: Compiled | undefined) {
    this.submission = submission;
    this.driver = driver;
  }

  /** The frame that loads it. */
  bytes(): Uint8Array {
    const texts = [this.submission.code, this.driver?.code ?? ""].map((text) => Buffer.from(text));
    const [first, second] = texts as [Buffer, Buffer];
    const header = new Uint32Array([
      frame.load,
      8 + first.length + second.length,
      8 + first.length,
      8 + first.length + second.length,
    ]);
    return Buffer.concat([new Uint8Array(header.buffer), first, second]);
  }
}

const drivers = new Map<string, Promise<Compiled>>();

/** A driver is the exercise's own: compiled once, and a fault in it is ours. */
function compileDriver(source: string): Promise<Compiled> {
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
export async function prepare({ source, file, driver }: Program): Promise<CompiledProgram | LoadFailure> {
  const [submission, compiledDriver] = await Promise.all([
    compile(source, file),
    driver === undefined ? undefined : compileDriver(driver),
  ]);
  return submission.kind === "compiled" ? new CompiledProgram(submission, compiledDriver) : submission;
}
