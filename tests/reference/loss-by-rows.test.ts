/** The loss of a large network by some of its rows, beside the formula over tracked numbers. */
import { describe, expect, it } from "vitest";
import { digitsLoss, digitsNetwork } from "../../reference/functions/digits-loss.ts";
import { callableOf } from "../../reference/functions/known.ts";
import { digitsDifferences } from "../../reference/jobs/digits-differences.ts";
import { lossesByRows, rowsIn } from "../../reference/networks/loss-by-rows.ts";
import { crossEntropy, type DenseNetwork } from "../../reference/networks/softmax-network.ts";
import { asRecord, flatNetwork, rowsOf } from "../../reference/networks/softmax-network-dense.ts";
import { lift } from "../../reference/numbers/tracked.ts";
import { normal, random } from "../../reference/randomness/random.ts";

const SEED = 12;

/** A small network, and its loss over tracked numbers wherever its parameters are. */
function small() {
  const rng = random(SEED, "loss by rows");
  const matrix = (rows: number, columns: number) =>
    Array.from({ length: rows }, () => Array.from({ length: columns }, () => normal(rng)));
  const [n, m, h, c] = [5, 4, 3, 2] as const;
  const X = matrix(n, m);
  const p = { Wh: matrix(m, h), bh: matrix(1, h), Wo: matrix(h, c), bo: matrix(1, c) };
  const labels = [0, 1, 1, 0, 1];
  const Y = labels.map((y) => [0, 1].map((k) => (k === y ? 1 : 0)));
  const network = flatNetwork(X, p);
  const lossAt = (P: Float64Array): number =>
    crossEntropy(lift(X), lift(Y), lift(asRecord(P, network)) as DenseNetwork).value;
  return { network, labels, lossAt, rng };
}

describe("the loss by some rows", () => {
  it.each([
    ["hidden", 0, 1],
    ["hidden", 2, 3],
    ["hidden", 4, 1],
    ["output", 0, 4],
    ["output", 3, 1],
  ] as const)(
    "is the formula's, whatever was moved: layer %s, from row %i, %i rows",
    (layer, first, count) => {
      const { network, labels, lossAt, rng } = small();
      const { columns, at } = rowsIn(network, layer);
      const loss = lossesByRows(network, labels)(layer, first);
      const from = at + first * columns;
      for (const moves of [0, 1, 2, count * columns]) {
        const P = network.P.slice();
        for (let k = 0; k < moves; k++) P[from + ((7 * k) % (count * columns))]! += normal(rng);
        const rows = rowsOf(P.slice(from, from + count * columns), columns);
        // Some sixty roundings of terms below 10.
        expect(Math.abs(loss(rows) - lossAt(P)), `${moves} moved`).toBeLessThan(1e-13);
      }
    },
  );

  it("is NaN where an entry is", () => {
    const { network, labels } = small();
    expect(lossesByRows(network, labels)("output", 3)([[Number.NaN, 0]])).toBeNaN();
  });
});

describe("the loss of the network for digits", () => {
  it("is the same in the judge and in the box, by its name", () => {
    const { network } = digitsNetwork(SEED);
    const P = rowsOf(network.P.slice(0, 400), 100);
    P[2]![7]! += 0.5;
    const named = callableOf({ fn: "digitsLoss", args: [SEED, 1, 0] }) as (P: number[][]) => number;
    expect(named(P)).toBe(digitsLoss(SEED, 1, 0)(P));
    expect(named(P)).not.toBe(named(rowsOf(network.P.slice(0, 400), 100)));
  });

  it.each([
    [1, 300],
    [1, 784],
    [2, 41],
    [2, 100],
  ])(
    "has the quotients that subtraction gives, to the digits that it leaves: layer %i, row %i",
    (layer, row) => {
      const { network } = digitsNetwork(SEED);
      const { columns, at } = rowsIn(network, layer === 1 ? "hidden" : "output");
      const loss = digitsLoss(SEED, layer, row);
      const P = Array.from(network.P.subarray(at + row * columns, at + (row + 1) * columns));
      const h = 2 ** -10;
      const [right] = digitsDifferences([SEED, layer, row], 1, h);
      for (let k = 0; k < columns; k++) {
        const moved = (by: number): number => loss([P.map((p, j) => (j === k ? p + by : p))]);
        // Losses near 10, off by 1e-14, over 2h.
        expect(Math.abs((moved(h) - moved(-h)) / (2 * h) - right![k]!)).toBeLessThan(1e-11);
      }
    },
  );
});
