import { describe, expect, test } from "vitest";
import { predictGrid } from "../../../reference/dense/grid.ts";
import { lossSlice } from "../../../reference/dense/loss-slice.ts";
import { networkOf } from "../../../reference/dense/network.ts";
import { layersOf } from "../../../reference/dense/network-shape.ts";
import { decisionGrid } from "../../../reference/jobs/decision-grid.ts";
import { directionLike, landscape } from "../../../reference/jobs/landscape.ts";
import { subjectOf } from "./subject.ts";

describe("a landscape", () => {
  const subject = subjectOf([5, 7, 6, 3], "tanh", "crossEntropy", 9);
  const { shape, P } = subject;
  const plane = { ...subject, U: directionLike(shape, P, 3, "U"), V: directionLike(shape, P, 3, "V") };

  test("is the loss of the whole network at each point, through all layers", async () => {
    const { losses, steps } = await landscape(shape, plane, { points: 7, radius: 0.5 });
    expect(Array.from(steps)).toEqual([-6, -4, -2, 0, 2, 4, 6].map((k) => (0.5 * k) / 6));
    const at = Float64Array.from([...steps].flatMap((b) => [...steps].flatMap((a) => [a, b])));
    const plain = lossSlice(shape, plane, at);
    // The first layer is a sum of three products in place of one.
    for (const [k, loss] of plain.entries()) expect(losses[k]).toBeCloseTo(loss, 12);
    expect(losses[24]).toBeCloseTo(networkOf(shape, 9).loss(P, plane.X, plane.Y), 13);
    expect(new Set(losses).size).toBe(49);
  });

  test("has directions with each unit's own length, and none for biases", () => {
    for (const { inputs, outputs, W, b } of layersOf(shape)) {
      for (let k = 0; k < outputs; k++) {
        const length = (of: Float64Array): number =>
          Math.hypot(...Array.from({ length: inputs }, (_, j) => of[W + j * outputs + k]!));
        expect(length(plane.U)).toBeCloseTo(length(P), 12);
        expect(plane.U[b + k]).toBe(0);
      }
    }
    expect(plane.U).not.toEqual(plane.V);
  });

  test("of one point is the loss in the middle", async () => {
    const { losses } = await landscape(shape, plane, { points: 1, radius: 1 });
    expect(losses).toHaveLength(1);
    expect(losses[0]).toBeCloseTo(networkOf(shape, 9).loss(P, plane.X, plane.Y), 13);
  });

  test("refuses a direction of another network", async () => {
    await expect(
      landscape(shape, { ...plane, V: new Float64Array(4) }, { points: 3, radius: 1 }),
    ).rejects.toThrow(/V of \d+ numbers expected, got 4/);
  });
});

describe("a decision grid", () => {
  const { shape, P } = subjectOf([2, 5, 3], "tanh");

  test.each([
    [1, 1],
    [1, 4],
    [97, 103],
    [211, 90],
  ])("of %i × %i points is what the network says there", async (columns, rows) => {
    const grid = { x: [-1, 2], y: [0.5, 3], columns, rows } as const;
    const { values } = await decisionGrid(shape, P, grid);
    expect(values).toEqual(predictGrid(shape, P, grid));
  });

  test("of no points is empty, and a network with three inputs has none", async () => {
    const grid = { x: [0, 1], y: [0, 1], columns: 0, rows: 0 } as const;
    expect((await decisionGrid(shape, P, grid)).values).toHaveLength(0);
    await expect(decisionGrid(subjectOf([3, 2], "tanh").shape, P, grid)).rejects.toThrow(
      /two inputs expected, got 3/,
    );
  });
});
