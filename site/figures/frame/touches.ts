/**
 * Keeps the page where it is while a finger drags. Browsers do not heed `touch-action` inside of a drawing: without
 * this the page scrolls, and the drag is cancelled.
 */
export function holdTouches(panels: HTMLElement): void {
  /** Where a finger took hold of what turns: sideways it turns, up and down it scrolls the page. */
  let began: Touch | undefined;
  const listen = (type: "touchstart" | "touchmove", heard: (event: TouchEvent) => void): void =>
    panels.addEventListener(type, heard, { passive: false });
  listen("touchstart", (event) => {
    const handle = event.target instanceof Element ? event.target.closest("[data-handle]") : null;
    began = handle?.classList.contains("turning") === true ? event.changedTouches[0] : undefined;
    if (handle !== null && began === undefined) event.preventDefault();
  });
  listen("touchmove", (event) => {
    const now = event.changedTouches[0];
    if (began === undefined || now === undefined || !event.cancelable) return;
    if (Math.abs(now.clientX - began.clientX) >= Math.abs(now.clientY - began.clientY))
      event.preventDefault();
  });
}
