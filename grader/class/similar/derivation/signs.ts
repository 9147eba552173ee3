/**
 * Manners of typing a formula, where many lead to the same: `\dfrac`, `Σ`, `\left(`, a product sign. A copy in which
 * letters and the order of factors were changed still has them.
 */

/** Commands that stand for what is meant, and not for how it is typed. */
const MEANT =
  /^(?:alpha|beta|gamma|delta|epsilon|eta|theta|lambda|mu|nu|sigma|ell|partial|nabla|sum|frac|hat|bar|exp|ln|tanh|sinh|cosh)$/;

const MANNERS: readonly (readonly [string, RegExp])[] = [
  ["\\frac without braces", /\\frac\s*[\da-z]/],
  ["a fraction by /", /[\w)}]\s*\/\s*[\w({\\]/],
  ["bounds of a sum by \\limits", /\\limits/],
  ["a sum with its whole range", /(?:\\sum|Σ)\s*_\{?\s*\w\s*=/],
  ["braces around one letter", /[_^]\{\w\}/],
  ["a dot at the end", /[.,;]\s*$/],
  ["two spaces", /\S {2,}\S/],
  ["no space around =", /\S=\S/],
  ["square brackets", /(?<!\\)\[/],
  ["braces in braces", /\{\{/],
];

export function signsIn(text: string): string[] {
  const commands = [...text.matchAll(/\\([a-zA-Z]+|[^a-zA-Z\s])/g)].map(([, name]) => name as string);
  const others = text.match(/[^\x20-\x7e\s]|\*\*?|\^T/g) ?? [];
  return [
    ...commands.filter((name) => !MEANT.test(name)).map((name) => `\\${name}`),
    ...others,
    ...MANNERS.filter(([, pattern]) => pattern.test(text)).map(([name]) => name),
  ];
}
