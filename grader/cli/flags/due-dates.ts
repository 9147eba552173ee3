/** Due dates as an instructor types them: one for all exercises, or one for each. */
import { findSlug } from "../../course/exercises.ts";
import { UsageError } from "../../usage-error.ts";

const date = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)?)?$/;

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
  // Node reads 31 February as 3 March: a day that comes back as another is none.
  const day = when.slice(0, 10);
  const time = Date.parse(`${day}T00:00:00Z`);
  const isDay = !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
  if (date.test(when) && isDay && !Number.isNaN(Date.parse(when))) return when;
  throw new UsageError(
    `--due: a date such as 2026-12-01, or ex09=2026-12-01,ex10=2026-12-08T18:00, expected, got ${JSON.stringify(when)}`,
  );
}
