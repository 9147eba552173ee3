/** The checks of a verdict as letters. */
import type { Check } from "../../../verdict/verdict.ts";
import type { Signs } from "./snapshot.ts";

const letters: Readonly<Record<Check["status"], string>> = {
  pass: "p",
  fail: "f",
  skipped: "s",
  inconclusive: "i",
};

/** `function/kind`. */
export const checkId = ({ function: name, kind }: Pick<Check, "function" | "kind">): string =>
  `${name}/${kind}`;

/** A letter for each of the exercise's checks. */
export function signsOf(own: readonly Check[], checks: readonly string[]): Signs {
  if (own.length === checks.length && own.every((check, i) => checkId(check) === checks[i]))
    return plainSigns(own);
  const status = new Map(own.map((check) => [checkId(check), check.status]));
  return checks.map((id) => (status.has(id) ? letters[status.get(id)!] : "-")).join("");
}

/** A letter for each check that the verdict has, in its order. */
export const plainSigns = (own: readonly Check[]): Signs => own.map(({ status }) => letters[status]).join("");
