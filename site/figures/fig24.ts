/** Adaline with all examples a step, with a few, and with one: what each pass brings, and how straight the way is. */

import { lift } from "../../reference/numbers/tracked.ts";
import { centred, covarianceMatrix } from "../../reference/unsupervised/covariance.ts";
import { eigenSymmetric } from "../../reference/unsupervised/eigen.ts";
import { afterOneMore, COUNT, PASSES, type Run, type Stand, threeRuns } from "./fig24/run.ts";
import { axes, clip } from "./frame/axes.ts";
import { range, seed, toggle } from "./frame/controls.ts";
import { defineFigure } from "./frame/figure.ts";
import { brief, digits, fixed } from "./frame/numbers.ts";
import { remembered } from "./frame/remembered.ts";
import { linear, logarithmic } from "./frame/scale.ts";
import { type Mark, mark, pathThrough, rounded, text } from "./frame/scene.ts";
import { grouped } from "./grouped.ts";
import { near } from "./near.ts";
import { bestFor, twoClouds } from "./two-clouds.ts";

const [WIDTH, HEIGHT] = [360, 326];
const PASS = linear([0, PASSES], [44, 350]);
const LOSS = logarithmic([0.04, 4], [288, 92]);
/** One unit for both weights, so that directions are what they are. */
const W1 = linear([-0.1, 0.2], [44, 350]);
const W2 = linear([-0.15, 0.103], [288, 30]);
const LOOKS = [
  { colour: "data", line: "line" },
  { colour: "reference", line: "line" },
  { colour: "error", line: "line thin" },
] as const;

const controls = {
  pass: range({ label: "Pass", min: 0, max: PASSES, step: 1, value: PASSES }),
  size: range({
    label: "Examples a step q",
    symbol: "q",
    min: 1,
    max: COUNT,
    step: 0.05,
    value: 32,
    log: true,
    show: (size) => String(Math.round(size)),
  }),
  eta: range({
    label: "Learning rate η",
    symbol: "η",
    min: 1e-4,
    max: 0.02,
    step: 0.02,
    value: 0.001,
    log: true,
  }),
  shuffle: toggle({ label: "A new order for each pass", value: true }),
  more: toggle({ label: "Then the first example once more", value: false }),
  seed: seed({ label: "Seed of start and orders", value: 69 }),
};

interface Bowl {
  readonly rings: Mark;
  readonly best: Mark;
}

interface Data {
  readonly runs: readonly Run[];
  readonly bowl: Bowl;
}

/** Lines of equal loss around the best weights, each with the bias that is best for it. */
const bowlMarks = remembered((): Bowl => {
  const data = twoClouds();
  const { w } = bestFor(data);
  const X = lift(data.X.map((x) => [...x]));
  const { values, vectors } = eigenSymmetric(
    covarianceMatrix(centred(X)).map((row) => row.map(({ value }) => (value * (COUNT - 1)) / COUNT)),
  );
  const rings = [0.02, 0.08, 0.2, 0.4].map((more) =>
    pathThrough(
      Array.from({ length: 73 }, (_, k) => {
        const turn = (Math.PI * k) / 36;
        const along = [Math.cos(turn), Math.sin(turn)].map(
          (c, j) => c * Math.sqrt(more / (values[j] as number)),
        );
        const at = (i: 0 | 1): number =>
          (w[i] as number) + along.reduce((sum, a, j) => sum + a * (vectors[i]?.[j] as number), 0);
        return [near(W1.to(at(0))), near(W2.to(at(1)))] as const;
      }),
    ),
  );
  const [x, y] = [W1.to(w[0] as number), W2.to(w[1] as number)];
  return {
    rings: mark("path", { class: "thin soft faint", d: rings.join("") }),
    best: mark("path", { class: "line ink", d: `M${rounded(x - 6)} ${rounded(y)}h12m-6 -6v12` }),
  };
});

export const fig24 = defineFigure({
  id: "fig24",
  title: "All examples a step, a few, or one",
  question:
    "Three runs begin at the same weights and see the same examples in each pass. Press Play: which of them is down first? And which of them still wanders when η is ten times as large?",
  controls,
  *prepare(state) {
    return yield* threeRuns(sized(state));
  },
  compute(state): Data {
    const steps = threeRuns(sized(state));
    for (;;) {
      const { done, value } = steps.next();
      if (done === true) return { runs: value, bowl: bowlMarks() };
    }
  },
  draw({ runs, bowl }, { pass, eta, more }) {
    const legend = runs.flatMap(({ size, stands }, k): Mark[] => {
      const { colour, line } = LOOKS[k] as (typeof LOOKS)[number];
      const now = stands[pass];
      return [
        mark("path", { class: `${line} ${colour}`, d: `M44 ${18 + 17 * k}h16` }),
        text(68, 22 + 17 * k, sizeWords(size), { class: "small" }),
        text(350, 22 + 17 * k, now === undefined ? "gone" : digits(now.loss, 4), { class: "strong end" }),
      ];
    });
    const last = runs[2]?.stands[pass];
    const online = more && last !== undefined ? afterOneMore(last, eta) : undefined;
    return [
      {
        name: "losses",
        title: `Loss over all examples after pass ${pass}`,
        description:
          "The loss over all examples after each pass for three runs, by powers of ten, with the least loss as a thin line.",
        width: WIDTH,
        height: HEIGHT,
        marks: [
          clip("fig24-losses", PASS, LOSS),
          axes({
            x: PASS,
            y: LOSS,
            xName: "pass",
            yName: "loss",
            yTicks: [0.05, 0.1, 0.2, 0.5, 1, 2],
            zeros: false,
          }),
          ...legend,
          mark("path", { class: "thin ink", d: `M44 ${rounded(LOSS.to(bestFor(twoClouds()).loss))}H350` }),
          mark(
            "g",
            { "clip-path": "url(#fig24-losses)" },
            ...runs.map(({ stands }, k) =>
              mark("path", {
                class: `line ${LOOKS[k]?.colour}`,
                d: pathThrough(
                  stands.slice(0, pass + 1).map(({ loss }, p) => [PASS.to(p), near(LOSS.to(loss))] as const),
                ),
              }),
            ),
            ...runs.flatMap(({ stands }, k) => {
              const now = stands[pass];
              return now === undefined
                ? []
                : [
                    mark("circle", {
                      class: `dot ${LOOKS[k]?.colour}`,
                      cx: PASS.to(pass),
                      cy: near(LOSS.to(now.loss)),
                      r: 4.5,
                    }),
                  ];
            }),
          ),
        ],
      },
      {
        name: "ways",
        title: "The ways of both weights",
        description:
          "The ways of the weights w₁ and w₂ in three runs, from pass to pass and through the last one in full, with lines of equal loss around the best weights, which are a cross.",
        width: WIDTH,
        height: HEIGHT,
        marks: [
          clip("fig24-ways", W1, W2),
          axes({ x: W1, y: W2, xName: "weight w₁", yName: "w₂", zeros: false }),
          mark(
            "g",
            { "clip-path": "url(#fig24-ways)" },
            bowl.rings,
            ...[2, 1, 0].map((k) => wayOf(runs[k] as Run, k, pass)),
            ...[2, 1, 0].flatMap((k) => dotOf(runs[k]?.stands[pass], `dot ${LOOKS[k]?.colour}`)),
            bowl.best,
            ...(online === undefined ? [] : dotOf(online, "hollow error")),
          ),
        ],
      },
    ];
  },
  says({ runs }, { pass, eta, more }) {
    const each = runs.map(({ size, steps, stands }) => {
      const now = stands[pass];
      const count = `${grouped(steps * pass, 0)} steps`;
      return now === undefined
        ? `${sizeWords(size)}: gone away`
        : `${digits(now.loss, 4)} with ${sizeWords(size)} (${count})`;
    });
    const { w } = runs[2]?.stands[pass] ?? {};
    const next = more && w !== undefined ? afterOneMore(runs[2]?.stands[pass] as Stand, eta) : undefined;
    const again =
      next === undefined || w === undefined
        ? ""
        : ` One more step for the first example takes the last run’s weights from (${w.map((wj) => fixed(wj, 8)).join(", ")}) to (${next.w.map((wj) => fixed(wj, 8)).join(", ")}).`;
    return `After pass ${pass} with η = ${brief(eta)} the loss over all examples is ${each.join(", ")}; the least is ${digits(bestFor(twoClouds()).loss, 4)}.${again}`;
  },
  table({ runs }) {
    return {
      caption: "Loss over all examples after each pass",
      head: ["pass", ...runs.map(({ size }) => sizeWords(size))],
      rows: Array.from({ length: PASSES + 1 }, (_, p) => [
        String(p),
        ...runs.map(({ stands }) => {
          const now = stands[p];
          return now === undefined ? "gone" : digits(now.loss, 4);
        }),
      ]),
    };
  },
  animation: { control: "pass", last: () => PASSES, perSecond: 2 },
  presets: [
    { label: "After one pass", state: { pass: 1 } },
    { label: "η = 0.01", state: { eta: 0.01 } },
    { label: "Always the same order", state: { eta: 0.01, shuffle: false } },
    { label: "One more example", state: { more: true } },
  ],
  views: ["more"],
});

const sized = <S extends { readonly size: number }>(state: S): S => ({
  ...state,
  size: Math.round(state.size),
});

const sizeWords = (size: number): string =>
  size === COUNT ? "all 1000 a step" : size === 1 ? "one a step" : `${size} a step`;

/** Where each pass has ended, and every turn of the last one: all of a long run would cover the picture. */
function wayOf({ stands }: Run, k: number, pass: number): Mark {
  const ends = stands.slice(0, pass).map(({ w }) => [w[0] as number, w[1] as number] as const);
  const { colour, line } = LOOKS[k] as (typeof LOOKS)[number];
  return mark("path", {
    class: `${line} ${colour}`,
    d: pathThrough(
      [...ends, ...(stands[pass]?.way ?? [])].map(([w1, w2]) => [near(W1.to(w1)), near(W2.to(w2))] as const),
    ),
  });
}

function dotOf(place: { readonly w: readonly number[] } | undefined, className: string): readonly Mark[] {
  if (place === undefined) return [];
  const [x, y] = [near(W1.to(place.w[0] as number)), near(W2.to(place.w[1] as number))];
  return [mark("circle", { class: className, cx: x, cy: y, r: 4.5 })];
}
