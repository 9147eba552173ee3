/** Buttons for what a keyboard does not have, a phone's least of all. One stop for Tab; arrows go from button to button. */

import { nameText } from "../../../grader/derivation/written/counter-point.ts";
import { button, element } from "../element.ts";

interface Key {
  readonly label: string;
  readonly name: string;
  /** What is put in; the cursor goes where the bar stands. */
  readonly template: string;
}

const KEYS: readonly Key[] = [
  { label: "a/b", name: "Fraction", template: "\\frac{|}{}" },
  { label: "∂/∂", name: "Derivative", template: "\\frac{\\partial |}{\\partial }" },
  { label: "Σ", name: "Sum", template: "\\sum_{|} " },
  { label: "xᵢ", name: "Index", template: "_{|}" },
  { label: "x²", name: "Power", template: "^{|}" },
  { label: "( )", name: "Brackets", template: "(|)" },
  { label: "=", name: "Equals", template: "= " },
];

/** Symbols of the exercise that no keyboard has, such as \hat y. */
const symbolKeys = (symbols: readonly string[]): Key[] =>
  symbols
    .filter((tex) => tex.includes("\\"))
    .map((tex) => ({ label: nameText(tex), name: "", template: `${tex} ` }));

/** @param symbols those of the exercise, in LaTeX */
export function palette(symbols: readonly string[], insert: (template: string) => void): HTMLElement {
  const buttons = [...KEYS, ...symbolKeys(symbols)].map(({ label, name, template }, i) => {
    const made = button(label, () => insert(template), {
      title: name,
      "aria-label": name === "" ? label : `${label}: ${name}`,
      tabindex: i === 0 ? 0 : -1,
    });
    // The field keeps the cursor.
    made.addEventListener("mousedown", (event) => event.preventDefault());
    return made;
  });
  const bar = element("div", { class: "palette", role: "toolbar", "aria-label": "Put in" }, ...buttons);
  bar.addEventListener("keydown", (event) => {
    const by = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    if (by === 0 || at < 0) return;
    event.preventDefault();
    const to = buttons[(at + by + buttons.length) % buttons.length] as HTMLButtonElement;
    for (const one of buttons) one.tabIndex = one === to ? 0 : -1;
    to.focus();
  });
  return bar;
}
