/**
 * What is set around a formula for a reader, and says nothing of its worth: a brace with a word below it, a box, a
 * stroke through what cancels, a number at the margin, a word above a sign.
 */
import { list, type Node } from "./katex-node.ts";

/** What stands there without it; undefined where nothing is set around. */
export function undecorated(node: Node): readonly Node[] | undefined {
  switch (node.type) {
    case "enclose":
    case "tag":
    case "smash":
      return list(node.body);
    case "horizBrace":
      return list(node.base);
    case "mclass":
      return stacked(node);
    case "supsub":
      return braced(node);
    default:
      return undefined;
  }
}

/** \\stackrel{(a)}{=} and \\overset{!}{=}: the sign. What stands below \\underset{c}{\\max} is said of it, and stays. */
function stacked({ body }: Node): readonly Node[] | undefined {
  const [only, ...more] = list(body);
  const base = more.length === 0 && only?.type === "supsub" ? (only.base as Node | undefined) : undefined;
  if (base?.type !== "op" || base.name !== undefined) return undefined;
  const [sign] = list(base.body);
  return sign?.type === "atom" && sign.family === "rel" ? [sign] : undefined;
}

/** \\underbrace{x}_{text}^{2} is x². */
function braced({ base, sup, sub }: Node): readonly Node[] | undefined {
  const brace = base as Node | null | undefined;
  if (brace?.type !== "horizBrace") return undefined;
  const kept = brace.isOver === true ? { sub } : { sup };
  return [{ type: "supsub", base: brace.base, ...kept }];
}
