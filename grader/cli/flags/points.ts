/** Points as an instructor types them: as many for each exercise, or some for each by name. */
import { findSlug } from "../../course/exercises.ts";
import { UsageError } from "../../usage-error.ts";

/** Points by slug. */
export type Points = Readonly<Record<string, number>>;

const MOST = 1000;

/**
 * Points by slug; an exercise that is not named keeps the course's own.
 *
 * @throws UsageError for what is no whole number from 1 to 1000, or no exercise of those
 */
export function pointsGiven(text: string, slugs: readonly string[]): Points {
  const parts = text.split(",").map((part) => part.trim());
  if (parts.length === 1 && !text.includes("=")) {
    const each = checked(parts[0]!);
    return Object.fromEntries(slugs.map((slug) => [slug, each]));
  }
  return Object.fromEntries(
    parts.map((part) => {
      const [name = "", points = ""] = part.split("=", 2);
      return [findSlug(name, slugs), checked(points)];
    }),
  );
}

function checked(typed: string): number {
  const points = /^\d{1,4}$/.test(typed) ? Number(typed) : 0;
  if (points >= 1 && points <= MOST) return points;
  throw new UsageError(
    `--points: whole numbers from 1 to ${MOST}, such as 10 or ex09=10,ex10=30, expected, got ${JSON.stringify(typed)}`,
  );
}
