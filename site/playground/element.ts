/** Makes elements of a page: a name, attributes, what is inside. Texts are texts, never markup. */
type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;
type Inside = Node | string | undefined;

export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Attributes = {},
  ...inside: readonly Inside[]
): HTMLElementTagNameMap[K] {
  return filled(document.createElement(name), attributes, inside);
}

export function drawing<K extends keyof SVGElementTagNameMap>(
  name: K,
  attributes: Attributes = {},
  ...inside: readonly Inside[]
): SVGElementTagNameMap[K] {
  return filled(document.createElementNS("http://www.w3.org/2000/svg", name), attributes, inside);
}

/** A button that does something on this page. */
export function button(text: string, onClick: () => void, attributes: Attributes = {}): HTMLButtonElement {
  const made = element("button", { type: "button", ...attributes }, text);
  made.addEventListener("click", onClick);
  return made;
}

function filled<E extends Element>(made: E, attributes: Attributes, inside: readonly Inside[]): E {
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) made.setAttribute(name, value === true ? "" : String(value));
  }
  made.append(...inside.filter((part) => part !== undefined));
  return made;
}
