/** Adaline with all examples a step, with a few, and with one: what each pass brings, and how straight the way is. */

import { afterOneMore, COUNT, PAGE_START, PASSES, type Run, type Stand, threeRuns } from "./fig24/run.ts";
import { LOOKS, SIZE, ways } from "./fig24/ways.ts";
import { axes, clip } from "./frame/axes.ts";
import { choice, list, range, seed, toggle } from "./frame/controls.ts";
import { defineFigure } from "./frame/figure.ts";
import { brief, digits, fixed } from "./frame/numbers.ts";
import { linear, logarithmic } from "./frame/scale.ts";
import { type Mark, mark, pathThrough, rounded, text } from "./frame/scene.ts";
import { grouped } from "./grouped.ts";
import { atOnce } from "./known-runs.ts";
import { near } from "./near.ts";
import { bestFor, twoClouds } from "./two-clouds.ts";

const PASS = linear([0, PASSES], [44, 350]);
const LOSS = logarithmic([0.04, 4], [288, 92]);
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
    step: Math.log10(200) / 115,
    value: 0.001,
    log: true,
  }),
  begin: choice({
    label: "Start of w and b",
    options: { page: "those of the example", seed: "near 0, by the seed" },
    value: "page",
  }),
  start: list({ label: "Start", min: -2, max: 2, step: 1e-3, most: 3, value: PAGE_START }),
  shuffle: toggle({ label: "A new order for each pass", value: true }),
  more: toggle({ label: "Then the first example once more", value: false }),
  seed: seed({ label: "Seed of start and orders", value: 69 }),
};

interface Data {
  readonly runs: readonly Run[];
}

export const fig24 = defineFigure({
  id: "fig24",
  title: "All examples a step, a few, or one",
  question:
    "Three runs begin at the same weights and see the same examples in each pass. Press Play: which of them is down first? And which of them still wanders when η is ten times as large?",
  ownData:
    "The figure’s 1000 examples are its own, in two clouds, and so is its learning rate. The runs begin at the w and b of the example; the seed draws the orders.",
  example: { start: ["w", "b"] },
  controls,
  prepare: (state) => threeRuns(sized(state)),
  compute: (state): Data => ({ runs: atOnce(threeRuns(sized(state))) }),
  draw({ runs }, { pass, eta, more }) {
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
        ...SIZE,
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
      ways(runs, pass, online),
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
    { label: "As in step 8", state: { begin: "seed" } },
    { label: "One more example", state: { begin: "seed", more: true } },
  ],
  views: ["more"],
});

const sized = <S extends { readonly size: number }>(state: S): S => ({
  ...state,
  size: Math.round(state.size),
});

const sizeWords = (size: number): string =>
  size === COUNT ? "all 1000 a step" : size === 1 ? "one a step" : `${size} a step`;
