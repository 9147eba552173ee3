const OPEN = '<span class="katex-html"';

/** A page without what KaTeX draws: nested spans, most of the page, and no element of ours. MathML stays. */
export function withoutDrawings(html: string): string {
  let kept = "";
  let from = 0;
  for (let at = html.indexOf(OPEN); at >= 0; at = html.indexOf(OPEN, from)) {
    kept += html.slice(from, at);
    from = endOfSpan(html, at);
  }
  return kept + html.slice(from);
}

function endOfSpan(html: string, start: number): number {
  let depth = 0;
  for (const match of html.slice(start).matchAll(/<(\/?)span\b[^>]*>/g)) {
    depth += match[1] === "/" ? -1 : 1;
    if (depth === 0) return start + match.index + match[0].length;
  }
  return html.length;
}
