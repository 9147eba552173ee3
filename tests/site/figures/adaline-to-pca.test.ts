/** Figures of perceptron, Adaline, k-means and PCA: they show the numbers that their pages print and reckon. */
import { describe, expect, it } from "vitest";
import { lift } from "../../../reference/numbers/tracked.ts";
import { rayleigh } from "../../../reference/unsupervised/power-iteration.ts";
import { fig12 } from "../../../site/figures/fig12.ts";
import { fig17 } from "../../../site/figures/fig17.ts";
import { fig19 } from "../../../site/figures/fig19.ts";
import { fig20 } from "../../../site/figures/fig20.ts";
import { fig21 } from "../../../site/figures/fig21.ts";
import { fig22 } from "../../../site/figures/fig22.ts";
import { fig24 } from "../../../site/figures/fig24.ts";
import { fig25 } from "../../../site/figures/fig25.ts";
import { fig28 } from "../../../site/figures/fig28.ts";
import { fig28b } from "../../../site/figures/fig28b.ts";
import { fig53 } from "../../../site/figures/fig53.ts";
import { fig54 } from "../../../site/figures/fig54.ts";
import { fig55 } from "../../../site/figures/fig55.ts";
import { fig56 } from "../../../site/figures/fig56.ts";
import { type Controls, defaultsOf, type StateOf } from "../../../site/figures/frame/controls.ts";
import type { Figure } from "../../../site/figures/frame/figure.ts";

/** What a figure says from its start with some changes. */
function says<C extends Controls, D>(figure: Figure<C, D>, changes: Partial<StateOf<C>> = {}): string {
  const state = { ...defaultsOf(figure.controls), ...changes };
  return figure.says(figure.compute(state), state).replaceAll("\u202f", " ");
}

describe("the losses by their margin", () => {
  it("begin with the page's mail: margin −2, which costs 2 and 3", () => {
    expect(says(fig21)).toMatch(/net input 2, so the margin is −2: it costs 2 .* and 3 .* −1 and −1/);
  });

  it("let the perceptron rest after 4 steps, and the hinge go on to a margin of 1", () => {
    expect(says(fig21, { step: 10 })).toMatch(/margin is 0\.40 by the one.*perceptron rests from step 4 on/);
    const { hinge } = fig21.compute(defaultsOf(fig21.controls));
    expect(hinge.at(-1)).toBeGreaterThanOrEqual(1);
    // A step of 0.1 raises the margin by 0.6.
    expect(hinge.at(-1)).toBeLessThan(1.6);
  });

  it("take −1 as the perceptron's slope at 0, so that training can begin there", () => {
    expect(says(fig21, { s: 0 })).toMatch(/with the slopes −1 and −1/);
    expect(says(fig21, { s: 1 })).toMatch(/with the slopes 0 and 0/);
  });

  it("show that the source's condition is the wrong way round at −1.2", () => {
    expect(says(fig21, { s: -1.2, source: true })).toMatch(/source’s condition the slope would be 0 here/);
  });
});

describe("the step towards an example", () => {
  it("ends at the page's 31.2° and 2.6°, and from 0 at 0°, whatever the rate", () => {
    expect(says(fig17, { eta: 0.01 })).toMatch(/come to 0° from 0 and to 31\.1\d° from/);
    expect(says(fig17, { eta: 0.1 })).toMatch(/come to 0° from 0 and to 2\.55° from/);
  });

  it("reaches 45° from across x where η‖x‖ is as long as w: η = √(10/14)", () => {
    expect(says(fig17, { start: "across", eta: Math.sqrt(10 / 14) })).toMatch(
      /at 90° to x = \(1, 2, 3\) before.* at 45° after/,
    );
  });
});

describe("Adaline by two rates", () => {
  it("has the page's losses before step 15 and its limit", () => {
    expect(says(fig22)).toMatch(/η = 0\.01 the loss is 0\.1365, with η = 0\.0001 the loss is 0\.4096/);
    expect(says(fig22)).toMatch(/limit 2\/λ is 0\.0192613/);
  });

  it("comes down below the limit and runs away beyond it", () => {
    const losses = (eta1: number): number[] =>
      fig22.compute({ ...defaultsOf(fig22.controls), eta1 }).both[0].map(({ loss }) => loss);
    const [below, beyond] = [losses(0.019), losses(0.0195)];
    expect(below.at(-1)).toBeLessThan(below[0] as number);
    expect(beyond.at(-1)).toBeGreaterThan(beyond[1] as number);
    expect(says(fig22, { eta1: 0.1, step: 50 })).toMatch(/gone away/);
  });

  it("is right on fewer examples with the threshold 0 than with ½, the middle of both labels", () => {
    const share = (threshold: "half" | "zero"): number =>
      Number(/\((\d+\.\d) %\)/.exec(says(fig22, { eta1: 0.019, step: 50, threshold }))?.[1]);
    expect(share("half")).toBeGreaterThan(85);
    expect(share("zero")).toBeLessThan(80);
  });
});

describe("the flow of Adaline", () => {
  it("moves the weights also where the class is right: the error is not that of the class", () => {
    expect(says(fig25)).toMatch(/= 1\. The class is 1, which is wrong\. The error is 0 − 1 = −1\./);
    expect(says(fig25, { x1: 3, x2: -3, y: "one" })).toMatch(
      /which is right\. The error is 1 − 3\.5 = −2\.5/,
    );
  });

  it("goes as far as it is asked to", () => {
    expect(says(fig25, { stage: 0 })).not.toMatch(/net input/);
    expect(says(fig25, { stage: 2 })).not.toMatch(/error/);
  });
});

describe("all examples a step, a few, or one", () => {
  it("end at the table's losses: 0.2081, 0.1085, 0.0499, and with η = 0.01 at 0.1324, 0.0499, 0.0848", () => {
    expect(says(fig24, { begin: "seed" })).toMatch(
      /0\.2081 with all 1000.* 0\.1085 with 32.* 0\.04986 with one a step \(20 000 steps\)/,
    );
    expect(says(fig24, { begin: "seed", eta: 0.01 })).toMatch(
      /0\.1324 with all.* 0\.0499\d? with 32.* 0\.0848\d? with one/,
    );
  });

  it("take the source's one more step after 20 passes", () => {
    expect(says(fig24, { begin: "seed", more: true })).toMatch(
      /from \(0\.06636402, −0\.05597241\) to \(0\.06665753, −0\.06029854\)/,
    );
  });
});

describe("the mean of means", () => {
  it("is 5 for the page's losses, whose mean is 4, and right where batches are equally long", () => {
    expect(says(fig56)).toMatch(/examples in them is 4, the mean of the means 5/);
    expect(says(fig56, { n: 4 })).toMatch(/Both are the same/);
  });

  it("has no batch where the short one is left out and there is no other", () => {
    expect(says(fig56, { size: 5, drops: true })).toMatch(/there is no batch/);
  });
});

describe("the line between two classes", () => {
  it("gives the page's tumour the logit 0.4 and p = 0.599, with the page's weights for raw features", () => {
    expect(says(fig12)).toMatch(
      /0\.650 and 0\.333 after scaling; the logit is 0\.400 and p = 0\.599: class 1/,
    );
    expect(says(fig12)).toMatch(/weights are −0\.02 and −10, and the bias 5/);
  });

  it("is moved by no common factor, and a later patient keeps the scale", () => {
    const line = (r: number): string | undefined =>
      /lies at a share of ([\d.]+)/.exec(says(fig12, { r }))?.[1];
    expect(line(4)).toBe(line(1));
    expect(says(fig12, { outline: 270 })).toMatch(/are 1\.100 and/);
  });
});

describe("a line and its normal", () => {
  it("has the page's net input −0.3 at a distance of −0.06, and needs two steps, three with twice the weights", () => {
    expect(says(fig19)).toMatch(
      /net input −0\.3000, and its distance from the line −0\.0600\. It takes 2 steps/,
    );
    expect(says(fig19, { c: 2 })).toMatch(
      /net input −0\.6000, and its distance from the line −0\.0600\. It takes 3 steps/,
    );
  });

  it("changes the class by dividing the weights alone: 1.54", () => {
    expect(says(fig19, { w: [0.6, 0.8] })).toMatch(/net input 1\.5400/);
  });
});

describe("a plane in a cube", () => {
  it("meets the page's mean loss of 0.3726 first, and parts the points without a loss within 90 epochs of 300", () => {
    expect(says(fig20, { epoch: 1 })).toMatch(/mean loss that it met is 0\.3726/);
    expect(says(fig20, { epoch: 90 })).toMatch(/125 of 125 points .*is the first without a loss/);
  });

  it("has the source's 72 labels of 1 among 125, and others with another grid or normal", () => {
    expect(says(fig20)).toMatch(/72 points have the label 1/);
    // A face of the cube's middle: three of five layers.
    expect(says(fig20, { nx: 0, ny: 0 })).toMatch(/75 points have the label 1/);
    expect(says(fig20, { side: 2 })).toMatch(/of 8 points .* 4 points have the label 1/);
    expect(says(fig20, { nx: 0, ny: 0, nz: 0 })).toMatch(/125 points have the label 1/);
  });

  it("begins with the least right against the labels' normal, and parts all points from there, too", () => {
    const right = (text: string): number => Number(/has (\d+) of 125 points/.exec(text)?.[1]);
    const [across, against, upright] = (["across", "against", "upright"] as const).map((start) =>
      right(says(fig20, { start, epoch: 0 })),
    );
    expect(against).toBeLessThan(Math.min(across!, upright!));
    for (const start of ["against", "upright"] as const)
      expect(says(fig20, { start, epoch: 300 })).toMatch(/125 of 125 points/);
  });

  it.each([
    { eta: 1, normalise: "w" },
    { nx: 0, ny: 0, nz: 0 },
  ] as const)("shows every point by its distance, also where the plane has left the cube: %o", (changes) => {
    const state = { ...defaultsOf(fig20.controls), ...changes, epoch: 60 };
    const drawn = JSON.stringify(fig20.draw(fig20.compute(state), state)[1]?.marks);
    const places = [...drawn.matchAll(/M(\d+(?:\.\d+)?) 2\d\d/g)].map(([, x]) => Number(x));
    expect(Math.max(...places)).toBeGreaterThan(250);
    expect(Math.max(...places)).toBeLessThanOrEqual(350);
  });

  it("has 66 % right after 60 epochs with η = 1 where the weights alone are divided, and all where both are", () => {
    expect(says(fig20, { eta: 1, normalise: "w", epoch: 60 })).toMatch(/\(65\.6 %\)/);
    expect(says(fig20, { eta: 1, normalise: "none", epoch: 60 })).toMatch(/125 of 125/);
  });
});

describe("the largest variance on the circle", () => {
  it("is the page's 3 along (1, 1), where both gradients lie on one line, and 1 across it", () => {
    expect(says(fig28b, { angle: 10 })).toMatch(
      /vᵀCv = 2\.342\. The gradients are 21\.9° apart, .* if v is turned up/,
    );
    expect(says(fig28b, { angle: 45 })).toMatch(/Cv = 3\.000 v, .* λ = 3\.000 .*, the most\.$/);
    expect(says(fig28b, { angle: -45 })).toMatch(/Cv = 1\.000 v, .*, the least\.$/);
  });

  it("has the variance that a quotient of lengths gives, along any direction", () => {
    const C = lift([
      [2, 1],
      [1, 2],
    ]);
    const state = defaultsOf(fig28b.controls);
    for (const [angle, v1, v2, , , value] of fig28b.table(fig28b.compute(state), state).rows) {
      const v = [v1, v2].map((each) => Number(each?.replace("−", "-")));
      // Three digits of each entry are in the table.
      expect(rayleigh(C, lift(v)).value, angle).toBeCloseTo(Number(value), 2);
    }
  });

  it("grows without the constraint, and knows no direction in a round cloud", () => {
    expect(says(fig28b, { length: 1.5, angle: 45 })).toMatch(/vᵀCv = 6\.750\. .* four times/);
    expect(says(fig28b, { least: 3 })).toMatch(/Both gradients lie on one line: .* as every variance is/);
  });
});

describe("two distances", () => {
  it("are the page's 7 and 5, and only the first one changes with a turn", () => {
    expect(says(fig55)).toMatch(/along the streets 7, as the bird flies 5/);
    expect(says(fig55, { turn: 53.1 })).toMatch(/as the bird flies 5\./);
    expect(says(fig55, { turn: 53.1 })).toMatch(/5 and 0: along the streets 5,/);
  });

  it("do not agree on which point is nearer to (0, 0), (3, 3) or (0, 5)", () => {
    expect(says(fig55, { p: [0, 0], q: [3, 3], r: [0, 5] })).toMatch(
      /q for the bird, and r along the streets/,
    );
  });

  it("put q where it is dragged, however far it has been turned", () => {
    const state = { ...defaultsOf(fig55.controls), turn: 120 };
    const data = fig55.compute(state);
    const to = fig55.drag?.("q", { x: 250, y: 100, dx: 0, dy: 0 }, state, data);
    const again = fig55.compute({ ...state, q: (to?.q ?? []) as number[] });
    const back = fig55.drag?.("r", { x: 250, y: 100, dx: 0, dy: 0 }, state, data)?.r as number[];
    expect(again.q[0]).toBeCloseTo(back[0] as number, 9);
    expect(again.q[1]).toBeCloseTo(back[1] as number, 9);
  });
});

describe("covariances and directions", () => {
  it("are those of the page's houses: 2.5, and 4.2 along (2, 1)", () => {
    expect(says(fig28)).toMatch(
      /2\.00 \+ 0\.00 \+ 3\.00; .* covariance of 2\.50.* Along 26\.6° the variance is 4\.20/,
    );
  });

  it("have a correlation only where both columns vary", () => {
    expect(says(fig28, { points: [1, 2, 1, 3, 1, 7] })).not.toMatch(/correlation/);
  });

  it("stay at 26.6° and 45° under the button, three and two times as long, and nowhere under a quarter turn", () => {
    expect(says(fig53)).toMatch(/26\.6°, stretched 3 times, and 45°, stretched 2 times/);
    expect(says(fig53, { matrix: "turn" })).toMatch(/No direction stays/);
  });

  it("go to the direction of the largest eigenvalue press by press", () => {
    expect(says(fig53, { press: 8 })).toMatch(/After 8 presses v is \(0\.89\d, 0\.4[45]\d\)/);
    expect(says(fig53, { press: 3, angle: 45 })).toMatch(/at 45°.* turned by 0°/);
  });

  it("bring the page's points back with an error of 4, and 80 % of the variance", () => {
    expect(says(fig54)).toMatch(
      /80\.0 % of the variance, and the squared error is 4\.00.*\(2, 1\), \(2, −1\)/,
    );
    expect(says(fig54, { k: 2 })).toMatch(/squared error is 0\. /);
  });
});
