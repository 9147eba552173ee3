/**
 * What an evaluation notes on its way: shared by all points that come from one.
 */
export interface Trace {
  /** The numbers whose sign chose the branches, and the arguments of logarithms and roots, where they are asked for. */
  bends?: number[];
  /** How many of them are asked for: with the last one the evaluation ends. */
  atMost?: number;
}
