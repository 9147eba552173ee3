/** A picture as text, for the page before any script has run. */
import { escapeHtml } from "../../../grader/verdict/escape-html.ts";
import { dresserOf, wordsHtml } from "./dressed.ts";
import { type Looks, NO_LOOKS } from "./looks.ts";
import type { Mark, Panel } from "./scene.ts";

/** One element with all below it. */
export function markText({ tag, attributes, children }: Mark): string {
  const inside = children.map((c) => (typeof c === "string" ? escapeHtml(c) : markText(c))).join("");
  const named = Object.entries(attributes).map(([name, value]) => ` ${name}="${escapeHtml(String(value))}"`);
  return `<${tag}${named.join("")}>${inside}</${tag}>`;
}

/** Whether a mark, or one below it, is for pointer and keys. */
export const isLive = ({ attributes, children }: Mark): boolean =>
  "tabindex" in attributes || children.some((c) => typeof c !== "string" && isLive(c));

/** The same mark for a page without scripts: nothing to press, nothing to focus. */
export function still({ tag, attributes, children }: Mark): Mark {
  const kept = Object.entries(attributes).filter(
    ([name]) => !/^(tabindex|role|aria-.*|data-(handle|press|x|y))$/.test(name),
  );
  return {
    tag,
    attributes: Object.fromEntries(kept),
    children: children.map((c) => (typeof c === "string" ? c : still(c))),
  };
}

/** What the SVG element of a panel carries, apart from its marks. */
export function panelAttributes(figure: string, panel: Panel, live: boolean): Record<string, string> {
  const id = `${figure}-${panel.name}`;
  return {
    viewBox: `0 0 ${panel.width} ${panel.height}`,
    role: live ? "group" : "img",
    "aria-labelledby": `${id}-title`,
    "aria-describedby": `${id}-about`,
  };
}

/**
 * A panel: its title, which everybody sees, and its drawing. The title is no `<title>` of the drawing, because
 * browsers show that one over the picture as soon as the pointer rests.
 */
export function panelText(figure: string, panel: Panel, looks: Looks = NO_LOOKS): string {
  const dressed = dresserOf(looks);
  const id = `${figure}-${panel.name}`;
  const attributes = Object.entries(panelAttributes(figure, panel, false))
    .map(([name, value]) => `${name}="${escapeHtml(value)}"`)
    .join(" ");
  const marks = panel.marks.map((m) => markText(still(dressed(m)))).join("");
  const width = panel.wide === true ? " wide" : panel.narrow === true ? " narrow" : "";
  return (
    `<div class="panel${width}">` +
    `<p class="panel-title" id="${id}-title">${wordsHtml(panel.title, looks)}</p>` +
    `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}><desc id="${id}-about">${escapeHtml(panel.description)}</desc>${marks}</svg>` +
    `</div>`
  );
}
