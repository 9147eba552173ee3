/** Softmax and cross-entropy for one example: shares, loss, gradient and Jacobian. */
import {
  classShares,
  floorBehindSigmoid,
  lossOf,
  type Output,
  type Shares,
  unshiftedShares,
} from "../../reference/class-shares.ts";
import { logistic } from "../../reference/num.ts";
import { axes } from "./frame/axes.ts";
import { choice, list, range, toggle } from "./frame/controls.ts";
import { defineFigure } from "./frame/figure.ts";
import { brief, digits, fixed } from "./frame/numbers.ts";
import { remembered } from "./frame/remembered.ts";
import { linear } from "./frame/scale.ts";
import { group, handle, type Mark, mark, type Panel, pathThrough, rounded, text } from "./frame/scene.ts";

const WIDTH = 360;
const HEIGHT = 250;
const PLOT = { left: 40, right: 350, top: 34, bottom: 200 };
const LIMIT = 10;
const Z = linear([-12, 12], [PLOT.bottom, PLOT.top]);
const SHARE = linear([0, 1], [PLOT.bottom, PLOT.top]);
const ACROSS = linear([-LIMIT, LIMIT], [PLOT.left, PLOT.right]);
const SUB = "₀₁₂₃₄₅";

const controls = {
  sigmoidFirst: toggle({ label: "Sigmoid in front of softmax", value: true }),
  C: range({ label: "Classes C", symbol: "C", min: 2, max: 5, step: 1, value: 2 }),
  y: range({ label: "Right class", symbol: "y", min: 1, max: 5, step: 1, value: 1 }),
  T: range({ label: "Temperature T", min: 0.1, max: 10, step: 0.05, value: 1, log: true }),
  shift: range({
    label: "Added to every logit",
    symbol: "M",
    min: -1000,
    max: 1000,
    step: 25,
    value: 0,
    show: brief,
  }),
  form: choice({
    label: "Softmax",
    options: { shifted: "shifted by the largest", plain: "as first written" },
    value: "shifted",
  }),
  z: list({
    label: "Logits",
    symbol: "z",
    min: -LIMIT,
    max: LIMIT,
    step: 0.1,
    most: 5,
    value: [8, -8, 0, 2, -2],
  }),
};

interface Data extends Omit<Shares, "shares"> {
  readonly z: readonly number[];
  /** The index of the right class. */
  readonly right: number;
  /** undefined where the plain form has overflown */
  readonly shares: readonly (number | undefined)[];
  readonly isLost: boolean;
  readonly floor: number | undefined;
  readonly curve: readonly (readonly [number, number])[];
}

const widthOf = (C: number): number => (PLOT.right - PLOT.left) / C;
const middleOf = (c: number, C: number): number => PLOT.left + widthOf(C) * (c + 0.5);

const classNames = (C: number, right: number): readonly Mark[] =>
  Array.from({ length: C }, (_, c) =>
    text(
      middleOf(c, C),
      PLOT.bottom + 18,
      c !== right ? `class ${c + 1}` : C > 3 ? `right: ${c + 1}` : `class ${c + 1}, right`,
      {
        class: c === right ? "middle small strong" : "middle small",
      },
    ),
  );

const logitAxes = axes({
  x: linear([0, 1], [PLOT.left, PLOT.right]),
  y: Z,
  xName: "",
  yName: "z",
  xTicks: [],
  yTicks: [-10, -5, 0, 5, 10],
});
const shareAxes = axes({
  x: linear([0, 1], [PLOT.left, PLOT.right]),
  y: SHARE,
  xName: "",
  yName: "ŷ",
  xTicks: [],
  yTicks: [0, 0.5, 1],
});

function logitPanel(
  { z, right }: Data,
  { sigmoidFirst, shift }: { sigmoidFirst: boolean; shift: number },
): Panel {
  const C = z.length;
  const wide = Math.min(44, widthOf(C) * 0.5);
  const bars = z.map((zc, c) => {
    const [top, bottom] = [Z.to(Math.max(0, zc)), Z.to(Math.min(0, zc))];
    return mark("rect", {
      class: "bar data",
      x: middleOf(c, C) - wide / 2,
      y: top,
      width: wide,
      height: bottom - top,
    });
  });
  const afterwards = z.map((zc, c) => {
    const at = logistic(zc + shift);
    return group(
      "error",
      mark("path", {
        class: "line heavy",
        d: `M${rounded(middleOf(c, C) - wide / 2 - 4)} ${rounded(Z.to(at))}h${rounded(wide + 8)}`,
      }),
      text(
        middleOf(c, C) + wide / 2 + 6,
        Z.to(at) - 4,
        at < 5e-4 ? "σ ≈ 0" : at > 0.9995 ? "σ ≈ 1" : `σ = ${fixed(at, 3)}`,
        { class: "words small" },
      ),
    );
  });
  return {
    name: "logits",
    title: shift === 0 ? "Logits: drag them" : `Logits without the ${brief(shift)} that is added: drag them`,
    description: `One bar a class, with its logit: ${z.map((zc) => brief(zc)).join(", ")}.`,
    width: WIDTH,
    height: HEIGHT,
    marks: [
      logitAxes,
      ...bars,
      ...(sigmoidFirst && C <= 3 ? afterwards : []),
      ...z.map((zc, c) =>
        text(middleOf(c, C), Z.to(zc) + (zc >= 0 ? -11 : 21), fixed(zc, 1), { class: "words strong middle" }),
      ),
      ...classNames(C, right),
      ...z.map((zc, c) =>
        handle(`z${c}`, `Logit of class ${c + 1}`, middleOf(c, C), Z.to(zc), "ink", `${brief(zc)}`),
      ),
    ],
  };
}

function sharePanel({ shares, right, gradient, isLost }: Data): Panel {
  const C = shares.length;
  const wide = Math.min(60, widthOf(C) * 0.62);
  const columns = shares.map((share, c) => {
    const x = middleOf(c, C) - wide / 2;
    const target = c === right ? 1 : 0;
    if (share === undefined)
      return group("error", text(middleOf(c, C), 120, "no number", { class: "words middle strong" }));
    const top = SHARE.to(share);
    const goal = SHARE.to(target);
    return group(
      "share",
      mark("rect", { class: "bar prediction", x, y: top, width: wide, height: PLOT.bottom - top }),
      mark("path", { class: "line ink", d: `M${rounded(x - 5)} ${rounded(goal)}h${rounded(wide + 10)}` }),
      text(middleOf(c, C), Math.max(PLOT.top + 14, top - 6), shareText(share), {
        class: "words strong middle prediction",
      }),
    );
  });
  return {
    name: "shares",
    title: "Shares ŷ, their targets, and the gradient",
    description: `One bar a class with its share, a line at its target, and below the gradient of the loss by its logit.`,
    width: WIDTH,
    height: HEIGHT,
    marks: [
      shareAxes,
      ...columns,
      ...classNames(C, right),
      ...(isLost
        ? []
        : gradient.map((slope, c) =>
            text(middleOf(c, C), PLOT.bottom + 38, signed(slope), { class: "words strong middle gradient" }),
          )),
      text(PLOT.left - 6, PLOT.bottom + 38, "∂L/∂z", { class: "words small end gradient" }),
    ],
  };
}

const shareText = (share: number): string =>
  share === 0 ? "0" : share < 5e-4 ? digits(share, 2) : share > 0.9995 && share < 1 ? "≈ 1" : fixed(share, 3);
const signed = (slope: number): string =>
  slope === 0 ? "0" : Math.abs(slope) < 5e-4 ? digits(slope, 2) : `${slope > 0 ? "+" : ""}${fixed(slope, 3)}`;

function lossPanel({ z, right, loss, gradient, floor, curve, isLost }: Data): Panel {
  const highest = Math.max(1, ...curve.map(([, L]) => L));
  const Y = linear([0, highest * 1.05], [PLOT.bottom, PLOT.top]);
  const at = z[right]!;
  const slope = gradient[right]!;
  const shown = isLost || !Number.isFinite(loss) ? undefined : loss;
  return {
    name: "loss",
    title: "Loss against the right class's logit",
    description: `The loss falls as the logit of the right class rises${floor === undefined ? " and comes near 0" : `, but not below ${fixed(floor, 4)}`}.`,
    width: WIDTH,
    height: HEIGHT,
    marks: [
      axes({ x: ACROSS, y: Y, xName: `z${SUB[right + 1]}`, yName: "loss", xTicks: [-10, -5, 0, 5, 10] }),
      floor !== undefined &&
        group(
          "error",
          mark("path", { class: "line dashed", d: `M${PLOT.left} ${rounded(Y.to(floor))}H${PLOT.right}` }),
          text(PLOT.left + 8, Y.to(floor) + 16, `never below ${fixed(floor, 4)}`, { class: "words strong" }),
        ),
      mark("path", {
        class: "line data heavy",
        d: pathThrough(curve.map(([zc, L]) => [ACROSS.to(zc), Y.to(L)] as const)),
      }),
      shown !== undefined &&
        mark("path", {
          class: "line gradient",
          d: pathThrough([-2, 2].map((d) => [ACROSS.to(at + d), Y.to(shown + slope * d)] as const)),
        }),
      mark("path", { class: "guide ink", d: `M${rounded(ACROSS.to(at))} ${PLOT.top}V${PLOT.bottom}` }),
      shown !== undefined &&
        text(PLOT.right, PLOT.top - 12, `loss ${digits(shown, 4)}`, { class: "strong end" }),
      shown !== undefined &&
        handle("loss", `Logit of class ${right + 1}`, ACROSS.to(at), Y.to(shown), "ink", brief(at)),
    ].filter((one) => one !== false),
  };
}

function jacobianPanel({ jacobian, isLost }: Data): Panel {
  const C = jacobian.length;
  const [left, top, size] = [96, 30, 180];
  const cell = size / C;
  const largest = Math.max(1e-12, ...jacobian.flat().map(Math.abs));
  const cells = jacobian.flatMap((row, c) =>
    row.map((entry, j) => {
      const [x, y] = [left + cell * j, top + cell * c];
      return group(
        entry < 0 ? "error" : "prediction",
        mark("rect", {
          class: "area",
          x: x + 1,
          y: y + 1,
          width: cell - 2,
          height: cell - 2,
          style: `fill-opacity:${(0.06 + 0.5 * (Math.abs(entry) / largest)).toFixed(3)}`,
        }),
        text(x + cell / 2, y + cell / 2 + 4, isLost ? "–" : C > 3 ? fixed(entry, 2) : entryText(entry), {
          class: "middle small",
        }),
      );
    }),
  );
  return {
    name: "jacobian",
    title: "Jacobian: how ŷ moves with z",
    description: `The ${C} by ${C} matrix of the slopes of each share by each logit; every row sums to 0.`,
    width: WIDTH,
    height: HEIGHT,
    marks: [
      ...cells,
      ...jacobian.flatMap((_, c) => [
        text(left - 8, top + cell * (c + 0.5) + 5, `ŷ${SUB[c + 1]}`, { class: "symbol end" }),
        text(left + cell * (c + 0.5), top - 8, `z${SUB[c + 1]}`, { class: "symbol middle" }),
      ]),
    ],
  };
}

const entryText = (entry: number): string =>
  entry === 0 ? "0" : Math.abs(entry) < 5e-4 ? digits(entry, 2) : fixed(entry, 4);

const curveOf = remembered((key: string) => {
  const { z, right, output, shift } = JSON.parse(key) as {
    z: number[];
    right: number;
    output: Output;
    shift: number;
  };
  return Array.from({ length: 81 }, (_, i) => -LIMIT + i / 4).map((at) => {
    const moved = z.map((zc, c) => (c === right ? at : zc) + shift);
    return [at, lossOf(moved, right, output)] as const;
  });
});

export const fig39 = defineFigure({
  id: "fig39",
  title: "Logits, shares, loss",
  question:
    "The right class leads by 16, and still its share is not even three quarters and the loss does not fall below 0.3133. What stands in front of softmax, and how low does the loss fall without it?",
  controls,
  compute(state): Data {
    const { sigmoidFirst, C, T, shift, form } = state;
    const right = Math.min(state.y, C) - 1;
    const z = Array.from({ length: C }, (_, c) => state.z[c] ?? 0);
    const output = { temperature: T, sigmoidFirst };
    const moved = z.map((zc) => zc + shift);
    const exact = classShares(moved, right, output);
    const inFront = moved.map((zc) => (sigmoidFirst ? logistic(zc) : zc) / T);
    const plain = unshiftedShares(inFront);
    const isLost = form === "plain" && plain.some((share) => !Number.isFinite(share));
    const used =
      form === "plain" ? plain.map((share) => (Number.isFinite(share) ? share : undefined)) : exact.shares;
    return {
      ...exact,
      loss: form === "plain" ? -Math.log(plain[right]!) : exact.loss,
      z,
      right,
      shares: used,
      isLost,
      floor: sigmoidFirst ? floorBehindSigmoid(C, T) : undefined,
      // The right class's own logit does not count: the curve stays while it is dragged.
      curve: curveOf(JSON.stringify({ z: z.map((zc, c) => (c === right ? 0 : zc)), right, output, shift })),
    };
  },
  draw: (data, state) => [logitPanel(data, state), sharePanel(data), lossPanel(data), jacobianPanel(data)],
  says({ shares, right, loss, gradient, isLost, floor }, { sigmoidFirst, T }) {
    if (isLost)
      return "exp z has overflown, or every term is 0: the shares are no numbers. Shifted by the largest logit they are what they were before anything was added.";
    const share = shares[right] ?? 0;
    const front = sigmoidFirst ? "Behind the sigmoid" : "Without the sigmoid";
    const bound = floor === undefined ? "" : `, and no logits bring the loss below ${fixed(floor, 4)}`;
    const at = T === 1 ? "" : ` at temperature ${brief(T)}`;
    return `${front}${at} the right class has share ${shareText(share)}, the loss is ${digits(loss, 4)} with slope ${signed(gradient[right]!)} by its logit${bound}.`;
  },
  table({ z, shares, right, gradient, jacobian, isLost }) {
    return {
      caption: "Each class: logit, share, target, gradient, and its row of the Jacobian",
      head: ["class", "z", "ŷ", "y", "∂L/∂z", ...z.map((_, c) => `∂ŷ/∂z${SUB[c + 1]}`)],
      rows: z.map((zc, c) => [
        String(c + 1),
        fixed(zc, 1),
        shares[c] === undefined ? "no number" : digits(shares[c], 4),
        c === right ? "1" : "0",
        isLost ? "no number" : digits(gradient[c]!, 4),
        ...jacobian[c]!.map((entry) => (isLost ? "no number" : digits(entry, 4))),
      ]),
    };
  },
  presets: [
    { label: "Without the sigmoid", state: { sigmoidFirst: false } },
    { label: "Three classes", state: { sigmoidFirst: false, C: 3, z: [1, 2, 0.5, 2, -2], y: 2 } },
    { label: "Hot", state: { sigmoidFirst: false, C: 3, z: [1, 2, 0.5, 2, -2], y: 2, T: 5 } },
    { label: "Cold", state: { sigmoidFirst: false, C: 3, z: [1, 2, 0.5, 2, -2], y: 2, T: 0.2 } },
    { label: "A shift of 800, as first written", state: { sigmoidFirst: false, shift: 800, form: "plain" } },
  ],
  drag(name, { x, y }, { z }, { right }) {
    const c = name === "loss" ? right : Number(name.slice(1));
    const moved = name === "loss" ? ACROSS.from(x) : Z.from(y);
    return { z: Array.from({ length: 5 }, (_, k) => (k === c ? moved : (z[k] ?? 0))) };
  },
});
