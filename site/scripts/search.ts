/** Looks through the index as the reader types. The words are in the address, so that a search can be linked to. */
import MiniSearch, { type SearchResult } from "minisearch";
import { SEARCH } from "../generator/search-options.ts";
import { unpacked } from "../playground/unpacked.ts";
import { element } from "./element.ts";

/** Packed. */
declare const searchIndex: string;

const MOST = 20;
const plainWords = MiniSearch.getDefault("tokenize") as (text: string) => string[];
const loaded = unpacked(searchIndex).then((json) => MiniSearch.loadJSON(json, SEARCH));
const field = document.querySelector<HTMLInputElement>("#q");
const found = document.querySelector<HTMLElement>("#found");
const hits = document.querySelector<HTMLElement>("#hits");
const otherwise = document.querySelector<HTMLElement>("#otherwise");

/**
 * Two words may be one, as in back propagation: what is found more often is meant. Where a formula is the subject of
 * no step, its letters are looked for as words.
 */
async function resultsFor(words: string): Promise<SearchResult[]> {
  const index = await loaded;
  const results = index.search(words);
  const asOne = /^\p{L}+ \p{L}+$/u.test(words) ? index.search(words.replace(" ", "")) : [];
  if (results.length === 0 && asOne.length === 0) return index.search(words, { tokenize: plainWords });
  return namedFirst(words, asOne.length > results.length ? asOne : results);
}

/** What is called by these very words comes before what speaks of them often. */
const namedFirst = (words: string, results: readonly SearchResult[]): SearchResult[] => {
  const asked = spelled(words);
  const isCalledSo = ({ id, kind, page, part }: SearchResult): boolean => {
    // Steps and parts of a page have its address as well.
    const slug = /^([\w-]+)\.html$/.exec(String(id))?.[1] ?? "";
    const isTitled = [page, part].some((title) => `${spelled(String(title))} `.startsWith(`${asked} `));
    return (
      kind !== "erratum" &&
      (isTitled || [slug, slug.replace(/^(?:ex|d)\d+-/, "")].map(spelled).includes(asked))
    );
  };
  return [...results.filter(isCalledSo), ...results.filter((hit) => !isCalledSo(hit))];
};

/** One spelling for mse-gradients and "MSE gradients", without the article of a title. */
const spelled = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .replace(/^(?:the|an?) /, "");

async function show(words: string): Promise<void> {
  const results = words.trim() === "" ? [] : await resultsFor(words);
  // Other words may have been typed meanwhile.
  if (field?.value !== words) return;
  hits?.replaceChildren(...results.slice(0, MOST).map((hit) => hitElement(hit)));
  const isNothing = words.trim() !== "" && results.length === 0;
  if (otherwise !== null) otherwise.hidden = !isNothing;
  if (found !== null)
    found.textContent = isNothing ? "Nothing found" : results.length === 0 ? "" : countOf(results.length);
}

const countOf = (all: number): string =>
  all <= MOST ? `${all} found` : `${all} found. The nearest ${MOST} are here; one word more leaves fewer.`;

function hitElement({ id, page, part, text, terms }: SearchResult): HTMLElement {
  const link = element("a", { href: String(id) }, String(page));
  const where = element("span", { class: "soft" }, String(part));
  return element("li", {}, link, " ", where, element("p", {}, ...excerpt(String(text), terms)));
}

/** The words around the first hit, which is marked. */
function excerpt(text: string, terms: readonly string[]): (Node | string)[] {
  const at = terms
    .map((term) => text.toLowerCase().indexOf(term))
    .filter((place) => place >= 0)
    .sort((a, b) => a - b)[0];
  if (at === undefined) {
    const end = wordEnd(text, 140);
    return [text.slice(0, end), end < text.length ? " …" : ""];
  }
  const term = terms.find((one) => text.toLowerCase().startsWith(one, at)) ?? "";
  const from = Math.max(0, text.lastIndexOf(" ", Math.max(0, at - 60)));
  const to = at + term.length;
  const end = wordEnd(text, to + 90);
  return [
    from > 0 ? "… " : "",
    text.slice(from, at),
    element("mark", {}, text.slice(at, to)),
    text.slice(to, end),
    end < text.length ? " …" : "",
  ];
}

/** The end of the last whole word before a place; that of the text, if it ends there. */
const wordEnd = (text: string, place: number): number =>
  place >= text.length ? text.length : Math.max(text.lastIndexOf(" ", place), 0) || place;

function noteAddress(words: string): void {
  try {
    history.replaceState(null, "", words === "" ? location.pathname : `?q=${encodeURIComponent(words)}`);
  } catch {
    // A page opened from disk may not change its address.
  }
}

if (field !== null) {
  field.value = new URLSearchParams(location.search).get("q") ?? "";
  field.addEventListener("input", () => {
    show(field.value);
    noteAddress(field.value);
  });
  show(field.value);
  field.focus();
}
