/** A part of a capstone as an element of the page. */
import type { Part } from "../../../grader/capstone/picture.ts";
import { tableText } from "../../figures/frame/static.ts";
import { panelText } from "../../figures/frame/svg-text.ts";
import { element } from "../element.ts";
import { legendOf, panelsOf } from "./panels.ts";

/** @param id unique in the page */
export function partView(part: Part, id: string): HTMLElement {
  if (part.kind === "says") return element("p", {}, part.text);
  if (part.kind === "table") {
    const { title, head, rows } = part;
    const place = element("div", { class: "capstone-table" });
    // Its texts are escaped, as those of panels are.
    place.innerHTML = tableText({ caption: title, head, rows });
    return place;
  }
  const panels = element("div", { class: "panels" });
  panels.innerHTML = panelsOf(part, id)
    .map((panel) => panelText(id, panel))
    .join("");
  const legend = part.kind === "plots" ? ` ${legendOf(part.plots[0]?.layers ?? [])}.` : "";
  return element(
    "figure",
    { class: "figure", id },
    element("figcaption", {}, element("b", {}, `${part.title}.`), legend),
    panels,
  );
}
