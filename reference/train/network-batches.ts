import type { NetworkShape } from "../dense/network-shape.ts";

/** A network, its examples, and how they are cut into the batches of its training. */
export interface NetworkBatches {
  readonly shape: NetworkShape;
  /** Live parameters, in the order of the shape. */
  readonly P: Float64Array;
  /** Shape [n, in] and [n, out]. */
  readonly X: Float64Array;
  readonly Y: Float64Array;
  readonly n: number;
  readonly learningRate: number;
  readonly momentum: number;
  /** Live; V ← μ V + G,   P ← P − η V. Left out without momentum. */
  readonly V?: Float64Array;
  /** The velocity in the other way of writing it, M = −η V: M ← μ M − η G,   P ← P + M. */
  readonly M?: Float64Array;
  /** Examples of a batch; n for the full batch. */
  readonly batch: number;
  /** Whether the examples behind the last whole batch are left out. */
  readonly dropsLast?: boolean;
  /** The order of the examples in an epoch, from its number alone, so that a run can go on from any of them. */
  readonly order?: (epoch: number) => readonly number[];
  /** Epochs done so far, as a live array of one. */
  readonly epochs: Float64Array;
}
