/** Many exercises at once: processes take a few of them at a time, so that every core has work to the end. */
import { spawn } from "node:child_process";

/** How the work is dealt out. */
export interface Dealing {
  /** How many processes at once. */
  readonly width: number;
  /** Most exercises that a process takes: its start costs as much as a check, and what it loses is lost for all of them. */
  readonly few: number;
}

/**
 * What this same program prints for each exercise, and the others that it took along.
 *
 * @param argsOf its arguments for some
 */
export async function printedFor(
  slugs: readonly string[],
  argsOf: (few: readonly string[]) => readonly string[],
  { width, few }: Dealing,
  progress: (done: number, slug: string) => void,
): Promise<ReadonlyMap<string, string>> {
  const printed = new Map<string, string>();
  const waiting = [...slugs];
  const work = async (): Promise<void> => {
    while (waiting.length > 0) {
      // Fewer towards the end, or one process would go on alone.
      const taken = waiting.splice(0, Math.min(few, Math.ceil(waiting.length / (2 * width))));
      const text = await printedBy(argsOf(taken));
      for (const slug of taken) {
        printed.set(slug, text);
        progress(printed.size, slug);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(width, slugs.length) }, work));
  return printed;
}

function printedBy(args: readonly string[]): Promise<string> {
  const child = spawn(process.execPath, [process.argv[1] ?? "", ...args], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  // One that reckons hears no signal that it would answer itself.
  const end = (): boolean => child.kill("SIGKILL");
  process.once("exit", end);
  let text = "";
  child.stdout.setEncoding("utf8").on("data", (part: string) => {
    text += part;
  });
  return new Promise((done) => {
    const finish = (): void => {
      process.off("exit", end);
      done(text);
    };
    child.on("error", finish).on("close", finish);
  });
}
