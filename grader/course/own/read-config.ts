/** Reads `chainrule.config.json`; `config.schema.json` says the same to editors. */
import { existsSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, resolve } from "node:path";
import { UsageError } from "../../usage-error.ts";
import { isDate } from "../date.ts";
import { nearest } from "../nearest.ts";
import { WAYS } from "../ways.ts";

/** A course of one's own, as its folder declares it; names of exercises as they were typed. */
export interface OwnConfig {
  readonly file: string;
  readonly folder: string;
  /** A way through the course. */
  readonly path?: string;
  readonly include?: readonly string[];
  readonly exclude: readonly string[];
  /** The folder with exercises of one's own. */
  readonly extend?: string;
  /** Dates by exercise; `*` stands for all that are not named. */
  readonly due: Readonly<Record<string, string>>;
  readonly timeZone?: string;
  readonly points: Readonly<Record<string, number>>;
}

const KEYS = ["$schema", "path", "include", "exclude", "extend", "due", "timeZone", "points"];
const MOST_POINTS = 1000;

/** @throws UsageError with the key and what was expected */
export function readConfig(file: string): OwnConfig {
  const given = objectIn(file);
  const name = basename(file);
  const wrong = (key: string, expected: string, got: unknown): UsageError =>
    new UsageError(`${name}: ${key}: ${expected} expected, got ${JSON.stringify(got)}`);
  const unknown = Object.keys(given).find((key) => !KEYS.includes(key));
  if (unknown !== undefined) {
    const near = nearest(unknown, KEYS);
    const hint = near === undefined ? `the keys are ${KEYS.slice(1).join(", ")}` : `did you mean "${near}"?`;
    throw new UsageError(`${name}: "${unknown}" is no key; ${hint}`);
  }
  const text = (key: string, expected: string, fits: (text: string) => boolean): string | undefined => {
    const value = given[key];
    if (value === undefined || (typeof value === "string" && fits(value))) return value;
    throw wrong(key, expected, value);
  };
  const names = (key: string): readonly string[] | undefined => {
    const value = given[key];
    const isList = Array.isArray(value) && value.every((one) => typeof one === "string");
    if (value === undefined || isList) return value;
    throw wrong(key, 'a list of exercises such as ["ex09", "ex10"]', value);
  };
  const byExercise = <T>(key: string, expected: string, fits: (value: unknown) => value is T) => {
    const value = given[key];
    if (value === undefined) return {};
    if (fits(value)) return { "*": value };
    if (!isObject(value)) throw wrong(key, expected, value);
    for (const [exercise, one] of Object.entries(value))
      if (!fits(one)) throw wrong(`${key}.${exercise}`, expected, one);
    return value as Record<string, T>;
  };
  text("$schema", "an address", () => true);
  const ways = WAYS.map(({ name: way }) => way);
  const path = text("path", ways.join(", "), (way) => ways.includes(way));
  const include = names("include");
  const extend = text("extend", 'a folder such as "./my-exercises"', (folder) => folder !== "");
  const timeZone = text("timeZone", 'a name such as "Europe/Berlin"', isZone);
  return {
    file,
    folder: dirname(file),
    exclude: names("exclude") ?? [],
    due: byExercise("due", 'a date such as "2026-12-01", or dates by exercise,', isDateText),
    points: byExercise(
      "points",
      `a whole number from 1 to ${MOST_POINTS}, or numbers by exercise,`,
      isPoints,
    ),
    ...(path === undefined ? {} : { path }),
    ...(include === undefined ? {} : { include }),
    ...(extend === undefined ? {} : { extend: folderAt(resolve(dirname(file), extend), name, extend) }),
    ...(timeZone === undefined ? {} : { timeZone }),
  };
}

function objectIn(file: string): Readonly<Record<string, unknown>> {
  if (!existsSync(file)) throw new UsageError(`${file}: a course's configuration expected, there is none`);
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, "utf8").replace(/^\uFEFF/, ""));
  } catch (error) {
    throw new UsageError(`${basename(file)}: JSON expected: ${(error as Error).message.split("\n")[0]}`);
  }
  if (isObject(value)) return value;
  throw new UsageError(`${basename(file)}: a JSON object expected, such as { "exclude": ["ex73"] }`);
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isDateText = (value: unknown): value is string => typeof value === "string" && isDate(value);

const isPoints = (value: unknown): value is number =>
  Number.isInteger(value) && (value as number) >= 1 && (value as number) <= MOST_POINTS;

function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

function folderAt(folder: string, config: string, typed: string): string {
  if (existsSync(folder) && statSync(folder).isDirectory()) return folder;
  throw new UsageError(`${config}: extend: a folder that is there expected, got ${JSON.stringify(typed)}`);
}
