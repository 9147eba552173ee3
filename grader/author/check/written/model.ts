/** What only the judge can tell: the model answer passes, its end alone does not, and the stub is not begun. */
import type { Given } from "../../../derivation/written/given.ts";
import { judgeLines } from "../../../derivation/written/judge-derivation.ts";
import { linesOf } from "../../../derivation/written/lines-of.ts";
import { parted } from "../../../derivation/written/parted.ts";
import type { DerivationExercise } from "../../../exercise/derivation.ts";
import { gradeDerivation } from "../../../judge/grade-derivation.ts";
import type { Verdict } from "../../../verdict/verdict.ts";
import type { pathsOfDerivation } from "../../course.ts";
import { submissionOf } from "../judged.ts";
import { type Refusal, refuse } from "../refusal.ts";

export function noisyStub(root: string, stub: string, exercise: DerivationExercise, given: Given): Refusal[] {
  const { checks } = gradeDerivation(exercise, () => given, submissionOf(root, stub), { seed: 1 });
  return checks.every(({ finding }) => finding?.code === "not-implemented")
    ? []
    : [
        refuse(
          stub,
          "is judged as if something were written in it",
          "start with a formula that the judge takes for none",
        ),
      ];
}

export function shortModel(
  root: string,
  { declaration, solution }: ReturnType<typeof pathsOfDerivation>,
  exercise: DerivationExercise,
  given: Given,
  seeds: readonly number[],
): Refusal[] {
  const submission = submissionOf(root, solution);
  for (const seed of seeds) {
    const verdict = gradeDerivation(exercise, () => given, submission, { seed });
    if (verdict.status !== "pass") return [shortfall(solution, verdict, seed)];
  }
  return tooMuchAtOnce(declaration, exercise, given, submission.source);
}

function shortfall(file: string, { checks, error }: Verdict, seed: number): Refusal {
  const short = checks.find(({ status }) => status !== "pass");
  const { finding } = short ?? {};
  const why = finding === undefined ? (short?.reason ?? error ?? "") : `${finding.title}: ${finding.message}`;
  const at = finding?.line === undefined ? file : `${file}:${finding.line}`;
  return refuse(
    at,
    `falls short with seed ${seed} in ${short?.function ?? "all"}: ${why.replace(/\.$/, "")}`,
    "mend it, or the declaration",
  );
}

/** Who writes the end at once has derived nothing. */
function tooMuchAtOnce(
  file: string,
  { start, lines, rules }: DerivationExercise,
  given: Given,
  answer: string,
): Refusal[] {
  const end = parted(linesOf(answer).at(-1)?.text ?? "").sides.at(-1)?.text ?? "";
  const { isDone } = judgeLines(given, [{ text: `${start} = ${end}` }], 1);
  return isDone
    ? [
        refuse(
          file,
          `asks for ${lines} line${lines === 1 ? "" : "s"} of ${rules} rules, so that the end alone passes`,
          "ask for more lines, or allow fewer rules at once",
        ),
      ]
    : [];
}
