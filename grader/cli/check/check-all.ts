/** The check of many exercises at once. */
import { availableParallelism } from "node:os";
import type { Report } from "../../author/check/check-course.ts";
import { refuse } from "../../author/check/refusal.ts";
import { printedFor } from "../jobs/own-processes.ts";

const AT_MOST = 4;

/** The reports in the order of the slugs. */
export async function checkAll(
  slugs: readonly string[],
  options: readonly string[],
  progress: (done: number, slug: string) => void,
): Promise<Report[]> {
  const argsOf = (slug: string): string[] => ["check", slug, "--json", "--no-tools", ...options];
  const printed = await printedFor(slugs, argsOf, Math.min(AT_MOST, availableParallelism()), progress);
  return slugs.map((slug) => reportIn(printed.get(slug) ?? "") ?? unchecked(slug));
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
