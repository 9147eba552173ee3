/** A program as the host takes it: plain JavaScript, with what its exercise adds to it. */
import type { LoadFailure, Program } from "./box.ts";
import type { Allows, Compiled } from "./compiled.ts";
import { loadFrame } from "./load-frame.ts";
import { isUsed } from "./used-import.ts";

/** What the exercise adds: its scenarios, and the course's versions of what it builds on. */
interface Ours {
  readonly scenarios: Compiled | undefined;
  readonly uses: readonly { readonly slug: string; readonly code: string }[];
}

export class CompiledProgram {
  readonly submission: Compiled;
  private readonly ours: Ours;
  constructor(submission: Compiled, ours: Ours) {
    this.submission = submission;
    this.ours = ours;
  }

  /** The frame that loads it. */
  bytes(): Uint8Array {
    const { scenarios, uses } = this.ours;
    return loadFrame({ submission: this.submission.code, scenarios: scenarios?.code, uses });
  }
}

/** Compiles a source, which may import types, and modules that are allowed. */
export type Compile = (source: string, file: string, allows?: Allows) => Promise<Compiled | LoadFailure>;

const known = new Map<string, Promise<Compiled>>();

/** What is the exercise's own is compiled once, and a fault in it is ours. */
function compileOurs(source: string, file: string, compile: Compile): Promise<Compiled> {
  const before = known.get(source);
  if (before !== undefined) return before;
  const compiled = compile(source, file).then((result) => {
    if (result.kind === "compiled") return result;
    throw new Error(
      `The exercise's ${file} does not compile: ${result.message} (line ${result.line ?? "?"}).`,
    );
  });
  known.set(source, compiled);
  return compiled;
}

/** A program made ready to load, or the reason why it cannot be. */
export async function prepare(
  { source, file, scenarios, uses = {} }: Program,
  compile: Compile,
): Promise<CompiledProgram | LoadFailure> {
  const slugs = Object.keys(uses);
  const [submission, ours, ...provided] = await Promise.all([
    slugs.length === 0
      ? compile(source, file)
      : compile(source, file, (module) => slugs.some((slug) => isUsed(module, slug))),
    scenarios === undefined ? undefined : compileOurs(scenarios, "scenarios.ts", compile),
    ...Object.values(uses).map((text) => compileOurs(text, "provided.ts", compile)),
  ]);
  if (submission.kind !== "compiled") return submission;
  return new CompiledProgram(submission, {
    scenarios: ours,
    uses: provided.map(({ code }, i) => ({ slug: slugs[i] as string, code })),
  });
}
