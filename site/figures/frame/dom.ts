/** HTML elements in few words. */
import { wordsHtml } from "./dressed.ts";
import type { Looks } from "./looks.ts";

/** An element with properties, attributes (by `aria-…` or `data-…`) and children. */
export function html<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string | number | boolean | undefined>> = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes))
    if (value !== undefined && value !== false)
      element.setAttribute(name, value === true ? "" : String(value));
  element.append(...children);
  return element;
}

/** A button that does something. */
export function button(label: string, act: () => void, more: Record<string, string> = {}): HTMLButtonElement {
  const element = html("button", { type: "button", ...more }, label);
  element.addEventListener("click", act);
  return element;
}

/** Writes a sentence with the page's symbols into an element, unless it is there. */
export function setWords(element: Element, text: string, looks: Looks): void {
  if (element.textContent !== text.normalize("NFC")) element.innerHTML = wordsHtml(text, looks);
}
