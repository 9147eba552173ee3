/** What other rooms bring to the pages: figures, and the editor. */
import type { AnyFigure } from "../figures/frame/figure.ts";
import type { Looks } from "../figures/frame/looks.ts";
import { renderStatic } from "../figures/frame/static.ts";
import type { Problem } from "./problem.ts";

/** A file of the site. */
export type File = string | Uint8Array;

export interface Rooms {
  readonly figures: Readonly<Record<string, AnyFigure>>;
  /** What an exercise page must allow for its workbench, by directive of its policy. */
  playgroundPolicy?(): Readonly<Record<string, string>>;
  /** Files by path from the site's folder, such as `play/editor.js`. */
  playgroundFiles?(options: { readonly minify: boolean }): Promise<ReadonlyMap<string, File>>;
}

export interface Parts {
  /** A figure in its first state, with the page's symbols, or a problem where there is none of that name. */
  figureHtml(id: string, file: string, line: number, problems: Problem[], looks?: Looks): string;
}

export const partsOf = ({ figures }: Rooms): Parts => ({
  figureHtml(id, file, line, problems, looks) {
    const figure = Object.hasOwn(figures, id) ? figures[id] : undefined;
    if (figure !== undefined) return renderStatic(figure, looks);
    const known = Object.keys(figures).join(", ") || "none yet";
    problems.push({ file, line, where: id, what: `no figure of this name; there are ${known}` });
    return "";
  },
});
