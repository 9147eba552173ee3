import type { Found } from "./found.ts";

/** Pictures that say nothing to those who do not see them. */
export function alternatives(html: string): Found[] {
  return [...html.matchAll(/<(img|svg|canvas)\b([^>]*)>/g)].flatMap(([tag, name, attributes = ""]) => {
    if (/\baria-hidden="true"/.test(attributes)) return [];
    const named =
      name === "img"
        ? /\balt="[^"]/.test(attributes)
        : /\brole="/.test(attributes) && /\baria-label(?:ledby)?="[^"]/.test(attributes);
    // KaTeX draws roots, bars and wide accents, measured in em, within a part that is hidden as a whole.
    if (named || /\b(?:width|height)="[\d.]+em"/.test(attributes)) return [];
    return [{ where: tag.slice(0, 80), what: "a picture without a text in its place" }];
  });
}
