/** One of the numbers that a source document prints or would print. */
export interface DocumentNumber {
  /** Its place in the inventory of the documents. */
  readonly id: string;
  readonly what: string;
  /** As printed, or, where the text has no number, as the document's right code gives it. */
  readonly known: readonly number[];
  /** The same from the reference. */
  readonly ours: () => readonly number[];
  /** Largest difference of an entry. */
  readonly tolerance: number;
  /** Why it is no smaller. */
  readonly because: string;
  /** Where the printed number comes from an error of the document's own. */
  readonly slip?: Slip;
}

export interface Slip {
  /** Its place in the errata. */
  readonly id: string;
  readonly printed: readonly number[];
  /** The document's way, in which the reference gives what is printed. */
  readonly asPrinted: () => readonly number[];
  readonly tolerance: number;
}

/** Half a unit of the last printed digit, when so many decimals are printed. */
export const printedTo = (decimals: number): number => 0.5000001 * 10 ** -decimals;
