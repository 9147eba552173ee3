/** What `report` may be told, and what of it is a policy. */
import { type PolicyText, readPolicy } from "../../class/policy/policy.ts";
import { ownCourse } from "../../course/own.ts";

export interface ReportOptions {
  readonly out?: string;
  readonly state?: string;
  readonly title?: string;
  readonly exercises?: string;
  readonly points?: string;
  readonly roster?: string;
  readonly columns?: string;
  readonly policy?: string;
  readonly due?: string;
  readonly grace?: string;
  readonly perDay?: string;
  readonly cap?: string;
  readonly noneAfterDays?: string;
  readonly lateDays?: string;
  readonly lateDaysEach?: string;
  readonly lateDaysPer?: string;
  readonly timeZone?: string;
  readonly attempts?: string;
  readonly missing?: string;
  readonly times?: string;
  readonly extensions?: string;
  readonly overrides?: string;
  readonly comments?: string;
  readonly compare?: string;
  readonly lower?: true;
  readonly since?: string;
  readonly seed?: string;
  readonly workers?: string;
  readonly dryRun?: true;
  readonly queue?: string;
  readonly urgent?: true;
  readonly keep?: string;
  readonly allowPlainQueue?: true;
  readonly force?: true;
  readonly json?: true;
  readonly allowWeakBox?: true;
}

/** What npm may have kept: every flag with a value, as it is typed. */
export const flagsOf = (options: ReportOptions): Readonly<Record<string, string | undefined>> => {
  const { out, state, title, exercises, roster, policy, due, grace, cap, attempts, times } = options;
  const {
    points,
    columns,
    extensions,
    overrides,
    since,
    comments,
    compare,
    workers,
    perDay,
    noneAfterDays,
    timeZone,
    missing,
  } = options;
  const { queue, keep } = options;
  const { lateDays, lateDaysEach, lateDaysPer } = options;
  return {
    ...{ out, state, title, exercises, roster, policy, due, grace, cap, attempts, times },
    ...{ points, columns, extensions, overrides, since, comments, compare, workers, missing, queue, keep },
    ...{ "late-days": lateDays, "late-days-each": lateDaysEach, "late-days-per": lateDaysPer },
    ...{ "per-day": perDay, "none-after-days": noneAfterDays, "time-zone": timeZone },
  };
};

/** The policy of a file, with the flags above it. */
export function policyText(options: ReportOptions, file: string | undefined): PolicyText {
  const due = dueOf(options.due);
  const { grace, perDay, cap, noneAfterDays, timeZone, attempts, missing } = options;
  const { lateDays, lateDaysEach, lateDaysPer } = options;
  const flags = given({
    ...{ grace, perDay, cap, noneAfterDays, timeZone, attempts, missing },
    ...{ lateDays, lateDaysEach, lateDaysPer },
  });
  return { ...(file === undefined ? {} : readPolicy(file)), ...flags, ...(due === undefined ? {} : { due }) };
}

/** A time for all, or one for each exercise, typed as for `classroom`; `*` stands for all that are not named. */
function dueOf(typed: string | undefined): PolicyText["due"] {
  if (typed?.includes("=") !== true) return typed;
  return Object.fromEntries(
    typed.split(",").map((part) => {
      const [name = "", time = ""] = part.split("=", 2).map((each) => each.trim());
      return [name, time];
    }),
  );
}

/** What the config of a course of one's own says of due dates; a day ends with its last second. */
export function ownPolicy(own = ownCourse()): PolicyText {
  if (own === undefined || Object.keys(own.due).length === 0) return {};
  const due = Object.entries(own.due).map(([slug, date]) => [
    slug,
    date.includes("T") ? date : `${date}T23:59:59`,
  ]);
  return {
    due: Object.fromEntries(due) as Record<string, string>,
    ...(own.timeZone === undefined ? {} : { timeZone: own.timeZone }),
  };
}

/** Without what is not there. */
export function given<T extends Readonly<Record<string, string | undefined>>>(
  options: T,
): { readonly [K in keyof T]?: string } {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as {
    readonly [K in keyof T]?: string;
  };
}
