/** Many exercises at once: each is worked on by a process of its own, so that every core has work. */
import { spawn } from "node:child_process";

/**
 * What this same program prints for each exercise.
 *
 * @param argsOf its arguments for one
 * @param width how many at once
 */
export async function printedFor(
  slugs: readonly string[],
  argsOf: (slug: string) => readonly string[],
  width: number,
  progress: (done: number, slug: string) => void,
): Promise<ReadonlyMap<string, string>> {
  const printed = new Map<string, string>();
  const waiting = [...slugs];
  const work = async (): Promise<void> => {
    for (let slug = waiting.shift(); slug !== undefined; slug = waiting.shift()) {
      printed.set(slug, await printedBy(argsOf(slug)));
      progress(printed.size, slug);
    }
  };
  await Promise.all(Array.from({ length: Math.min(width, slugs.length) }, work));
  return printed;
}

function printedBy(args: readonly string[]): Promise<string> {
  const child = spawn(process.execPath, [process.argv[1] ?? "", ...args], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const end = (): boolean => child.kill();
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
