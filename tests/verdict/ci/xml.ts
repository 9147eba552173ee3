/**
 * Just enough of an XML parser to refuse what is not well formed.
 */
export interface Element {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

const legal = /^[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u;

const decode = (text: string): string => {
  if (/&(?!(?:amp|lt|gt|quot|apos|#9|#10);)/.test(text)) throw new Error(`bad entity in ${text}`);
  const known: Record<string, string> = {
    amp: "&",
    lt: "<",
    gt: ">",
    quot: '"',
    apos: "'",
    "#9": "\t",
    "#10": "\n",
  };
  return text.replace(/&([^;]+);/g, (_, name: string) => known[name]!);
};

/** The root element; throws for anything that is not well formed. */
export function parseXml(source: string): Element {
  if (!legal.test(source)) throw new Error("a character that XML 1.0 does not allow");
  const body = source.replace(/^<\?xml [^?]*\?>\n/, "").trimEnd();
  const root: Element = { tag: "", attributes: {}, children: [], text: "" };
  const stack = [root];
  let at = 0;
  const token = /<(\/?)([a-z-]+)((?: [A-Za-z]+="[^"<]*")*)(\/?)>|([^<]+)/gy;
  while (at < body.length) {
    token.lastIndex = at;
    const match = token.exec(body);
    if (match === null) throw new Error(`not well formed at ${at}: ${body.slice(at, at + 60)}`);
    at = token.lastIndex;
    const [, close, tag, attributes, empty, text] = match;
    const parent = stack.at(-1)!;
    if (text !== undefined) {
      if (text.includes("]]>")) throw new Error("]]> in text");
      parent.text += decode(text);
    } else if (close) {
      if (stack.length < 2 || parent.tag !== tag) throw new Error(`</${tag}> closes nothing`);
      stack.pop();
    } else {
      const pairs = [...attributes!.matchAll(/ ([A-Za-z]+)="([^"]*)"/g)].map(
        ([, k, v]) => [k!, decode(v!)] as const,
      );
      const element: Element = { tag: tag!, attributes: Object.fromEntries(pairs), children: [], text: "" };
      parent.children.push(element);
      if (!empty) stack.push(element);
    }
  }
  if (stack.length !== 1 || root.children.length !== 1) throw new Error("one root element, all closed");
  return root.children[0]!;
}
