/**
 * A set formula whose short brackets stay in one piece. KaTeX lets a line break behind every sign, also within (1 − a);
 * what is bracketed goes to the next line as a whole, and breaks only where it is longer than a line.
 */

const OPENS = '<span class="katex-html" aria-hidden="true">';
/** A bracket of more parts is longer than a phone's line. */
const MOST_PARTS = 3;

export function bracketed(mathsHtml: string): string {
  const begins = mathsHtml.indexOf(OPENS) + OPENS.length;
  if (begins < OPENS.length) return mathsHtml;
  const parts = childrenOf(mathsHtml.slice(begins));
  const ends = begins + parts.join("").length;
  for (const [first, last] of bracketsOf(parts)) {
    parts[first] = `<span class="bracketed">${parts[first]}`;
    parts[last] = `${parts[last]}</span>`;
  }
  return mathsHtml.slice(0, begins) + parts.join("") + mathsHtml.slice(ends);
}

/** The spans that stand side by side at the beginning of a text. */
function childrenOf(html: string): string[] {
  const children: string[] = [];
  let depth = 0;
  let from = 0;
  for (const tag of html.matchAll(/<(\/?)span\b[^>]*>/g)) {
    depth += tag[1] === "/" ? -1 : 1;
    if (depth < 0) break;
    if (depth > 0) continue;
    const to = tag.index + tag[0].length;
    children.push(html.slice(from, to));
    from = to;
  }
  return children;
}

/** The innermost brackets that begin in one part and end in a later one, several that share a part as one: their ends. */
function bracketsOf(parts: readonly string[]): [number, number][] {
  const found: [number, number][] = [];
  const open: number[] = [];
  parts.forEach((part, last) => {
    for (const [sign] of part.replace(/<[^>]*>/g, "").matchAll(/[([{)\]}]/g)) {
      if ("([{".includes(sign)) {
        open.push(last);
        continue;
      }
      const first = open.pop() ?? last;
      const before = found.at(-1);
      const isJoined = before !== undefined && before[1] === first;
      const begins = isJoined ? before[0] : first;
      if (first === last || last - begins >= MOST_PARTS || (before !== undefined && before[1] > first))
        continue;
      if (isJoined) before[1] = last;
      else found.push([first, last]);
    }
  });
  return found;
}
