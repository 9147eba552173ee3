/** Tells the page which symbol a reader is changing, so that its formulas can highlight it. */

/** What a `symbol` event carries. */
export interface SymbolEvent {
  /** As it is declared on the page. */
  readonly symbol: string;
  /** Whether the reader is at it, or has left it. */
  readonly active: boolean;
}

/** Dispatches a bubbling `symbol` event when the reader comes to an element, changes it, and leaves it. */
export function tellSymbol(element: HTMLElement, symbol: string | undefined): void {
  if (symbol === undefined) return;
  const tell = (active: boolean) => (): void => {
    const detail: SymbolEvent = { symbol, active };
    element.dispatchEvent(new CustomEvent("symbol", { bubbles: true, detail }));
  };
  for (const event of ["focusin", "input", "change", "pointerenter"])
    element.addEventListener(event, tell(true));
  for (const event of ["focusout", "pointerleave"])
    element.addEventListener(event, () => {
      if (event === "pointerleave" && element.contains(document.activeElement)) return;
      tell(false)();
    });
}
