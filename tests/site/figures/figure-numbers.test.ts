/** The numbers that figures show: held to the functions that answers are graded with, and to printed ones. */
import { describe, expect, it } from "vitest";
import { centralDifference } from "../../../reference/differentiation/central-difference.ts";
import { throughChain } from "../../../reference/differentiation/chain.ts";
import { type FunctionName, functionOf } from "../../../reference/functions/known.ts";
import { lossToFirstOrder } from "../../../reference/networks/hidden-layer.ts";
import { crossEntropy } from "../../../reference/networks/softmax-network.ts";
import { Num } from "../../../reference/numbers/num.ts";
import { gradient, lift } from "../../../reference/numbers/tracked.ts";
import { normal, random } from "../../../reference/randomness/random.ts";
import {
  centralQuotient,
  errorLaws,
  forwardQuotient,
  sideSlopes,
} from "../../../site/figures/fig02/differences.ts";
import { linksOf, measuredSlope, slopesAtX } from "../../../site/figures/fig03/links.ts";
import { activations, relativeError, reverseSlope } from "../../../site/figures/fig11/slope-forms.ts";
import { measuredBy } from "../../../site/figures/fig32/network-slopes.ts";
import { pathsTo, type WeightName } from "../../../site/figures/fig32/paths.ts";
import {
  classShares,
  floorBehindSigmoid,
  lossOf,
  unshiftedShares,
} from "../../../site/figures/fig39/class-shares.ts";
import { fig46 } from "../../../site/figures/fig46.ts";
import { fig48 } from "../../../site/figures/fig48.ts";
import { defaultsOf } from "../../../site/figures/frame/controls.ts";
import type { AnyFigure } from "../../../site/figures/frame/figure.ts";

const named = (fn: string, ...args: number[]): FunctionName => ({ fn, args });
const SMOOTH = ["square", "cube", "sin", "sigmoid", "tanh", "exp"].map((fn) => named(fn));

describe("difference quotients", () => {
  it("are to the last digit those of the graded central difference", () => {
    for (const f of SMOOTH)
      for (const x of [-2, -0.3, 0, 1.25, 3])
        for (const h of [1, 1e-3, 1e-7])
          expect(centralQuotient(f, x, h)).toBe(centralDifference(f, new Num(x), h).value);
  });

  it("give the document's 3.9999999999995595 for the square at 2, and 13 and 19 for the cube with step 1", () => {
    expect(centralQuotient(named("square"), 2, 0.001)).toBe(3.9999999999995595);
    expect(centralQuotient(named("cube"), 2, 1)).toBe(13);
    expect(forwardQuotient(named("cube"), 2, 1)).toBe(19);
  });

  it("err by h²|f‴|/6 where h is large and by no more than the rounding law where it is small", () => {
    for (const f of SMOOTH)
      for (const x of [-1.7, 0.4, 2]) {
        const exact = functionOf(f).slope(x);
        const { truncation, rounding } = errorLaws(f, x);
        const error = (h: number): number => Math.abs(centralQuotient(f, x, h) - exact);
        // The next term of the series is of size h²: 10⁻⁴ of the first, times its fifth derivative, here at most 20.
        if (truncation > 0.02) expect(error(0.01) / (truncation * 1e-4)).toBeCloseTo(1, 2);
        // Functions come within two units of their last digit, not half a one: four times the law.
        for (const h of [1e-8, 1e-10, 1e-12])
          expect(error(h), `${f.fn} at ${x}`).toBeLessThan((4 * rounding) / h + truncation * h * h);
      }
  });

  it("know no third derivative of the square, and the cube's", () => {
    expect(errorLaws(named("square"), 2).truncation).toBe(0);
    expect(errorLaws(named("cube"), 2).truncation).toBeCloseTo(1, 8);
  });

  it("find kinks by the slopes on both sides, and none elsewhere", () => {
    expect(sideSlopes(named("abs"), 0)).toEqual({ left: -1, right: 1 });
    expect(sideSlopes(named("relu"), 0)).toEqual({ left: 0, right: 1 });
    expect(sideSlopes(named("relu"), 0.01)).toEqual({ left: 1, right: 1 });
    const { left, right } = sideSlopes(named("sigmoid"), 2);
    expect(left).toBeCloseTo(right, 14);
  });
});

describe("a chain's links", () => {
  const chains = [
    [named("square"), named("sigmoid")],
    [named("leakyRelu"), named("square"), named("sigmoid")],
    [named("sin"), named("quadratic", 0, 3, -1), named("quadratic", 0, -2, 1), named("square")],
  ];

  it("carry the values of the graded chain, and its slope by reverse mode", () => {
    for (const chain of chains)
      for (const x of [-4, -0.7, 0.3, 2]) {
        const links = linksOf(chain, x);
        const leaf = new Num(x);
        const values = throughChain(chain, leaf);
        expect([x, ...links.map(({ output }) => output)]).toEqual(values.map(({ value }) => value));
        const slope = (gradient(values.at(-1) as Num, leaf) as Num).value;
        expect(links[0]?.back).toBeCloseTo(slope, 12);
        expect(links.reduce((product, link) => product * link.slope, 1)).toBeCloseTo(slope, 12);
        // h² of third derivatives up to 10³, and rounding of values up to 10³ over h
        expect(measuredSlope(chain, x, 1e-5)).toBeCloseTo(slope, 6);
      }
  });

  it("have the numbers of the page: 0.01766 at 4 and not 0.10499 at 2; 3 · (−2) = −6; the document's at −4", () => {
    const [short, long] = chains as [FunctionName[], FunctionName[]];
    expect(linksOf(short, 2).map(({ slope }) => slope.toFixed(5))).toEqual(["4.00000", "0.01766"]);
    expect(slopesAtX(short, 2)[1]?.toFixed(5)).toBe("0.10499");
    expect(linksOf([named("quadratic", 0, 3, -1), named("quadratic", 0, -2, 1)], 1)[0]?.back).toBe(-6);
    expect(linksOf(long, -4).at(-1)?.output).toBeCloseTo(0.6547534606063192, 15);
  });
});

describe("forms of a slope", () => {
  it("are one number near 0, within sixteen roundings of what each is made of", () => {
    for (const [name, a] of Object.entries(activations))
      for (let z = -5; z <= 5; z += 0.25) {
        if (z === 0 && name === "relu") continue;
        const right = a.stable.of(z);
        for (const of of [a.fromValue.of, a.quotient.of, (z: number) => reverseSlope(a, z)])
          expect(Math.abs(of(z) - right), `${name} at ${z}`).toBeLessThanOrEqual(16 * 2 ** -53);
      }
  });

  it("break where the page says: a(1 − a) at 40, the quotient at −400 and at −800, e^z/(1 + e^z) at 800", () => {
    const { fromValue, quotient, stable, naiveValue } = activations.sigmoid;
    expect(relativeError(fromValue.of(40), stable.of(40))).toBe(1);
    expect(quotient.of(-400)).toBe(0);
    expect(stable.of(-400)).toBeCloseTo(Math.exp(-400), 180);
    expect(relativeError(quotient.of(-800), stable.of(-800))).toBeUndefined();
    expect(naiveValue.of(800)).toBeNaN();
    expect(reverseSlope(activations.sigmoid, 40)).toBeCloseTo(Math.exp(-40), 30);
  });

  it("err by no more than 1 where the right number is 0 itself", () => {
    expect(relativeError(0, 0)).toBe(0);
    expect(relativeError(2 ** -1074, 0)).toBeLessThan(1);
  });
});

describe("shares of classes", () => {
  it("have the gradient ŷ − y over T and the Jacobian diag(ŷ) − ŷŷᵀ over T", () => {
    for (const temperature of [0.5, 1, 3]) {
      const { shares, gradient, jacobian } = classShares([1, 2, 0.5, -1], 1, {
        temperature,
        sigmoidFirst: false,
      });
      shares.forEach((s, c) => {
        expect(gradient[c]).toBeCloseTo((s - (c === 1 ? 1 : 0)) / temperature, 14);
        shares.forEach((r, j) => {
          expect(jacobian[c]?.[j]).toBeCloseTo((s * ((c === j ? 1 : 0) - r)) / temperature, 14);
        });
      });
    }
  });

  it("fall to 0.3133 behind a sigmoid for two classes, and never below it", () => {
    expect(floorBehindSigmoid(2, 1)).toBeCloseTo(0.313262, 6);
    for (const C of [2, 3, 5])
      for (const temperature of [0.3, 1, 4]) {
        const z = Array.from({ length: C }, (_, c) => (c === 0 ? 700 : -700));
        const floor = floorBehindSigmoid(C, temperature);
        expect(lossOf(z, 0, { temperature, sigmoidFirst: true })).toBeCloseTo(floor, 12);
        const rng = random(C, "floor");
        for (let draw = 0; draw < 50; draw++)
          expect(
            lossOf(
              z.map(() => 10 * normal(rng)),
              0,
              { temperature, sigmoidFirst: true },
            ),
          ).toBeGreaterThan(floor);
      }
  });

  it("are not changed by a shift, unless they are written without one", () => {
    const plain = { temperature: 1, sigmoidFirst: false };
    const near = classShares([8, -8], 0, plain);
    const far = classShares([808, 792], 0, plain);
    // The logits are rounded at 808: its last digit is 1.1e-13, and the loss takes up two of them.
    expect(Math.abs(far.loss - near.loss)).toBeLessThan(2.3e-13);
    expect(unshiftedShares([808, 792])).toEqual([Number.NaN, Number.NaN]);
    unshiftedShares([8, -8]).forEach((share, c) => {
      expect(share).toBeCloseTo(near.shares[c] as number, 15);
    });
  });
});

describe("the slope by a weight, measured", () => {
  it("is what the paths add up to, for weights and biases of both layers", () => {
    const rng = random(1, "measured");
    const vector = (n: number): number[] => Array.from({ length: n }, () => normal(rng));
    const matrix = (rows: number, columns: number): number[][] =>
      Array.from({ length: rows }, () => vector(columns));
    const p = lift({ W1: matrix(3, 2), b1: vector(3), W2: matrix(2, 3), b2: vector(2) });
    const [x, y] = [lift(vector(2)), lift(vector(2))];
    const names: WeightName[] = [
      { layer: 1, to: 2, from: 1 },
      { layer: 2, to: 1, from: 0 },
      { layer: 1, to: 0 },
      { layer: 2, to: 1 },
    ];
    for (const name of names) {
      const total = pathsTo(name, x, y, p).reduce((sum, { product }) => sum + product.value, 0);
      // h²/6 of a third derivative below 10, and rounding u/h
      expect(measuredBy(name, x, y, p, 1e-4), JSON.stringify(name)).toBeCloseTo(total, 7);
    }
  });
});

describe("the errors of a hidden layer, and the gradient of the output weights", () => {
  const ofStart = (figure: AnyFigure) => {
    const state = defaultsOf(figure.controls);
    const data = figure.compute(state);
    return { says: figure.says(data, state), table: figure.table(data, state).rows };
  };

  it("are for a hidden unit what reverse mode gives at the numbers of the page", () => {
    const [Z, W, delta] = [
      [
        [0, 0],
        [0, 1],
      ],
      [
        // out × in, as the reference has it
        [1, -1],
        [2, 4],
      ],
      [
        [1, -1],
        [0, 1],
      ],
    ].map((matrix) => lift(matrix) as unknown as Num[][]) as [Num[][], Num[][], Num[][]];
    const right = gradient(lossToFirstOrder(Z, W, delta), Z as never) as unknown as Num[][];
    const shown = ofStart(fig46 as unknown as AnyFigure).table.map((row) =>
      Number(row.at(-1)!.replace("−", "-")),
    );
    for (const [at, { value }] of right.flat().entries()) expect(shown[at]).toBeCloseTo(value, 4);
  });

  it("are for a softmax network what reverse mode of the graded loss gives", () => {
    const X = [
      [1, 0],
      [0, 1],
    ];
    const network = {
      Wh: [
        [1, -1],
        [0, 2],
      ],
      bh: [[0, 0]],
      Wo: [
        [1, 0],
        [1, 2],
      ],
      bo: [[0, 0]],
    };
    const p = lift(network) as never as Parameters<typeof crossEntropy>[2];
    const x = lift(X) as unknown as Num[][];
    const loss = crossEntropy(x, x, p);
    const slope = (gradient(loss, p as never) as unknown as { Wo: Num[][] }).Wo[0]![0]!;
    const { says } = ofStart(fig48 as unknown as AnyFigure);
    expect(says).toContain(` = ${slope.value.toFixed(4).replace("-", "−")};`);
    expect(says).toContain(`J is ${loss.value.toPrecision(4)}.`);
  });
});
