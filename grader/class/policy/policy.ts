/** The late policy: due dates, grace, deductions, which attempt counts. */
import { readFileSync } from "node:fs";
import { findSlug } from "../../course/exercises.ts";
import { Unusable } from "../usage.ts";
import { instantOf, isZone } from "./instant.ts";
import { type Rate, shownRate, shownShare } from "./rate.ts";

export interface Policy {
  /** Milliseconds since 1970 by exercise. */
  readonly due: ReadonlyMap<string, number>;
  /** The due dates as they were written, for print. */
  readonly written: ReadonlyMap<string, string>;
  readonly zone?: string;
  readonly graceMs: number;
  readonly perDay?: Rate;
  /** Most that lateness takes away, in hundredths of a per cent of the exercise's points. */
  readonly cap?: number;
  readonly noneAfterDays?: number;
  /** A budget of days that each may be late without cost, over all exercises. */
  readonly lateDays?: LateDays;
  readonly attempts: "last" | "best";
  /** What a gradebook's cell holds where nothing was handed in. */
  readonly missing: "zero" | "blank";
}

export interface LateDays {
  readonly days: number;
  /** The most for one exercise. */
  readonly each?: number;
  /** Whose budget it is: that of each student, or one for all who hand in together. */
  readonly per: "person" | "group";
}

/** As in the policy file, or from flags. */
export interface PolicyText {
  readonly due?: string | Readonly<Record<string, string>>;
  readonly grace?: string;
  readonly perDay?: string | number;
  readonly cap?: string;
  readonly noneAfterDays?: string | number;
  readonly lateDays?: string | number;
  readonly lateDaysEach?: string | number;
  readonly lateDaysPer?: string;
  readonly timeZone?: string;
  readonly attempts?: string;
  readonly missing?: string;
}

const KEYS = [
  ...["due", "grace", "perDay", "cap", "noneAfterDays", "lateDays", "lateDaysEach", "lateDaysPer"],
  ...["timeZone", "attempts", "missing"],
];

/** @throws Unusable unless it is a JSON object with the keys of a policy */
export function readPolicy(path: string): PolicyText {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path, "utf8").replace(/^\uFEFF/, ""));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new Unusable(`${path}: a policy as a JSON file, ${code === "ENOENT" ? "there is none" : message}`);
  }
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new Unusable(`${path}: a JSON object expected`);
  const unknown = Object.keys(value).find((key) => !KEYS.includes(key));
  if (unknown !== undefined)
    throw new Unusable(`${path}: ${KEYS.join(", ")} expected, got ${JSON.stringify(unknown)}`);
  return value as PolicyText;
}

/** @throws Unusable with the name of the setting and what was expected */
export function policyOf(text: PolicyText, slugs: readonly string[]): Policy {
  const zone = text.timeZone;
  if (zone !== undefined && (typeof zone !== "string" || !isZone(zone)))
    throw new Unusable(`timeZone: a name such as Europe/Berlin, got ${JSON.stringify(zone)}`);
  const due = new Map<string, number>();
  const written = new Map<string, string>();
  for (const [slug, time] of duePairs(text.due, slugs)) {
    due.set(slug, instantOf(time, `due of ${slug}`, zone));
    written.set(slug, time.trim());
  }
  const perDay = text.perDay === undefined ? undefined : rateOf(text.perDay);
  const cap = text.cap === undefined ? undefined : shareOf(text.cap, "cap");
  const noneAfterDays =
    text.noneAfterDays === undefined ? undefined : wholeOf(text.noneAfterDays, "noneAfterDays");
  const attempts = text.attempts ?? "last";
  if (attempts !== "last" && attempts !== "best")
    throw new Unusable(`attempts: last or best, got ${JSON.stringify(attempts)}`);
  const missing = text.missing ?? "blank";
  if (missing !== "zero" && missing !== "blank")
    throw new Unusable(`missing: zero or blank, got ${JSON.stringify(missing)}`);
  const lateDays = lateDaysOf(text);
  if (lateDays !== undefined && (perDay ?? noneAfterDays) === undefined)
    throw new Unusable(
      "lateDays: perDay or noneAfterDays expected as well, since late days pay for what these take; got neither",
    );
  if (due.size === 0 && (lateDays ?? perDay ?? cap ?? noneAfterDays ?? text.grace) !== undefined)
    throw new Unusable("due: a due date expected, since the policy says what happens after it; got none");
  return {
    due,
    written,
    graceMs: text.grace === undefined ? 0 : durationOf(text.grace),
    attempts,
    missing,
    ...(zone === undefined ? {} : { zone }),
    ...(perDay === undefined ? {} : { perDay }),
    ...(cap === undefined ? {} : { cap }),
    ...(noneAfterDays === undefined ? {} : { noneAfterDays }),
    ...(lateDays === undefined ? {} : { lateDays }),
  };
}

/** Due dates by exercise; `*` stands for all that are not named. */
function duePairs(due: PolicyText["due"], slugs: readonly string[]): readonly (readonly [string, string])[] {
  if (due === undefined) return [];
  const given = typeof due === "string" ? { "*": due } : due;
  if (typeof given !== "object" || given === null)
    throw new Unusable(`due: a time, or an object of times by exercise, got ${JSON.stringify(due)}`);
  const named = new Map<string, string>();
  for (const [name, time] of Object.entries(given)) {
    if (typeof time !== "string") throw new Unusable(`due of ${name}: a time, got ${JSON.stringify(time)}`);
    if (name !== "*") named.set(findSlug(name), time);
  }
  return slugs.flatMap((slug) => {
    const time = named.get(slug) ?? given["*"];
    return time === undefined ? [] : [[slug, time] as const];
  });
}

const MOST_LATE_DAYS = 100;

function lateDaysOf({ lateDays, lateDaysEach, lateDaysPer }: PolicyText): LateDays | undefined {
  const per = lateDaysPer ?? "person";
  if (per !== "person" && per !== "group")
    throw new Unusable(`lateDaysPer: person or group, got ${JSON.stringify(per)}`);
  if (lateDays === undefined && (lateDaysEach ?? lateDaysPer) !== undefined)
    throw new Unusable(
      "lateDays: how many there are expected, since the policy says how they are used; got none",
    );
  if (lateDays === undefined) return undefined;
  const each = lateDaysEach === undefined ? undefined : wholeOf(lateDaysEach, "lateDaysEach");
  const days = wholeOf(lateDays, "lateDays");
  if (days > MOST_LATE_DAYS)
    throw new Unusable(`lateDays: a whole number up to ${MOST_LATE_DAYS}, got ${JSON.stringify(lateDays)}`);
  return { days, per, ...(each === undefined ? {} : { each }) };
}

function rateOf(text: string | number): NonNullable<Policy["perDay"]> {
  if (typeof text === "string" && text.trim().endsWith("%")) return { basisPoints: shareOf(text, "perDay") };
  return { points: wholeOf(text, "perDay") };
}

function shareOf(text: string, name: string): number {
  const [, whole, part = ""] = /^\s*(\d{1,3})(?:[.,](\d{1,2}))?\s*%\s*$/.exec(String(text)) ?? [];
  const basisPoints = whole === undefined ? Number.NaN : Number(whole) * 100 + Number(part.padEnd(2, "0"));
  if (basisPoints <= 10_000) return basisPoints;
  throw new Unusable(`${name}: a share such as 10%, from 0% to 100%, got ${JSON.stringify(text)}`);
}

function wholeOf(text: string | number, name: string): number {
  if (/^\d{1,4}$/.test(String(text))) return Number(text);
  const share = name === "perDay" ? " or a share such as 10%" : "";
  throw new Unusable(`${name}: a whole number${share}, got ${JSON.stringify(text)}`);
}

const UNITS: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

function durationOf(text: string): number {
  const [, count, unit] = /^\s*(\d{1,5})\s*([smhd])\s*$/.exec(String(text)) ?? [];
  if (count !== undefined) return Number(count) * UNITS[unit!]!;
  throw new Unusable(`grace: a time span such as 15m, 2h or 1d, got ${JSON.stringify(text)}`);
}

const lateDaysSentence = ({ days, each, per }: LateDays): string => {
  const whose = per === "group" ? "each group" : "each student";
  const most = each === undefined ? "" : `, at most ${each} for an exercise`;
  return `${days} late ${days === 1 ? "day" : "days"} for ${whose}${most}, which move a due date by a day each and are spent in the order of due dates, where they save points`;
};

/** The policy in one sentence; undefined where there is none. */
export function sentenceOf(policy: Policy, given: PolicyText): string | undefined {
  if (policy.due.size === 0 && (given.attempts ?? given.missing) === undefined) return undefined;
  const times = [...new Set(policy.written.values())];
  const parts: string[] = [];
  if (times.length === 1) parts.push(`due ${times[0]}`);
  else if (times.length > 1) parts.push("each exercise by its own due date");
  if (policy.zone !== undefined) parts.push(`times and days of ${policy.zone}`);
  if (policy.graceMs > 0) parts.push(`${given.grace?.trim()} of grace`);
  if (policy.perDay !== undefined)
    parts.push(
      `${shownRate(policy.perDay)}${"points" in policy.perDay ? "" : " of an exercise's points"} less for each day begun, rounded down to whole points`,
    );
  else if (policy.due.size > 0 && policy.noneAfterDays === undefined)
    parts.push("late work is shown as late");
  if (policy.cap !== undefined) parts.push(`at most ${shownShare(policy.cap)}`);
  if (policy.noneAfterDays !== undefined) parts.push(`nothing after ${policy.noneAfterDays} days`);
  if (policy.lateDays !== undefined) parts.push(lateDaysSentence(policy.lateDays));
  parts.push(`the ${policy.attempts} attempt counts`);
  if (given.missing !== undefined)
    parts.push(`${policy.missing === "zero" ? "0" : "no grade"} where nothing was handed in`);
  const text = parts.join("; ");
  return `${text[0]!.toUpperCase()}${text.slice(1)}.`;
}
