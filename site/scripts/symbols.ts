import { isWord, standingAlone } from "../generator/text/standing-alone.ts";
import { element } from "./element.ts";

/** The symbols of the page, as their buttons know them: by number, with the names that figures call them by. */
interface PageSymbol {
  readonly s: string;
  readonly look: string | undefined;
  readonly names: readonly string[];
}

const symbolsOfPage = (): PageSymbol[] =>
  [...document.querySelectorAll<HTMLElement>(".all-symbols button.symbol[data-s]")].map(({ dataset }) => ({
    s: dataset.s ?? "",
    look: dataset.look,
    names: dataset.names?.split(" , ") ?? [],
  }));

/** Gives what a figure calls by a symbol's name the symbol's number and look. */
export function dressFigure(figure: HTMLElement): void {
  const symbols = symbolsOfPage();
  for (const place of figure.querySelectorAll<HTMLElement>("[data-symbol]")) {
    const symbol = symbols.find(({ names }) => names.includes(place.dataset.symbol ?? ""));
    if (symbol === undefined) continue;
    place.dataset.s = symbol.s;
    if (symbol.look !== undefined) place.dataset.look = symbol.look;
  }
  dressWords(figure, symbols);
}

/** What a figure says in words: its caption, the sentence with the numbers, the titles of its panels. */
const WORDS = "figcaption, .says, .panel-title";

/** Marks the principal symbols in a figure's words, now and whenever they are written anew. */
function dressWords(figure: HTMLElement, symbols: readonly PageSymbol[]): void {
  const looks = new Map(
    symbols.flatMap((symbol) =>
      symbol.look === undefined
        ? []
        : symbol.names
            .filter((name) => !isWord(name) && !/[\\^_]/.test(name))
            .map((name) => [name, symbol] as const),
    ),
  );
  if (looks.size === 0) return;
  const alone = standingAlone(looks.keys());
  const written = new MutationObserver(() => dress());
  const dress = (): void => {
    for (const place of figure.querySelectorAll(WORDS)) {
      markWords(place, alone, looks);
      written.observe(place, { childList: true });
    }
    written.takeRecords();
  };
  const panels = figure.querySelector(".panels");
  if (panels !== null) written.observe(panels, { childList: true });
  dress();
}

function markWords(place: Element, alone: RegExp, looks: ReadonlyMap<string, PageSymbol>): void {
  for (const node of [...place.childNodes]) {
    if (!(node instanceof Text)) continue;
    const parts = node.data.normalize("NFC").split(alone);
    if (parts.length === 1) continue;
    node.replaceWith(
      ...parts.map((part, i) => {
        const symbol = i % 2 === 1 ? looks.get(part) : undefined;
        return symbol === undefined
          ? part
          : element("i", { "data-s": symbol.s, "data-look": symbol.look ?? "" }, part);
      }),
    );
  }
}
