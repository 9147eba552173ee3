/** Due dates as an instructor types them: one for all exercises, or one for each. */
import { isDate } from "../../course/date.ts";
import { findSlug } from "../../course/exercises.ts";
import { UsageError } from "../../usage-error.ts";

/**
 * Dates by slug, as they were typed: they are shown to students, and decide nothing.
 *
 * @throws UsageError for what is no date, or no exercise of the repository
 */
export function dueDates(text: string, slugs: readonly string[]): Readonly<Record<string, string>> {
  const parts = text.split(",").map((part) => part.trim());
  if (parts.length === 1 && !text.includes("=")) {
    const when = checked(parts[0]!);
    return Object.fromEntries(slugs.map((slug) => [slug, when]));
  }
  return Object.fromEntries(
    parts.map((part) => {
      const [name = "", when = ""] = part.split("=", 2);
      return [findSlug(name, slugs), checked(when)];
    }),
  );
}

function checked(when: string): string {
  if (isDate(when)) return when;
  throw new UsageError(
    `--due: a date such as 2026-12-01, or ex09=2026-12-01,ex10=2026-12-08T18:00, expected, got ${JSON.stringify(when)}`,
  );
}
