/** One panel of a figure as a picture of its own: a file that any page can show, and that needs no script. */
import { escapeHtml } from "../../../grader/verdict/escape-html.ts";
import { defaultsOf } from "./controls.ts";
import type { AnyFigure } from "./figure.ts";
import type { State } from "./model.ts";
import type { Panel } from "./scene.ts";
import { markText, still } from "./svg-text.ts";

/**
 * @param style colours and forms of marks, as the pages have them
 * @returns an SVG file; light or dark is the matter of the page around it
 */
export function stillOf(figure: AnyFigure, style: string): string {
  const panel = panelOf(figure);
  const box = `viewBox="0 0 ${panel.width} ${panel.height}"`;
  const marks = panel.marks.map((mark) => markText(still(mark))).join("");
  // The styles ask for a drawing within an element of class `figure`.
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" class="figure" ${box}><title>${escapeHtml(panel.title)}</title>` +
    `<style>${style}</style><svg ${box}>${marks}</svg></svg>\n`
  );
}

function panelOf(figure: AnyFigure): Panel {
  const state = { ...defaultsOf(figure.controls), ...figure.still?.state } as State;
  const picture = figure.draw(figure.compute(state), state);
  const panel = picture.find(({ name }) => name === figure.still?.panel) ?? picture[0];
  if (panel === undefined) throw new Error(`${figure.id} draws no panel`);
  return panel;
}
