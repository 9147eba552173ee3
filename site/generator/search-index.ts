/** What the search looks into, made at build time: one entry a step, a task, a part of a page. */
import MiniSearch from "minisearch";
import type { Course } from "./course.ts";
import type { Derivation } from "./derivation/read-derivation.ts";
import { SEARCH } from "./search-options.ts";

interface Entry {
  /** Its address. */
  readonly id: string;
  readonly page: string;
  readonly part: string;
  readonly text: string;
}

/** A script that sets `searchIndex`: it loads on file://, where nothing may be fetched. */
export function searchIndex(
  course: Course,
  derivations: readonly Derivation[],
  texts: readonly { readonly name: string; readonly text: string }[],
): string {
  const index = new MiniSearch<Entry>(SEARCH);
  index.addAll([
    ...course.exercises.map(({ slug, id, title, readme, functions }) => ({
      id: `${slug}.html`,
      page: title,
      part: `${id}: ${Object.keys(functions).join(", ")}`,
      text: plain(readme),
    })),
    ...derivations.flatMap(inDerivation),
    ...texts.flatMap(({ name, text }) => inText(name, text)),
  ]);
  return `self.searchIndex=${JSON.stringify(JSON.stringify(index))};`;
}

const inDerivation = ({ name, title, steps }: Derivation): Entry[] =>
  steps.map((step) => ({
    id: step.number === 0 ? `${name}.html` : `${name}.html#step-${step.number}`,
    page: plain(title),
    part: step.number === 0 ? "Derivation" : `Step ${step.number}: ${plain(step.title)}`,
    text: step.blocks
      .map((block) =>
        block.is === "text" ? plain(block.text) : block.is === "formula" ? plain(block.display.tex) : "",
      )
      .join(" "),
  }));

function inText(name: string, text: string): Entry[] {
  const title = /^# (.+)$/m.exec(text)?.[1] ?? name;
  return text.split(/^(?=#{2,3} )/m).map((part, i) => {
    const heading = /^#{1,3} (.+)$/m.exec(part)?.[1] ?? "";
    const anchor = /\{#([\w-]+)\}/.exec(heading)?.[1];
    return {
      id: i === 0 ? `${name}.html` : `${name}.html${anchor === undefined ? `?${i}` : `#${anchor}`}`,
      page: plain(title),
      part: i === 0 ? "" : plain(heading.replace(/\{#.*/, "")),
      text: plain(part),
    };
  });
}

/** Words without marks; a command such as `\sigma` is found by its name. */
const plain = (text: string): string =>
  text
    .replace(
      /```(?:symbols|math)|```figure[\s\S]*?```|\\(?:frac|bigl?|bigr|left|right|qquad|quad|displaystyle)\b/g,
      " ",
    )
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/[`*#|$\\{}&]|_(?=\s|$)|(?<=\s|^)_/g, " ")
    .replace(/\s+/g, " ")
    .trim();
