/** Keeps what has the focus in view while what is said above it comes and grows: who types by keys would lose the place. */
export function keepFocusSeen(root: HTMLElement): void {
  let isWatched = true;
  const focused = (): Element | undefined => {
    const at = document.activeElement;
    return at !== null && root.contains(at) ? at : undefined;
  };
  // Who scrolls away from it is left there.
  addEventListener("scroll", () => {
    isWatched = isSeen(focused());
  });
  root.addEventListener("focusin", () => {
    isWatched = true;
  });
  new ResizeObserver(() => {
    if (isWatched) show(focused());
  }).observe(root);
}

/** Shows a part of the page, and behind it what has the focus, which goes before it. */
export function showBeside(part: HTMLElement): void {
  part.scrollIntoView({ block: "nearest" });
  show(document.activeElement ?? undefined);
}

function show(at: Element | undefined): void {
  if (!isSeen(at)) at?.scrollIntoView({ block: "nearest" });
}

function isSeen(at: Element | undefined): boolean {
  if (at === undefined) return true;
  const { top, bottom } = at.getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
}
