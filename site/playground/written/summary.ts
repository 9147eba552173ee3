/** What a derivation comes to: its points, its steps, its end. */

import type { DerivationReport } from "../../../grader/derivation/written/report.ts";
import { inOrder } from "../../../grader/derivation/written/report.ts";
import type { Verdict } from "../../../grader/verdict/verdict.ts";
import { element } from "../element.ts";
import { keepProgress } from "../progress.ts";
import type { Judged } from "./messages.ts";

type Code = readonly { readonly slug: string; readonly title: string }[];

export class Summary {
  readonly root = element("div", { class: "written-outcome" });
  private readonly code: Code;
  /** What the lines came to, until it is shown. */
  private come: Judged | undefined;

  /** @param code exercises of code that the same page leads to */
  constructor(code: Code) {
    this.code = code;
  }

  /** What came before is not true any more, and is shown until something else comes. */
  wait(): void {
    this.come = undefined;
  }

  clear(): void {
    this.root.replaceChildren();
  }

  /** @param isTyping whether a line is being typed: only good news is told then */
  came(judged: Judged, isTyping: boolean): void {
    this.come = judged;
    this.show(isTyping);
  }

  show(isTyping: boolean): void {
    if (this.come === undefined || (isTyping && !this.come.report.isDone)) return;
    const { report, verdict } = this.come;
    this.come = undefined;
    this.root.replaceChildren(...partsOf(report, verdict, this.code));
    if (report.lines.some(({ status }) => inOrder.includes(status))) keepProgress(verdict);
  }
}

function partsOf(
  { end, way, isDone, lines }: DerivationReport,
  { score, maxScore, seed, status }: Verdict,
  code: Code,
): HTMLElement[] {
  if (lines.length === 0 || status === "error") return [];
  const [next] = code;
  return [
    element(
      "p",
      { class: "written-score", "data-status": status },
      "Score ",
      element("strong", {}, `${score} of ${maxScore}`),
      " ",
      element("span", { class: "soft" }, `seed ${seed}`),
    ),
    element("p", {}, `${way.says} ${end.says}`),
    ...(isDone
      ? [
          element(
            "p",
            {},
            "Every line is true at all points that were tried, and they lead from the start to the end. Nobody has read your reasons.",
            ...(next === undefined
              ? []
              : [" Now write it as code: ", element("a", { href: `${next.slug}.html` }, next.title), "."]),
          ),
        ]
      : []),
  ];
}
