/** The compiler's process: started once, proven by a text of ours, started anew when it is late or gone. */
import { createRequire } from "node:module";
import type { TransformOptions } from "esbuild";
import { CannotJudge } from "./cannot-judge.ts";

type Esbuild = typeof import("esbuild");

/** Most milliseconds for one text. */
export const compileMs = 3000;
/** The tries at a text; the last has longer, for a machine that is slow. */
const waits = [compileMs, compileMs, 5 * compileMs];
/** A compiler that proves itself within this time is not slow: a text that it never answers keeps it busy by itself. */
const soonMs = 1000;
/** A Ctrl-C ends the compiler as well, and is heard of within this time: whoever ends by it says nothing then. */
const heardMs = 50;

/** What cannot be compiled through no fault of the source. */
export const noCompiler = (reason: string, cause?: unknown): CannotJudge =>
  new CannotJudge(`The compiler does not work (${firstLine(reason)}); \`npm ci\` installs it anew`, {
    cause,
  });

const firstLine = (text: string): string => (text.trim().split("\n")[0] ?? "").slice(0, 200);

let starting: Promise<Esbuild> | undefined;

/**
 * Loads the compiler and starts its process, so that the first submission does not wait for them.
 *
 * @throws CannotJudge if it does not work
 */
export function warmCompiler(): Promise<Esbuild> {
  if (starting === undefined) {
    const begun = start();
    starting = begun;
    // One that did not start is tried again by whoever needs it next; one that hung has been waited for enough.
    begun.catch(({ cause }: CannotJudge) => {
      if (starting === begun && !(cause instanceof Late)) starting = undefined;
    });
  }
  return starting;
}

/** A type to take off. */
const proof = { source: "export const one: number = 1;", shows: "const one = 1;" };

async function start(): Promise<Esbuild> {
  let esbuild: Esbuild | undefined;
  try {
    esbuild = load();
    const { code } = await within(waits.at(-1)!, proven(esbuild));
    if (!code.includes(proof.shows)) throw new Error("it compiles to nonsense");
    return esbuild;
  } catch (error) {
    // It may be half there: only after a stop is there a new one.
    await esbuild?.stop?.();
    await new Promise((resolve) => setTimeout(resolve, heardMs));
    throw noCompiler(error instanceof Error ? error.message : String(error), error);
  } finally {
    process.setUncaughtExceptionCaptureCallback(null);
  }
}

/** esbuild is CommonJS: an import of it would have its text searched for names first, which takes 20 ms. */
function load(): Esbuild {
  const { env } = process;
  const before = env.ESBUILD_WORKER_THREADS;
  // Only what blocks its caller runs in a thread, and Node's module for threads takes 2 ms.
  env.ESBUILD_WORKER_THREADS = "0";
  try {
    return createRequire(import.meta.url)("esbuild") as Esbuild;
  } finally {
    // Where the library was loaded before, its threads read this too, and would never answer.
    if (before === undefined) delete env.ESBUILD_WORKER_THREADS;
    else env.ESBUILD_WORKER_THREADS = before;
  }
}

/** Where its process is of another version than its library, the library throws where nobody can catch it. */
const proven = (esbuild: Esbuild): Promise<{ code: string }> =>
  new Promise((resolve, reject) => {
    process.setUncaughtExceptionCaptureCallback(reject);
    esbuild.transform(proof.source, { loader: "ts" }).then(resolve, reject);
  });

/** How often the compiler was stopped: whoever waited then waits for nobody. */
let stops = 0;

/**
 * Asks the compiler, more than once where it is late or gone: another text, or somebody outside, may be why.
 *
 * @returns "late" where this text, and nothing else, keeps it busy for ever
 * @throws what the compiler says about the source; CannotJudge where it says nothing
 */
export async function transform(
  source: string,
  options: TransformOptions,
): Promise<{ code: string; map: string } | "late"> {
  let reason = "";
  let late = 0;
  for (const ms of waits) {
    const begun = performance.now();
    const esbuild = await warmCompiler();
    if (late === 2 && performance.now() - begun < soonMs) return "late";
    const before = stops;
    try {
      return await within(ms, esbuild.transform(source, options));
    } catch (error) {
      if (Array.isArray((error as { errors?: unknown }).errors)) throw error;
      reason = (error as Error).message;
      if (stops !== before) continue;
      if (error instanceof Late) late++;
      // Late or gone: only after a stop is there a new one.
      stops++;
      starting = undefined;
      await esbuild.stop();
    }
  }
  throw noCompiler(reason);
}

class Late extends Error {}

/** @throws Late if it takes longer */
async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Late(`no answer within ${ms / 1000} s`)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
