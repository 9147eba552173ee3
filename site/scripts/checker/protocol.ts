/** What the page asks its checker. */

export type Option =
  | { readonly html: string; readonly right: true }
  | {
      readonly html: string;
      readonly right: false;
      /** The mistake's sentence, to be read out and as it is set. */
      readonly says: string;
      readonly saysHtml: string;
      /** What it gives for the example, and what the right line gives. */
      readonly givesHtml: string;
      readonly insteadHtml: string;
    };

export interface Asked {
  /** None for a line that cannot be told from wrong ones by numbers. */
  readonly options: readonly Option[];
  /** The left side that a reader may complete, set and in LaTeX. */
  readonly asksHtml: string | undefined;
  readonly asks: string | undefined;
}

export type Answer = { readonly is: "right" | "wrong" } | { readonly is: "unread"; readonly says: string };

export interface Checker {
  /** The numbers beside each formula, by its line, for other numbers of the example. */
  numbers(
    texts: Readonly<Record<string, string>>,
  ): { readonly html: Readonly<Record<string, string>> } | { readonly why: string };
  ask(line: number): Asked;
  typed(line: number, text: string): Answer;
}
