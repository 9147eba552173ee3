/** A line as it is set, below its field. */
import { element } from "../element.ts";

/** Of one that is wider than its place: it scrolls, and can be reached by keys. */
const SCROLLING = { tabindex: "0", role: "group", "aria-label": "Formula, scrolls sideways" };

export class ShownLine {
  readonly root = element("div", { class: "line-shown" });

  constructor() {
    new ResizeObserver(() => this.markScrolling()).observe(this.root);
  }

  /** What was set last stays, but paler, while the text cannot be set. */
  set(html: string | undefined, isBlank: boolean): void {
    this.root.classList.toggle("is-old", html === undefined);
    if (html !== undefined) this.root.innerHTML = html;
    if (isBlank) this.root.replaceChildren();
    this.markScrolling();
  }

  private markScrolling(): void {
    const scrolls = this.root.scrollWidth > this.root.clientWidth + 1;
    for (const [name, value] of Object.entries(SCROLLING))
      if (scrolls) this.root.setAttribute(name, value);
      else this.root.removeAttribute(name);
  }
}
