/** What a capstone's page and its worker tell each other. */
import type { Choice } from "../../../grader/capstone/capstone.ts";
import type { Part } from "../../../grader/capstone/picture.ts";
import type { Cast, Handed } from "../../../grader/capstone/run.ts";

/** To the worker; the first comes with the port of the fence. */
export type ToWorker =
  | { readonly kind: "begin" }
  | {
      readonly kind: "run";
      readonly unit: number;
      /** By the exercise's number. */
      readonly works: Readonly<Record<string, Handed["work"]>>;
      readonly choice: Choice;
    };

export type FromWorker =
  | { readonly progress: string }
  | { readonly cast: readonly Cast[] }
  | { readonly part: Part }
  | { readonly done: true }
  /** What the reader has to mend, such as a formula. */
  | { readonly refused: string };
