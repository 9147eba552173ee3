/**
 * Brings a drawing in the document up to date with a new picture. A mark that is the same object as before is not
 * looked at; of the others only the attributes that differ are written.
 */
import type { Mark } from "./scene.ts";

const SVG = "http://www.w3.org/2000/svg";

/** The element of a mark, with all below it. */
export function elementOf({ tag, attributes, children }: Mark): SVGElement {
  const element = document.createElementNS(SVG, tag);
  for (const name in attributes) element.setAttribute(name, String(attributes[name]));
  for (const child of children) element.append(typeof child === "string" ? child : elementOf(child));
  return element;
}

/**
 * Changes the children of `parent` from `from` `before` to `after`, starting behind its first `skip` nodes.
 */
export function patchChildren(
  parent: Element,
  before: readonly (Mark | string)[],
  after: readonly (Mark | string)[],
  skip = 0,
): void {
  const common = Math.min(before.length, after.length);
  for (let i = 0; i < common; i++) {
    const [old, next] = [before[i]!, after[i]!];
    if (old !== next) patchNode(parent.childNodes[skip + i] as ChildNode, old, next);
  }
  for (let i = before.length; i > common; i--) parent.childNodes[skip + i - 1]?.remove();
  for (const next of after.slice(common)) parent.append(typeof next === "string" ? next : elementOf(next));
}

function patchNode(node: ChildNode, old: Mark | string, next: Mark | string): void {
  if (typeof old === "string" || typeof next === "string" || old.tag !== next.tag) {
    if (typeof old === "string" && typeof next === "string") (node as Text).data = next;
    else node.replaceWith(typeof next === "string" ? next : elementOf(next));
    return;
  }
  const element = node as SVGElement;
  for (const name in next.attributes) {
    if (old.attributes[name] !== next.attributes[name])
      element.setAttribute(name, String(next.attributes[name]));
  }
  for (const name in old.attributes) if (!(name in next.attributes)) element.removeAttribute(name);
  patchChildren(element, old.children, next.children);
}
