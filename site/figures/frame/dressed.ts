/** Drawings and words of a figure with the looks of the page's symbols. */
import { escapeHtml } from "../../../grader/verdict/escape-html.ts";
import { type Look, type Looks, lookAttributes, type Part } from "./looks.ts";
import { type Mark, mark } from "./scene.ts";

/** What a mark shows, which is said of it by a name alone, or to those who hear the figure. */
function symbolOf({ attributes }: Mark, { named, split }: Looks): Look | undefined {
  const isUsed = "data-handle" in attributes || "data-press" in attributes;
  if (!isUsed) return named.get(String(attributes["data-symbol"]));
  const heard = [attributes["aria-label"], attributes["aria-valuetext"]].filter(
    (words) => words !== undefined,
  );
  return heard.flatMap((words) => split(String(words))).find(([, look]) => look !== undefined)?.[1];
}

/**
 * Gives marks their looks: what a text names, what a handle moves by its own words, and what a mark is said to show
 * by its `data-symbol`. A mark that is the same object as before comes back as the same object.
 */
export function dresserOf(looks: Looks): (mark: Mark) => Mark {
  const { named, split } = looks;
  if (named.size === 0) return (mark) => mark;
  const known = new WeakMap<Mark, Mark>();
  const inText = ([words, look]: Part): Mark | string =>
    look === undefined ? words : mark("tspan", lookAttributes(look), words);
  const dressed = (one: Mark): Mark => {
    const before = known.get(one);
    if (before !== undefined) return before;
    const own = lookAttributes(symbolOf(one, looks));
    const isText = (one.tag === "text" || one.tag === "tspan") && !("data-s" in own);
    const children = one.children.flatMap((child) =>
      typeof child !== "string" ? dressed(child) : isText ? split(child).map(inText) : child,
    );
    const isSame =
      !("data-s" in own) &&
      children.length === one.children.length &&
      children.every((child, i) => child === one.children[i]);
    const made = isSame ? one : { ...one, attributes: { ...one.attributes, ...own }, children };
    known.set(one, made);
    return made;
  };
  return dressed;
}

/** A sentence as HTML. */
export const wordsHtml = (text: string, { split }: Looks): string =>
  split(text)
    .map(([words, look]) =>
      look === undefined
        ? escapeHtml(words)
        : `<i data-s="${look.s}" data-look="${look.look}">${escapeHtml(words)}</i>`,
    )
    .join("");
