import type { Row } from "./row.ts";

/** Says what is under way. */
export type Progress = (text: string) => void;

/** What a part measured: what it prints, and the rows whose ratios are held against the recorded ones. */
export interface Result {
  readonly text: string;
  readonly rows: readonly Row[];
}

/** A part of the bench: a name to ask for it, and what it prints. */
export interface Part {
  readonly name: string;
  readonly what: string;
  /** Left out where no part is named: it takes minutes or needs what is not installed. */
  readonly onlyIfAsked?: true;
  readonly run: (progress: Progress, options: readonly string[]) => Promise<string | Result>;
}
