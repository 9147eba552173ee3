/**
 * What a folder of one attempt is called: `attempt-1`, `Attempt 2`, `submission_3`, `2nd try`, `v2`, a number alone,
 * or a time such as `2026-11-03T10-15-00`.
 */

/** How sure a name is: a word that only attempts have; one that students' folders have as well; neither. */
export type Certainty = "word" | "common word" | "number" | "time";

export interface AttemptName {
  readonly certainty: Certainty;
  /** What attempts of one kind are ordered by. */
  readonly order: number;
}

const WORDS = "attempt|att|try|versuch|tentative|tentativo|intento|tentativa|revision|rev|version|ver|v";
const COMMON = "submissions?|subm?|upload|handin|hand-in|abgabe|soumission|rendu|entrega|consegna";

const worded = new RegExp(
  `^(${WORDS}|${COMMON})[\\s_#.(-]*(?:no\\.?|nr\\.?)?[\\s_-]*0*(\\d{1,15})\\)?(?:[\\s_.(-].*)?$`,
  "i",
);
const ordinal = new RegExp(`^0*(\\d{1,4})(?:st|nd|rd|th|[.)])?[\\s_-]*(${WORDS}|${COMMON})$`, "i");
const wordAlone = new RegExp(`^(${WORDS})(?=[\\s_#.(-]|$)`, "i");
const isCommon = new RegExp(`^(?:${COMMON})$`, "i");

/** A date, maybe with a time of day and a zone, maybe with words before it and after it. */
const dated =
  /^(?:[a-z][a-z _-]*?[\s_-]+)?(20\d\d)[-_.]?(0[1-9]|1[0-2])[-_.]?(0[1-9]|[12]\d|3[01])(?:[\s_-]*T?[\s_-]*([01]\d|2[0-3])[-_:.h]?([0-5]\d)(?:[-_:.m]?([0-5]\d)(?:[.,]\d+)?s?)?)?\s*(Z|UTC|[+-]\d\d[:-]?\d\d)?(?:[\s_-]+\D.*)?$/i;

/** Undefined for a name that no attempt has. */
export function attemptName(folder: string): AttemptName | undefined {
  const name = folder.normalize("NFKC").trim();
  // Eight digits may be a date as well as the number of a student.
  const time = /^\d{8}$/.test(name) ? undefined : timeOf(name);
  if (time !== undefined) return { certainty: "time", order: time };
  const [, word, number] = worded.exec(name) ?? [];
  const [, first, after] = ordinal.exec(name) ?? [];
  const digits = number ?? first;
  if (digits !== undefined)
    return {
      certainty: isCommon.test(word ?? after ?? "") ? "common word" : "word",
      order: Number(digits),
    };
  return /^\d{1,15}$/.test(name) ? { certainty: "number", order: Number(name) } : undefined;
}

/** Begins as an attempt's name does, and does not say which: `attempt-final`. */
export const isUnnumbered = (folder: string): boolean =>
  attemptName(folder) === undefined && wordAlone.test(folder.normalize("NFKC").trim());

/** Milliseconds since 1970; without a zone all are taken in one, which orders them as well. */
function timeOf(name: string): number | undefined {
  const [, year, month, day, hour = "0", minute = "0", second = "0", zone = "Z"] = dated.exec(name) ?? [];
  if (year === undefined) return undefined;
  const local = Date.UTC(
    Number(year),
    Number(month) - 1,
    Number(day),
    Number(hour),
    Number(minute),
    Number(second),
  );
  const [, sign, hours, minutes] = /^([+-])(\d\d)[:-]?(\d\d)$/.exec(zone) ?? [];
  const ahead = sign === undefined ? 0 : (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
  return local - ahead * 60_000;
}
