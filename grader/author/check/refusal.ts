/** Why an exercise is not ready: which file, what is wrong with it, how to mend it. */
export interface Refusal {
  /** Path from the root, with a line where one is known: "exercises/ex10-…/README.md:12". */
  readonly file: string;
  readonly what: string;
  readonly mend: string;
}

export const refuse = (file: string, what: string, mend: string): Refusal => ({ file, what, mend });

/** A refusal as one line. */
export const refusalLine = ({ file, what, mend }: Refusal): string =>
  `${file}: ${what}; ${mend}`.replaceAll(/[,\s]*\n\s*/g, ", ");
