/** A verdict on the page, set like the one in the terminal: from the same data, in the same words. */
import { lookOf } from "../../grader/verdict/look.ts";
import { errorOf, findingsOf, outputOf, reasonsOf } from "../../grader/verdict/render-terminal.ts";
import type { Verdict } from "../../grader/verdict/verdict.ts";
import { afterPass, type GoingOn } from "./after-pass.ts";
import { checkTable } from "./check-table.ts";
import { element } from "./element.ts";
import { type Deeds, findingView } from "./finding-view.ts";

/** The parts of a verdict from top to bottom: the first finding, then the table; `columns` is how many characters fit on a line. */
export function verdictView(
  verdict: Verdict,
  columns: number,
  deeds: Deeds,
  goingOn: GoingOn,
): readonly HTMLElement[] {
  const wide = lookOf();
  const error = errorOf(verdict, wide);
  const output = outputOf(verdict, 12, wide);
  const reasons = reasonsOf(verdict.checks, wide).map((line) => line.trim());
  const [first, ...others] = findingsOf(verdict).map((found) => findingView(found, columns, deeds));
  return [
    // What a reader sees at once: the score, and what fell short first.
    scoreLine(verdict),
    ...(first === undefined ? [] : [first]),
    ...(verdict.status === "pass" ? [afterPass(verdict, goingOn)] : []),
    checkTable(verdict.checks),
    ...(reasons.length === 0 ? [] : [element("p", { class: "wb-reasons" }, reasons.join(" "))]),
    ...others,
    ...(error.length === 0 ? [] : [element("p", {}, error.join(" "))]),
    ...(output.length === 0
      ? []
      : [
          element("p", { class: "wb-printed" }, output[0] ?? ""),
          element("pre", { class: "wb-output", tabindex: 0 }, output.slice(1).join("\n")),
        ]),
  ];
}

function scoreLine({ score, maxScore, status, durationMs, seed }: Verdict): HTMLElement {
  return element(
    "p",
    { class: "wb-score", "data-status": status },
    "Score ",
    element("strong", {}, status === "error" ? "not judged" : `${score} of ${maxScore}`),
    " ",
    element("span", { class: "wb-how" }, `${Math.round(durationMs)} ms, seed ${seed}`),
  );
}

/** A verdict in a sentence, for who cannot see it. */
export function inWords(verdict: Verdict): string {
  if (verdict.status === "error") return "Not judged: the judge could not judge this.";
  const score = `Score ${verdict.score} of ${verdict.maxScore}.`;
  const [first, ...others] = findingsOf(verdict);
  if (first === undefined) return verdict.status === "pass" ? `${score} All checks passed.` : score;
  const { title } = first.finding;
  const more = others.length === 0 ? "" : `, and ${others.length} more`;
  return `${score} ${title[0]}${title.slice(1).toLowerCase()} in ${first.functions.join(", ")}${more}.`;
}
