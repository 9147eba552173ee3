/**
 * Why a solution is refused: whether it is the solution that is wrong, the reference, or a law.
 */
import type { Exercise } from "../../exercise/exercise.ts";
import type { Inputs } from "../../exercise/inputs.ts";
import { plansOf } from "../../judge/plan.ts";
import { entryAt } from "../../verdict/entry-at.ts";
import type { Check, Finding, Verdict } from "../../verdict/verdict.ts";
import { pathsOf, type Slug } from "../course.ts";
import { inputsText, valueText } from "./in-print.ts";
import { falsehood } from "./laws/tried.ts";
import { type Refusal, refuse } from "./refusal.ts";

/** The refusal of a file that does not pass with a seed: the solution, or the course's own version. */
export function shortfall(
  slug: Slug,
  file: string,
  exercise: Exercise,
  verdict: Verdict,
  seed: number,
): Refusal {
  const { exercise: declaration } = pathsOf(slug);
  if (verdict.status === "error")
    return refuse(
      declaration,
      `cannot be judged with seed ${seed}: ${verdict.error ?? "no reason given"}`,
      "mend the exercise",
    );
  const replay = `\`npm run grade ${slug.id} -- --file ${file} --seed ${seed}\` shows it`;
  const check = firstShort(verdict);
  const law = check && falseLaw(exercise, check, seed);
  if (law !== undefined) return refuse(declaration, law.what, law.mend);
  const differ = check?.finding && difference(check.function, check.finding);
  return differ === undefined
    ? refuse(file, `falls short with seed ${seed}: ${reasonOf(verdict)}`, replay)
    : refuse(
        declaration,
        `${differ.asks} and ${file} gives ${differ.gives}`,
        `mend the one that is wrong; ${replay}`,
      );
}

/** What the declaration asks for and what the solution gives, where both are numbers. */
function difference(
  fn: string,
  { code, case: given, expected, yours, at = "" }: Finding,
): { readonly asks: string; readonly gives: string } | undefined {
  if (!["wrong-value", "wrong-gradient", "wrong-edge", "not-finite"].includes(code)) return undefined;
  const [asked, got] = [entryAt(expected, at), entryAt(yours, at)];
  if (given === undefined || asked === undefined || got === undefined) return undefined;
  const place = at === "" ? "" : ` at ${at.replace(/^\./, "")}`;
  const who = given.name === undefined ? `the reference of ${fn}` : `edge case "${given.name}" of ${fn}`;
  const asks = given.name === undefined ? "gives" : "asks for";
  return {
    asks: `with ${inputsText(given.inputs as Inputs)} ${who} ${asks} ${valueText(asked)}${place},`,
    gives: valueText(got),
  };
}

/** The law that a solution breaks, where right answers break it, too. */
function falseLaw(exercise: Exercise, { kind, function: fn, finding }: Check, seed: number) {
  if (kind !== "law") return undefined;
  const laws = plansOf(exercise, seed).find(({ name }) => name === fn)?.laws ?? [];
  const found = falsehood(laws.filter(({ law }) => law.says === finding?.law));
  return found && { ...found, what: `the law "${finding?.law}" of ${fn} ${found.what}` };
}

const firstShort = (verdict: Verdict): Check | undefined =>
  verdict.checks.find(({ status }) => status !== "pass");

/** A verdict in a few words. */
export function reasonOf(verdict: Verdict): string {
  if (verdict.error !== undefined) return verdict.error;
  const check = firstShort(verdict);
  if (check === undefined) return `${verdict.score} of ${verdict.maxScore} points`;
  const why = check.finding?.message ?? check.reason ?? check.status;
  return `${check.id}, ${check.finding?.code ?? check.status}: ${why.split("\n")[0] ?? ""}`.replace(
    /[.\s:]+$/,
    "",
  );
}
