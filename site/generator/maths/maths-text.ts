/**
 * A formula as one line of text, `∂L/∂w = −2/n ∑ᵢ₌₁ⁿ xᵢ(yᵢ − (wxᵢ + b))`: for excerpts, and to be found by.
 *
 * It is read from the MathML that KaTeX makes of it, so that every command comes out as its sign.
 */
import katex from "katex";

interface Element {
  readonly tag: string;
  readonly children: (Element | string)[];
}

/** Indices and powers that have signs of their own; others follow `_` and `^`. */
const RAISED = signs("0123456789+−=()nijkTo⊤′", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱʲᵏᵀᵒᵀ′");
const LOWERED = signs("0123456789+−=()aehijklmnoprstuvx", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ");
const ACCENTS: Readonly<Record<string, string>> = {
  "^": "\u0302",
  ˉ: "\u0304",
  "~": "\u0303",
  "˙": "\u0307",
};
/** Signs that stand between what they join, with room on both sides. */
const JOINS = /^[=<>≤≥≈≠∝→←↦⇔⇒⟺⟹+−±·⋅×⊙∘∈]$/u;

function signs(plain: string, set: string): ReadonlyMap<string, string> {
  const to = [...set];
  return new Map([...plain].map((sign, i) => [sign, to[i] as string]));
}

/** @returns the formula as text; nothing where KaTeX cannot read it */
export function mathsText(tex: string): string {
  let html: string;
  try {
    html = katex.renderToString(tex, { output: "mathml", displayMode: true, strict: "ignore" });
  } catch {
    return "";
  }
  const maths = html.replace(/<annotation[\s\S]*?<\/annotation>|<\/?span[^>]*>/g, "");
  return said(parsed(maths)).replace(/\s+/g, " ").trim();
}

/** KaTeX writes every element with its end, or closes it at once. */
function parsed(xml: string): Element {
  const root: Element = { tag: "math", children: [] };
  const open = [root];
  for (const [, end, tag = "", closed, text] of xml.matchAll(/<(\/?)([a-z]+)[^>]*?(\/?)>|([^<]+)/g)) {
    const within = open.at(-1) as Element;
    if (text !== undefined) within.children.push(decoded(text));
    else if (end === "/") open.pop();
    else {
      const element: Element = { tag, children: [] };
      within.children.push(element);
      if (closed !== "/") open.push(element);
    }
  }
  return root;
}

const decoded = (text: string): string =>
  text
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&#x27;/g, "'")
    .replace(/&amp;/g, "&");

function said(part: Element | string | undefined): string {
  if (part === undefined) return "";
  if (typeof part === "string") return part.replace(/[\u2061-\u2064]/g, "");
  const { tag, children } = part;
  const [first, second, third] = children;
  switch (tag) {
    case "mfrac":
      return `${grouped(said(first))}/${grouped(said(second))}`;
    case "msqrt":
      return `√${grouped(children.map(said).join(""))}`;
    case "msub":
    case "munder":
      return said(first) + label(said(second), LOWERED, "_");
    case "msup":
      return said(first) + label(said(second), RAISED, "^");
    case "msubsup":
    case "munderover":
      return said(first) + label(said(second), LOWERED, "_") + label(said(third), RAISED, "^");
    case "mover": {
      const accent = ACCENTS[said(second).trim()];
      return accent === undefined ? said(first) : (said(first) + accent).normalize("NFC");
    }
    case "mo": {
      const sign = children.map(said).join("");
      return JOINS.test(sign) ? ` ${sign} ` : sign === "∑" || sign === "∏" ? ` ${sign}` : sign;
    }
    case "mspace":
      return " ";
    case "mtext":
      return ` ${children.map(said).join("")} `;
    case "mtable":
      return children.map(said).join("; ");
    case "mtr":
      return children.map(said).join(", ");
    default:
      return children.map(said).join("");
  }
}

/** Brackets around what would fall apart beside a stroke. */
const grouped = (text: string): string => {
  const bare = text.trim();
  return /[ +−·]/.test(bare) && !/^\(.*\)$/.test(bare) ? `(${bare})` : bare;
};

function label(text: string, set: ReadonlyMap<string, string>, before: string): string {
  const bare = text.replace(/\s+/g, "");
  const all = [...bare].map((sign) => set.get(sign));
  if (all.every((sign) => sign !== undefined)) return `${all.join("")}${/[∑∏]/.test(bare) ? " " : ""}`;
  return bare.length === 1 ? before + bare : `${before}(${bare})`;
}
