/** A formula that is wider than its column scrolls: then it can be reached with the Tab key, and says that it scrolls. */
export function scrollingFormulas(
  formulas: readonly HTMLElement[] = [
    ...document.querySelectorAll<HTMLElement>(".formula .maths, .at-example"),
  ],
): void {
  const observer = new ResizeObserver((entries) => {
    for (const { target } of entries) mark(target as HTMLElement);
  });
  for (const formula of formulas) observer.observe(formula);
  // Letters that arrive late make a formula wider, and its column not.
  document.fonts.ready.then(() => formulas.forEach(mark));
}

function mark(formula: HTMLElement): void {
  const scrolls = formula.scrollWidth > formula.clientWidth + 1;
  if (scrolls === formula.hasAttribute("tabindex")) return;
  // The numbers beside a formula have a name of their own.
  const names = formula.matches(".at-example")
    ? {}
    : { role: "group", "aria-label": "Formula, scrolls sideways" };
  for (const [name, value] of Object.entries({ tabindex: "0", ...names }))
    if (scrolls) formula.setAttribute(name, value);
    else formula.removeAttribute(name);
}
