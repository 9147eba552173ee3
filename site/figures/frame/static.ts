/** A figure in the state that it starts in, as a part of the page: seen without scripts, and in print. */
import { escapeHtml } from "../../../grader/verdict/escape-html.ts";
import { defaultsOf } from "./controls.ts";
import { wordsHtml } from "./dressed.ts";
import { symbolsOf } from "./example-link.ts";
import type { AnyFigure, DataTable } from "./figure.ts";
import { type Looks, looksText, NO_LOOKS } from "./looks.ts";
import { panelText } from "./svg-text.ts";

/**
 * The whole `<figure>` element; `mountFigure` finds it by its `data-figure`.
 *
 * @param looks the symbols of the page
 */
export function renderStatic(figure: AnyFigure, looks: Looks = NO_LOOKS): string {
  const state = defaultsOf(figure.controls);
  const data = figure.compute(state);
  const panels = figure
    .draw(data, state)
    .map((panel) => panelText(figure.id, panel, looks))
    .join("");
  const dress = looks.named.size === 0 ? "" : ` data-looks="${escapeHtml(looksText(looks))}"`;
  return (
    `<figure class="figure" id="${figure.id}" data-figure="${figure.id}"${followed(figure)}${dress} aria-labelledby="${figure.id}-caption">` +
    `<figcaption id="${figure.id}-caption"><b>${escapeHtml(figure.title)}.</b> ${wordsHtml(figure.question, looks)}</figcaption>` +
    `<div class="panels">${panels}</div>` +
    `<p class="says">${wordsHtml(figure.says(data, state), looks)}</p>` +
    `${figure.ownData === undefined ? "" : `<p class="own-data">${wordsHtml(figure.ownData, looks)}</p>`}` +
    `<details class="numbers"><summary>The numbers as a table</summary>${tableText(figure.table(data, state))}</details>` +
    `</figure>`
  );
}

/** The symbols of the page's example that the figure goes along with, for the page to tell. */
function followed({ example }: AnyFigure): string {
  const symbols = symbolsOf(example).join(" , ");
  return symbols === "" ? "" : ` data-follows="${escapeHtml(symbols)}"`;
}

/** A table that scrolls by itself where it is too wide. */
export function tableText({ caption, head, rows }: DataTable): string {
  const cells = (tag: string, row: readonly string[]): string =>
    row.map((cell) => `<${tag}>${escapeHtml(cell)}</${tag.split(" ")[0]}>`).join("");
  const body = rows.map((row) => `<tr>${cells("td", row)}</tr>`).join("");
  return (
    `<section class="scrolls" tabindex="0" aria-label="${escapeHtml(caption)}">` +
    `<table><caption>${escapeHtml(caption)}</caption>` +
    `<thead><tr>${cells('th scope="col"', head)}</tr></thead><tbody>${body}</tbody></table></section>`
  );
}
