/** What is wrong with a page's source: the build says all of it, and writes nothing. */
export interface Problem {
  /** From the root of the course. */
  readonly file: string;
  readonly line?: number;
  /** The formula, link or text that is meant. */
  readonly where?: string;
  readonly what: string;
}

/** One problem on a line, as compilers write it: `site/derivations/mse-line.md:12: $x_i$: i is not declared`. */
export const problemText = ({ file, line, where, what }: Problem): string =>
  [`${file}${line === undefined ? "" : `:${line}`}`, ...(where === undefined ? [] : [where]), what]
    .join(": ")
    .replace(/\s*\n\s*/g, " ");

export class SiteError extends Error {
  override readonly name = "SiteError";
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(problemText).join("\n"));
    this.problems = problems;
  }
}

/** The line, counted from 1, on which a text first stands in a source from a line on. */
export function lineOf(source: string, text: string, from = 1): number | undefined {
  const lines = source.split("\n");
  const at = lines.findIndex((line, i) => i + 1 >= from && line.includes(text));
  return at < 0 ? undefined : at + 1;
}
