/** Many exercises at once: processes take a few of them at a time, so that every core has work to the end. */
import { spawn } from "node:child_process";
import { availableParallelism } from "node:os";
import type { Report } from "../../author/check/check-course.ts";
import { refuse } from "../../author/check/refusal.ts";

const AT_MOST = 4;

/** Most exercises that a process takes: its start is as dear as a check, and what it loses is checked by nobody. */
const FEW = 5;

/** The reports in the order of the slugs. */
export async function checkAll(
  slugs: readonly string[],
  options: readonly string[],
  progress: (done: number, slug: string) => void,
): Promise<Report[]> {
  const reports = new Map<string, Report>();
  const waiting = [...slugs];
  const hands = Math.min(AT_MOST, availableParallelism());
  const work = async (): Promise<void> => {
    while (waiting.length > 0) {
      // Fewer towards the end, or one process would go on alone.
      const few = waiting.splice(0, Math.min(FEW, Math.ceil(waiting.length / (2 * hands))));
      for (const report of await checkFew(few, options)) {
        reports.set(report.slug, report);
        progress(reports.size, report.slug);
      }
    }
  };
  await Promise.all(Array.from({ length: hands }, work));
  return slugs.flatMap((slug) => reports.get(slug) ?? []);
}

/** Some exercises by this same program. */
function checkFew(slugs: readonly string[], options: readonly string[]): Promise<readonly Report[]> {
  const args = [process.argv[1] ?? "", "check", ...slugs, "--json", "--no-tools", ...options];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  const end = (): boolean => child.kill();
  process.once("exit", end);
  let text = "";
  child.stdout.setEncoding("utf8").on("data", (part: string) => {
    text += part;
  });
  return new Promise((done) => {
    const finish = (): void => {
      process.off("exit", end);
      const reports = reportsIn(text);
      done(slugs.map((slug) => reports.find((report) => report.slug === slug) ?? unchecked(slug)));
    };
    child.on("error", finish).on("close", finish);
  });
}

function reportsIn(text: string): readonly Report[] {
  try {
    return JSON.parse(text) as readonly Report[];
  } catch {
    return [];
  }
}

const unchecked = (slug: string): Report => ({
  slug,
  refusals: [refuse(`exercises/${slug}`, "could not be checked", `\`npm run check ${slug}\` says why`)],
});
