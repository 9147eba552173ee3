/**
 * The central differences of digits-loss.ts by all 79,510 parameters, by the network's structure and without subtracting
 * losses: what a student's own quotients are held to.
 */
import { type DigitsNetwork, digitsNetwork, LAYERS } from "../functions/digits-loss.ts";
import { rowsIn } from "../networks/loss-by-rows.ts";
import type { FlatNetwork } from "../networks/softmax-network-dense.ts";
import { preparedDifferences } from "./differences-work.ts";

/** In the order of the parameters. */
export type Measured = { readonly of: DigitsNetwork; readonly h: number; readonly quotients: Float64Array };

/** One hot row an example, as arrays of the dense half have them. */
export function targetsOf({ network: { n, c }, labels }: DigitsNetwork): Float64Array {
  const Y = new Float64Array(n * c);
  for (const [i, y] of labels.entries()) Y[i * c + y] = 1;
  return Y;
}

function quotientsOf(of: DigitsNetwork, h: number): Float64Array {
  const { network } = of;
  const differences = preparedDifferences({ ...network, Y: targetsOf(of), h });
  const all = new Float64Array(network.P.length);
  for (const [l, name] of LAYERS.entries()) {
    const { rows, columns, at } = rowsIn(network, name);
    const examples = { first: 0, last: network.n };
    const { numerical } = differences({ layer: l, first: 0, last: columns, examples });
    // They come unit by unit, and lie row by row.
    for (let k = 0, q = 0; k < columns; k++)
      for (let j = 0; j < rows; j++, q++) all[at + j * columns + k] = numerical[q]!;
  }
  return all;
}

/** The arguments of digitsLoss: seed, layer, first row. */
export type DigitsPart = readonly [seed: number, layer: number, first: number];

/** What was measured last: one network is asked for in parts. */
let last: Measured | undefined;

/**
 * The quotients by some rows of a layer, as digitsLoss takes them.
 *
 * @param count how many rows
 */
export function digitsDifferences([seed, layer, first]: DigitsPart, count: number, h: number): number[][] {
  const of = digitsNetwork(seed);
  if (last?.of !== of || last.h !== h) last = { of, h, quotients: quotientsOf(of, h) };
  return rowsOfLayer(of.network, last.quotients, layer, first, count);
}

/** Some rows of a layer of anything that lies as the parameters do. */
export function rowsOfLayer(
  network: FlatNetwork,
  values: Float64Array,
  layer: number,
  first: number,
  count: number,
): number[][] {
  const { columns, at } = rowsIn(network, LAYERS[layer - 1]!);
  return Array.from({ length: count }, (_, r) => {
    const from = at + (first + r) * columns;
    return Array.from(values.subarray(from, from + columns));
  });
}
