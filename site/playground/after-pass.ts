/** What stands below a verdict with full marks: what was shown, where to go on, and one question more. */
import type { Check, Verdict } from "../../grader/verdict/verdict.ts";
import { element } from "./element.ts";
import { readProgress } from "./progress.ts";

/** What the page knows of the course around the exercise. */
export interface GoingOn {
  /** The exercises that follow, in their order. */
  readonly next: readonly { readonly slug: string; readonly title: string }[];
  /** The work at the end of the unit, where this is its last exercise. */
  readonly capstone?: { readonly href: string; readonly title: string };
  readonly question?: { readonly text: string; readonly href?: string };
}

/** What a page has written on the workbench's element; nothing where it has written something else. */
export function goingOnOf(text: string | undefined): GoingOn {
  try {
    const found = JSON.parse(text ?? "") as GoingOn;
    if (Array.isArray(found.next)) return found;
  } catch {
    // A page without a course around it.
  }
  return { next: [] };
}

export function afterPass(verdict: Verdict, { next, capstone, question }: GoingOn): HTMLElement {
  const done = readProgress();
  const open = next.find(({ slug }) => done[slug]?.status !== "pass");
  return element(
    "div",
    { class: "wb-after" },
    element("p", {}, element("strong", {}, "Shown: "), shownBy(verdict.checks)),
    question === undefined
      ? undefined
      : element(
          "p",
          {},
          element("strong", {}, "One question more: "),
          question.text,
          ...(question.href === undefined ? [] : [" ", element("a", { href: question.href }, "Try it")]),
        ),
    capstone === undefined
      ? undefined
      : element(
          "p",
          {},
          element("strong", {}, "Your own functions at real work: "),
          element("a", { href: capstone.href }, capstone.title),
        ),
    open === undefined
      ? undefined
      : element(
          "p",
          {},
          element("a", { class: "wb-onward", href: `${open.slug}.html` }, `Next: ${open.title}`),
        ),
  );
}

/** The checks as a sentence: what holds, and on how much it was tried. */
function shownBy(checks: readonly Check[]): string {
  const of = (kind: Check["kind"]): readonly Check[] => checks.filter((check) => check.kind === kind);
  const cases = (kind: Check["kind"]): number => of(kind).reduce((sum, check) => sum + check.cases, 0);
  const functions = [...new Set(checks.map((check) => check.function))];
  const counted = (count: number, one: string, many: string): string =>
    `${count} ${count === 1 ? one : many}`;
  const parts = [
    ...(cases("value") > 0 ? [`right on ${counted(cases("value"), "drawn input", "drawn inputs")}`] : []),
    ...(cases("edge") > 0 ? [`right in ${counted(cases("edge"), "edge case", "edge cases")}`] : []),
    ...(of("gradient").length > 0
      ? [`in agreement with central differences at ${counted(cases("gradient"), "point", "points")}`]
      : []),
    ...(of("law").length > 0 ? [`true to ${functions.length === 1 ? "its" : "their"} laws`] : []),
  ];
  const listed = parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
  return `${functions.join(", ")} ${functions.length === 1 ? "is" : "are"} ${listed}.`;
}
