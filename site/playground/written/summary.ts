/** What a derivation comes to: its points, its steps, its end. */
import type { DerivationReport } from "../../../grader/derivation/written/report.ts";
import type { Verdict } from "../../../grader/verdict/verdict.ts";
import { element } from "../element.ts";

export function summary(
  { end, way, isDone, lines }: DerivationReport,
  { score, maxScore, seed, status }: Verdict,
  code: readonly { readonly slug: string; readonly title: string }[],
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
