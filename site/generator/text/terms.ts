/** Words of the glossary: on a page the first use of each leads to what it means. */

export interface Term {
  /** The glossary's own part of its address. */
  readonly id: string;
  /** How a text may write it: "logit", "logits". */
  readonly forms: readonly string[];
  /** The page that goes into it, which does not send its readers away. */
  readonly page: string | undefined;
}

/** The terms of the glossary's Markdown: `### word (other word) {#id}`, a sentence, and a link. */
export const termsIn = (text: string): readonly Term[] =>
  [...text.matchAll(/^### (.+?)(?: \((.+)\))? \{#([\w-]+)\}\n\n(.+)$/gm)].map(
    ([, word = "", other, id = "", about = ""]) => ({
      id,
      forms: [word, ...(other === undefined ? [] : [other])].flatMap((one) => [one, pluralOf(one)]),
      page: /\]\(([\w-]+\.html)\)$/.exec(about)?.[1],
    }),
  );

const pluralOf = (word: string): string =>
  word
    .replace(/y$/, "ie")
    .replace(/(s|x|ch)$/, "$1e")
    .concat("s");

/** Where a word stays as it is: it leads somewhere already, is a title, or is no prose. */
const CLOSED = /^(?:a|button|figure|h[1-6]|code|pre|math|svg|script|style|summary|label|select|template|th)$/;
const VOID = /^(?:area|br|hr|img|input|link|meta|source|wbr|col)$/;

/**
 * A page's HTML with its links to the glossary.
 *
 * @param page the page's own address
 */
export function withTerms(html: string, terms: readonly Term[], page: string): string {
  const wanted = terms.filter((term) => term.page !== page);
  const byForm = new Map(wanted.flatMap((term) => term.forms.map((form) => [form.toLowerCase(), term])));
  if (byForm.size === 0) return html;
  const forms = [...byForm.keys()].sort((a, b) => b.length - a.length);
  const any = new RegExp(`(?<![\\p{L}\\p{N}-])(${forms.join("|")})(?![\\p{L}\\p{N}-])`, "iu");
  const met = new Set<Term>();
  /** The open elements: whether each is one in which words stay as they are. */
  const open: boolean[] = [];
  return html.replace(/<!--[\s\S]*?-->|<[^>]*>|[^<]+/g, (part) => {
    const [, closing, name = ""] = /^<(\/?)([\w-]+)/.exec(part) ?? [];
    if (name !== "") {
      if (closing === "/") open.pop();
      else if (!VOID.test(name) && !part.endsWith("/>"))
        open.push(open.at(-1) === true || CLOSED.test(name) || /class="[^"]*katex/.test(part));
      return part;
    }
    return part.startsWith("<") || open.at(-1) === true ? part : linked(part);
  });

  function linked(text: string): string {
    // Alone in a cell or a point of a list it is no word of a sentence, and would be a target too low for a finger.
    if (byForm.has(text.trim().toLowerCase())) return text;
    return text
      .split(any)
      .map((word, i) => {
        const term = i % 2 === 1 ? byForm.get(word.toLowerCase()) : undefined;
        if (term === undefined || met.has(term)) return word;
        met.add(term);
        return `<a class="term" href="glossary.html#${term.id}">${word}</a>`;
      })
      .join("");
  }
}
