/** Many exercises at once: each is checked by a process of its own, so that every core has work. */
import { spawn } from "node:child_process";
import { availableParallelism } from "node:os";
import type { Report } from "../../author/check/check-course.ts";
import { refuse } from "../../author/check/refusal.ts";

const AT_MOST = 4;

/** The reports in the order of the slugs. */
export async function checkAll(
  slugs: readonly string[],
  options: readonly string[],
  progress: (done: number, slug: string) => void,
): Promise<Report[]> {
  const reports = new Map<string, Report>();
  const waiting = [...slugs];
  const work = async (): Promise<void> => {
    for (let slug = waiting.shift(); slug !== undefined; slug = waiting.shift()) {
      reports.set(slug, await checkOne(slug, options));
      progress(reports.size, slug);
    }
  };
  await Promise.all(Array.from({ length: Math.min(AT_MOST, availableParallelism()) }, work));
  return slugs.flatMap((slug) => reports.get(slug) ?? []);
}

/** One exercise by this same program. */
function checkOne(slug: string, options: readonly string[]): Promise<Report> {
  const args = [process.argv[1] ?? "", "check", slug, "--json", "--no-tools", ...options];
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
      done(reportIn(text) ?? unchecked(slug));
    };
    child.on("error", finish).on("close", finish);
  });
}

function reportIn(text: string): Report | undefined {
  try {
    const [report] = JSON.parse(text) as [Report];
    return report;
  } catch {
    return undefined;
  }
}

const unchecked = (slug: string): Report => ({
  slug,
  refusals: [refuse(`exercises/${slug}`, "could not be checked", `\`npm run check ${slug}\` says why`)],
});
