/** Looks through the finished pages for what must not be there. */
import type { File } from "../parts.ts";
import { lineOf, type Problem } from "../problem.ts";
import { alternatives } from "./alternatives.ts";
import { brokenLinks } from "./links.ts";
import { rawMaths } from "./raw-maths.ts";

/** Where a page comes from. */
export interface Origin {
  readonly file: string;
  readonly text: string;
}

/** @param origins by the path of the page */
export function audit(files: ReadonlyMap<string, File>, origins: ReadonlyMap<string, Origin>): Problem[] {
  const pages = new Map([...files].filter((entry): entry is [string, string] => entry[0].endsWith(".html")));
  return [...pages].flatMap(([path, html]) =>
    [...rawMaths(html), ...alternatives(html), ...brokenLinks(path, html, pages, files)].map(
      ({ where, what }) => {
        const origin = origins.get(path);
        const line = origin === undefined ? undefined : lineOf(origin.text, where);
        return {
          file: origin?.file ?? `site/dist/${path}`,
          ...(line === undefined ? {} : { line }),
          where,
          what,
        };
      },
    ),
  );
}
