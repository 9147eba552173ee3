/** A counterexample as a picture, where one says more than numbers: the line among its points, yours beside ours. */
import type { Finding } from "../../grader/verdict/verdict.ts";
import { barsOf } from "./bars.ts";
import { element } from "./element.ts";
import { lineThroughPoints } from "./line-picture.ts";

/** Nothing where no picture fits, or where no right answer is to be compared with. */
export function pictureOf(finding: Finding): HTMLElement | undefined {
  if (finding.expected === undefined) return undefined;
  const panels = [lineThroughPoints(finding.case?.inputs ?? {}), barsOf(finding)].filter(
    (panel) => panel !== undefined,
  );
  if (panels.length === 0) return undefined;
  return element(
    "div",
    { class: "wb-pictures" },
    ...panels.map(({ drawn, caption }) => figure(drawn, caption)),
  );
}

const figure = (drawn: SVGElement, caption: string): HTMLElement =>
  element("figure", {}, drawn, element("figcaption", {}, caption));
