/** The checks of a verdict as a table: a line a function, a column a kind of check, in the terminal's words. */
import { cellText, KINDS, pointsOf, statusOf } from "../../grader/verdict/render-table.ts";
import type { Check } from "../../grader/verdict/verdict.ts";
import { element } from "./element.ts";

export function checkTable(checks: readonly Check[]): HTMLTableElement {
  const kinds = KINDS.filter((kind) => checks.some((check) => check.kind === kind));
  const functions = [...new Set(checks.map((check) => check.function))];
  const head = ["", ...kinds, "points"].map((text) =>
    text === "" ? element("td") : element("th", { scope: "col" }, text),
  );
  const rows = functions.map((name) => {
    const own = checks.filter((check) => check.function === name);
    const cells = kinds.map((kind) => {
      const cell = own.filter((check) => check.kind === kind);
      const title = cell.map((check) => check.title).join("; ");
      return element(
        "td",
        { "data-kind": kind, "data-status": statusOf(cell), title: title === "" ? undefined : title },
        cellText(cell),
      );
    });
    return element(
      "tr",
      {},
      element("th", { scope: "row" }, name),
      ...cells,
      element("td", { class: "wb-points", "data-kind": "points" }, pointsOf(own)),
    );
  });
  return element(
    "table",
    { class: "wb-checks" },
    element("caption", { class: "wb-unseen" }, "What each check came to"),
    element("thead", {}, element("tr", {}, ...head)),
    element("tbody", {}, ...rows),
  );
}
