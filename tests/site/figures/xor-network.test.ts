/** XOR layer by layer: held to the run that the course trains, to the graded slices, and to what the source says. */
import { beforeAll, describe, expect, it } from "vitest";
import { forward } from "../../../reference/train/mlp.ts";
import { xor } from "../../../reference/train/xor.ts";
import { EVERY, landscapeOf, landscapesOf, offset, SIDE } from "../../../site/figures/fig36/landscapes.ts";
import { netOf, type Run, runOf, type Stand, valuesOf } from "../../../site/figures/fig36/training.ts";
import { fig36 } from "../../../site/figures/fig36.ts";
import { defaultsOf, type StateOf } from "../../../site/figures/frame/controls.ts";

const says = (changes: Partial<StateOf<typeof fig36.controls>> = {}): string => {
  const state = { ...defaultsOf(fig36.controls), ...changes };
  return fig36.says(fig36.compute(state), state);
};

describe("XOR, layer by layer", () => {
  let run: Run;
  beforeAll(() => {
    run = runOf({ hidden: 2, width: 2, learningRate: 0.005, momentum: 0.3, seed: 2 });
  });
  const askedAt = (frame: number) => {
    const net = netOf(run, run.stands[frame] as Stand);
    const inputs = run.inputs.filter((_, i) => i % EVERY === 0);
    const targets = run.targets.filter((_, i) => i % EVERY === 0);
    return { net, inputs, asked: { net, values: valuesOf(net, inputs), targets } };
  };

  it("goes as the course's training run goes, epoch by epoch", () => {
    const training = xor.train({ learningRate: xor.learningRate });
    for (let epoch = 0; epoch < 20; epoch++) training.step();
    const stand = run.stands[20] as Stand;
    expect([stand.loss, stand.met, stand.accuracy]).toEqual([
      training.loss(),
      training.passLoss?.(),
      training.accuracy?.(),
    ]);
  });

  it("is parted by the last layer's line in the end, and on the plateau it is not", () => {
    expect(run.stands.at(-1)?.accuracy).toBe(0.99);
    expect(run.stands[40]?.accuracy).toBeLessThan(0.85);
    expect(says()).toMatch(
      /error is 0\.00836 .* meets, 5\.49\), and 99\.0 % .* slices of 1\.1, .*, 4\.1, and in 2/,
    );
  });

  it.each([0, 1, 2, 3])("has slices that the whole network gives at other weights: layer %i", (layer) => {
    const { net, inputs, asked } = askedAt(60);
    for (const times of [1, 2] as const) {
      const { S } = landscapeOf(asked, layer, 0, times);
      const { W } = netOf(run, run.stands[60] as Stand)[layer] as (typeof net)[0];
      for (const [a, b] of [
        [0, 0],
        [7, 2],
        [4, 4],
        [8, 5],
      ] as const) {
        const own = (net[layer] as (typeof net)[0]).W;
        own[0] = times * W[0]! + offset(a);
        own[1] = times * W[1]! + offset(b);
        const errors = inputs.map((x, i) => ((forward(net, x)[0] as number) - asked.targets[i]!) ** 2);
        const mean = errors.reduce((sum, e) => sum + e, 0) / errors.length;
        // Sums of a hundred terms, each off by a few units in the last place.
        expect((S[b * SIDE + a] as number) / mean).toBeCloseTo(1, 12);
        own.set(W);
      }
    }
  });

  it("has the last layer at the bottom of its bowl in the end, and not at first", () => {
    const bowl = (frame: number) => landscapesOf(askedAt(frame).asked, 1).at(-1);
    expect(bowl(80)?.at).toEqual([0, 0]);
    expect(bowl(0)?.at).not.toEqual([0, 0]);
  });

  it("says that slices around twice the weights are those of other weights", () => {
    const { asked } = askedAt(80);
    const middle = (times: 1 | 2) => landscapeOf(asked, 3, 0, times).S[(SIDE * SIDE - 1) / 2] as number;
    expect(middle(2)).toBeGreaterThan(2 * middle(1));
    expect(says({ adds: "twice" })).toMatch(/the surroundings of other weights than the network has/);
  });
});
