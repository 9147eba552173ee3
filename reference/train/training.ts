import type { NetworkBatches } from "./network-batches.ts";

/**
 * A training run of one of the documents: what it is, and how it goes on step by step.
 */

/** Data from a file, in place of a seeded generator. */
export type Data =
  | { readonly kind: "table"; readonly text: string }
  | { readonly kind: "images"; readonly images: Uint8Array; readonly labels: Uint8Array };

export interface Settings {
  /** Left out: the model's own seed, and the document's start where it is known. */
  readonly seed?: number | undefined;
  readonly learningRate: number;
  readonly data?: Data | undefined;
}

export interface Training {
  /** One epoch, or one iteration of full-batch descent. */
  readonly step: () => void;
  /**
   * All that a step changes, by name. The arrays are live: a run whose arrays are filled with those of another run of
   * the same settings goes on as that one, bit for bit.
   */
  readonly state: Readonly<Record<string, Float64Array>>;
  /** The same steps as batches of a network, where they are; the GPU can do these. */
  readonly batches?: NetworkBatches;
  /** The loss of the current parameters over all examples. */
  readonly loss: () => number;
  /** Loss of the last epoch as summed on the way, each example before its update: what such a document prints. */
  readonly passLoss?: () => number;
  /** Share of the examples that the current parameters get right. */
  readonly accuracy?: () => number;
  /** Where it is known: descent diverges above this learning rate. */
  readonly largestRate?: number;
  /** Few enough to print. */
  readonly parameters?: () => Readonly<Record<string, ArrayLike<number>>>;
  /** What the data are and where the parameters start, in words. */
  readonly data: string;
  readonly start: string;
}

export interface Model {
  readonly name: string;
  readonly title: string;
  /** The document and its section. */
  readonly source: string;
  /** What one step is called. */
  readonly unit: "epoch" | "iteration";
  readonly iterations: number;
  readonly learningRate: number;
  /** The seed where none is given; 0 unless told. */
  readonly seed?: number;
  /** Further hyper-parameters, as printed. */
  readonly also?: string;
  /** What the loss is, as printed. */
  readonly lossName: string;
  /** The kind of file that `--data` takes: a table with these columns, or digit images. */
  readonly takes?: readonly string[] | "images";
  readonly train: (settings: Settings) => Training;
}
