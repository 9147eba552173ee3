/**
 * Lights up all places of a symbol, in formulas and in code: while the pointer is on one of them, while a figure's
 * control changes it, or for as long as its button is pressed.
 */
export function symbolLights(): void {
  const buttons = [...document.querySelectorAll<HTMLButtonElement>("button.symbol[data-s]")];
  let pinned: string | undefined;
  const show = (symbol: string | undefined): void => {
    for (const lit of document.querySelectorAll(".lit")) lit.classList.remove("lit");
    if (symbol === undefined) return;
    for (const place of document.querySelectorAll(`[data-s="${CSS.escape(symbol)}"]`))
      place.classList.add("lit");
  };
  const pin = (symbol: string | undefined): void => {
    pinned = symbol;
    for (const button of buttons) button.setAttribute("aria-pressed", String(button.dataset.s === symbol));
    show(symbol);
  };
  document.addEventListener("pointerover", ({ target }) => {
    const symbol = symbolAt(target);
    show(symbol ?? pinned);
  });
  document.addEventListener("click", ({ target }) => {
    const button = target instanceof Element ? target.closest("button.symbol") : null;
    const symbol = symbolAt(target);
    // What a figure lets one press or drag has its own meaning for a click.
    if (target instanceof Element && target.closest("[data-press], [data-handle]") !== null) return;
    if (button !== null || symbol !== undefined) pin(symbol === pinned ? undefined : symbol);
  });
  document.addEventListener("keydown", ({ key }) => {
    if (key === "Escape" && pinned !== undefined) pin(undefined);
  });
  document.addEventListener("symbol", (event) => {
    const { symbol, active } = (event as CustomEvent<{ symbol: string; active: boolean }>).detail;
    const own = buttons.find(({ dataset }) => dataset.names?.split(" , ").includes(symbol));
    show(active ? own?.dataset.s : pinned);
  });
}

const symbolAt = (target: EventTarget | null): string | undefined =>
  target instanceof Element ? target.closest<HTMLElement>("[data-s]")?.dataset.s : undefined;
