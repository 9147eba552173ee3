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
}
