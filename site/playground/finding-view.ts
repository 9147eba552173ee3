/** A finding on the page: what the terminal says of it, the sentence first, with a picture and links. */

import { type Look, lookOf } from "../../grader/verdict/look.ts";
import { renderComparison } from "../../grader/verdict/render-comparison.ts";
import { type FindingOf, lawOf, renderCase } from "../../grader/verdict/render-finding.ts";
import { fileEnd, renderPlace } from "../../grader/verdict/render-source.ts";
import type { Finding, FindingCase } from "../../grader/verdict/verdict.ts";
import { cleanLines } from "../../grader/verdict/width.ts";
import { button, element } from "./element.ts";
import { pictureOf } from "./picture.ts";
import { raised } from "./raised.ts";

/** What a finding can make the workbench do. */
export interface Deeds {
  /** The address of a step of a derivation, such as `mse-line#step-3`. */
  linkTo(read: string): string;
  goTo(line: number, column: number | undefined): void;
  /** The seed of this verdict, and grading again with it. */
  readonly seed: number;
  replay(): void;
}

/** Characters that are shown beside each other on a page however narrow, where they are scrolled in place of cut. */
const leastColumns = ({ expected }: Finding): number => (typeof expected === "object" ? 60 : 46);

export function findingView(found: FindingOf, columns: number, deeds: Deeds): HTMLElement {
  const { finding, functions } = found;
  const isStub = finding.code === "not-implemented";
  const title = element(
    "h3",
    { class: "wb-title" },
    element("span", { class: "wb-code" }, finding.title),
    " ",
    element("span", { class: "wb-whose" }, functions.join(", ")),
  );
  const body = isStub ? stubBody(found) : bodyOf(found, columns);
  return element(
    "article",
    { class: "wb-finding", "data-code": finding.code },
    title,
    ...body,
    nextOf(found, deeds),
  );
}

function stubBody({ functions }: FindingOf): readonly HTMLElement[] {
  const waiting =
    functions.length === 1 ? "This function is still the stub:" : "These functions are still stubs:";
  return [element("p", {}, `${waiting} ${functions.join(", ")}.`)];
}

function bodyOf({ finding, file }: FindingOf, columns: number): readonly (Node | undefined)[] {
  const look = lookOf({ columns });
  const law = lawOf(finding, look);
  return [
    ...cleanLines(finding.message).map((line) => element("p", {}, ...raised(line))),
    pictureOf(finding),
    lines(
      "wb-place",
      placeLines(finding.lineText === undefined ? [] : renderPlace({ ...finding, file }, look)),
    ),
    finding.case === undefined ? undefined : caseView(finding.case, look),
    comparison(renderComparison(finding, lookOf({ columns: Math.max(columns, leastColumns(finding)) }))),
    law.length === 0 ? undefined : element("p", {}, law.join(" ")),
  ];
}

/** Without the line that names the file, which is open above; its end is on the button that leads there. */
const placeLines = (place: readonly string[]): readonly string[] => place.slice(2);

function lines(name: string, text: readonly string[]): HTMLElement | undefined {
  return text.length === 0 ? undefined : element("pre", { class: name, tabindex: 0 }, text.join("\n"));
}

/** A program keeps its lines, and is scrolled where they are long. */
function caseView(given: FindingCase, look: Look): HTMLElement | undefined {
  return given.call.includes("\n")
    ? lines("wb-program", renderCase(given, lookOf()))
    : lines("wb-case", renderCase(given, look));
}

/** Yours and ours below each other; the label that a line begins with says whose it is. */
function comparison(text: readonly string[]): HTMLElement | undefined {
  if (text.length === 0) return undefined;
  let whose = "";
  const spans = text.map((line, i) => {
    whose = /^ {4}(\S+)/.exec(line)?.[1] ?? whose;
    return element("span", { "data-whose": whose }, `${line.slice(4)}${i < text.length - 1 ? "\n" : ""}`);
  });
  return element("pre", { class: "wb-comparison", tabindex: 0 }, ...spans);
}

/** Where to go on: the line, the step of the derivation, the same again. */
function nextOf({ finding, file }: FindingOf, deeds: Deeds): HTMLElement {
  const look = lookOf();
  const { line, column, read } = finding;
  const place = `${fileEnd(file.replace(/^.*\//, ""), 40, look)}:${line ?? 1}`;
  return element(
    "p",
    { class: "wb-next" },
    ...(line === undefined
      ? []
      : [button(`Go to ${place}`, () => deeds.goTo(line, column), { class: "wb-link" })]),
    ...(read === undefined
      ? []
      : [element("a", { href: deeds.linkTo(read) }, look.say(`Read ${read.replace("#step-", ", step ")}`))]),
    ...(finding.case === undefined || finding.code === "not-implemented"
      ? []
      : [
          button(`Grade again with seed ${deeds.seed}`, () => deeds.replay(), {
            class: "wb-link",
            title: finding.replay,
          }),
        ]),
  );
}
