/** The check of many exercises at once. */
import { availableParallelism } from "node:os";
import type { Report } from "../../author/check/check-course.ts";
import { refuse } from "../../author/check/refusal.ts";
import { printedFor } from "../jobs/own-processes.ts";

const AT_MOST = 4;
const FEW = 5;

/** The reports in the order of the slugs. */
export async function checkAll(
  slugs: readonly string[],
  options: readonly string[],
  progress: (done: number, slug: string) => void,
): Promise<Report[]> {
  const argsOf = (few: readonly string[]): string[] => ["check", ...few, "--json", "--no-tools", ...options];
  const width = Math.min(AT_MOST, availableParallelism());
  const printed = await printedFor(slugs, argsOf, { width, few: FEW }, progress);
  return slugs.map((slug) => reportIn(printed.get(slug) ?? "", slug) ?? unchecked(slug));
}

function reportIn(text: string, slug: string): Report | undefined {
  try {
    return (JSON.parse(text) as readonly Report[]).find((report) => report.slug === slug);
  } catch {
    return undefined;
  }
}

const unchecked = (slug: string): Report => ({
  slug,
  refusals: [refuse(`exercises/${slug}`, "could not be checked", `\`npm run check ${slug}\` says why`)],
});
