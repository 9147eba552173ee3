/**
 * A verdict as a line of JSON and back, with the numbers that JSON does not have: NaN, infinities, negative zero.
 */
import type { Finding, Verdict } from "../../verdict/verdict.ts";

/** JSON in which such numbers are strings, as in verdict.schema.json. */
export const jsonOf = (value: unknown, indent?: number): string =>
  JSON.stringify(value, (_, each) => (isSpecial(each) ? named(each as number) : each), indent);

const isSpecial = (value: unknown): boolean =>
  typeof value === "number" && (!Number.isFinite(value) || Object.is(value, -0));

const named = (x: number): string => (Object.is(x, -0) ? "-0" : String(x));

const numbers: Readonly<Record<string, number>> = {
  NaN: Number.NaN,
  Infinity: Number.POSITIVE_INFINITY,
  "-Infinity": Number.NEGATIVE_INFINITY,
  "-0": -0,
};

/** What a field of numbers held; names of functions and of foreign values are left alone. */
function numbersIn<T>(value: T): T {
  if (typeof value === "string") return (Object.hasOwn(numbers, value) ? numbers[value] : value) as T;
  if (Array.isArray(value)) return value.map(numbersIn) as T;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [
      name,
      (name === "fn" || name === "foreign") && typeof each === "string" ? each : numbersIn(each),
    ]),
  ) as T;
}

function findingFrom(finding: Finding): Finding {
  const read: Record<string, unknown> = { ...finding };
  for (const name of ["yours", "expected", "numerical", "errorBar", "tolerance"])
    if (name in read) read[name] = numbersIn(read[name]);
  if (finding.case !== undefined) read.case = { ...finding.case, inputs: numbersIn(finding.case.inputs) };
  return read as unknown as Finding;
}

/** The verdict that a text of `jsonOf` says. */
export function verdictFrom(verdict: Verdict): Verdict {
  const checks = verdict.checks.map((check) =>
    check.finding === undefined ? check : { ...check, finding: findingFrom(check.finding) },
  );
  return { ...verdict, checks };
}
