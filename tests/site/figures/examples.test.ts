/** A figure begins with the numbers of its page's example: what the page reckons is what the picture shows. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { isFunction } from "../../../grader/derivation/example.ts";
import { CASES } from "../../../site/figures/fig05/sums.ts";
import { fig05c } from "../../../site/figures/fig05c.ts";
import { fig11b } from "../../../site/figures/fig11b.ts";
import { PAGE as PAGE_LAYERS } from "../../../site/figures/fig29/two-layers.ts";
import { PAGE as PAGE_STACK } from "../../../site/figures/fig32b/stack.ts";
import { PAGE as PAGE_REGRESSION } from "../../../site/figures/fig34b/network.ts";
import { PAGE as PAGE_OUTPUTS } from "../../../site/figures/fig46b.ts";
import { defaultsOf } from "../../../site/figures/frame/controls.ts";
import { linked } from "../../../site/figures/frame/example-link.ts";
import type { AnyFigure } from "../../../site/figures/frame/figure.ts";
import { type State, settledState } from "../../../site/figures/frame/model.ts";
import { renderStatic } from "../../../site/figures/frame/static.ts";
import { figures } from "../../../site/figures/index.ts";
import { pages } from "../../derivation/pages.ts";

/** A page, its figure, symbols of the example, and the controls that hold their numbers, in the same order. */
const LINKS = [
  ["mse-line", "fig08b", "w b \\eta", "w b eta"],
  ["two-inputs", "fig04", "x y h", "x y h"],
  ["vector-inputs", "fig05b", "X W h", "x w h"],
  ["linear-regression-graph", "fig05c", "W B", "weights"],
  ["gradient-descent", "fig07", "x \\eta t", "x1 x2 eta t0"],
  ["least-squares", "fig09", "\\theta", "w b"],
  ["likelihood", "fig12b", "y p", "labels p"],
  ["activations", "fig31", "z", "z"],
  ["network-mse", "fig33b", "A \\eta", "outputs eta"],
  ["momentum", "fig43b", "\\mu", "mu"],
  ["backprop-output", "fig46b", "b", "biases"],
  ["deep-gradients", "fig37b", "x p q r", "x weights"],
  ["slices", "fig34c", "w r", "w1 w2 w3 r"],
  ["training-step", "fig41b", "\\theta \\eta", "theta eta"],
  ["modules", "fig57", "m k t", "m k t"],
  ["tensors", "fig58", "A B", "a b"],
  ["neuron", "fig14b", "X w b \\theta", "points w1 w2 b theta"],
] as const;

function given(page: string, symbol: string): unknown {
  const { example } = pages.find(({ file }) => file.endsWith(`/${page}.md`)) ?? { example: [] };
  const found = example.find(({ name }) => name === symbol)?.value;
  if (found === undefined) throw new Error(`the example of ${page} has no ${symbol}`);
  return found;
}

const pageTexts = new Map(
  pages.map(({ file }) => [file, readFileSync(join(import.meta.dirname, "../../..", file), "utf8")]),
);

/** The figures that follow, with the page that shows each first. */
const FOLLOWING = Object.values(figures)
  .filter(({ example }) => example !== undefined)
  .map((figure) => {
    const page = pages.find((one) => pageTexts.get(one.file)?.includes(`\`\`\`figure\n${figure.id}\n`));
    return [figure.id, figure, page] as const;
  });

/** The picture where its run ends: a learning rate shows nothing before the first step. */
function atTheEnd(figure: AnyFigure, state: State) {
  const data = figure.compute(state);
  const { animation } = figure;
  const last = animation === undefined ? {} : { [animation.control]: animation.last(data, state) };
  return figure.draw(data, { ...state, ...last });
}

describe("a figure that follows the example", () => {
  it.each(FOLLOWING)("%s begins with its numbers, and goes along with others", (_, figure, page) => {
    const own = new Map(
      page?.example.map(({ name, value }) => [name, isFunction(value) ? [] : [value].flat(2)]),
    );
    const start = defaultsOf(figure.controls);
    const following = (numbers: ReadonlyMap<string, readonly number[]>) =>
      settledState(figure.controls, start, linked(figure, (symbol) => numbers.get(symbol) ?? []).changes);
    expect(following(own)).toEqual(start);
    const moved = new Set<string>();
    for (const [symbol, numbers] of own) {
      const halved = new Map([...own, [symbol, numbers.map((one) => (one === 1 ? 0 : one / 2))]]);
      const next = following(halved);
      const changed = Object.keys(next).filter((name) => next[name] !== start[name]);
      for (const name of changed) moved.add(name);
      // A symbol that no control shows changes none.
      if (changed.length > 0) expect(atTheEnd(figure, next)).not.toEqual(atTheEnd(figure, start));
    }
    expect(moved.size).toBeGreaterThan(0);
  });

  it.each(pages.map(({ file }) => [file.replace(/^.*\/|\.md$/g, ""), file]))(
    "is on each page, or the page says what its first figure shows: %s",
    (_, file) => {
      const ids = [...(pageTexts.get(file)?.matchAll(/^```figure\n(\w+)/gm) ?? [])].map(([, id = ""]) => id);
      const shown = ids.map((id) => figures[id] as AnyFigure);
      if (shown.some(({ example }) => example !== undefined)) return;
      const [first] = shown as [AnyFigure];
      expect(first.ownData).toMatch(/^The figure’s .*\.$/);
      expect(renderStatic(first)).toContain(first.ownData);
    },
  );

  it.each(FOLLOWING)("%s stays as it is for numbers of another shape", (_, figure) => {
    const start = defaultsOf(figure.controls);
    expect(linked(figure, () => [])).toEqual({ changes: {}, misfits: [] });
    const many = linked(figure, () => Array.from({ length: 40 }, (_, i) => i));
    const next = settledState(figure.controls, start, many.changes);
    expect(() => figure.draw(figure.compute(next), next)).not.toThrow();
  });
});

describe("a figure and its page's example", () => {
  it.each(LINKS)("begin with the same numbers: %s, %s", (page, id, symbols, controls) => {
    const state = defaultsOf(figures[id]?.controls ?? {}) as Readonly<Record<string, unknown>>;
    expect(controls.split(" ").flatMap((control) => state[control])).toEqual(
      symbols.split(" ").flatMap((symbol) => [given(page, symbol)].flat(2)),
    );
  });

  it("have the same matrices: matrix-inputs", () => {
    expect(CASES.page.X).toEqual(given("matrix-inputs", "X"));
    expect(CASES.page.W).toEqual(given("matrix-inputs", "W"));
  });

  it.each([
    ["dense-layer", PAGE_LAYERS],
    ["backprop-layers", PAGE_STACK],
    ["backprop-output", PAGE_OUTPUTS],
    ["regression-network", PAGE_REGRESSION],
  ] as const)("have the same matrices: %s", (page, matrices) => {
    for (const [symbol, numbers] of Object.entries(matrices))
      expect(numbers, symbol).toEqual(given(page, symbol));
  });

  it("have the same first picture: cross-entropy", () => {
    expect(defaultsOf(figures.fig39b?.controls ?? {}).scores).toEqual(
      (given("cross-entropy", "Z") as number[][])[0],
    );
  });

  it("have the same flats: linear-regression-graph and least-squares", () => {
    const state = defaultsOf(fig05c.controls);
    const flats = fig05c.table(fig05c.compute(state), state).rows.map((row) => row.slice(1, 4).map(Number));
    expect(flats.map((row) => row.slice(0, 2))).toEqual(given("linear-regression-graph", "X"));
    expect(flats.map((row) => row.slice(2))).toEqual(given("linear-regression-graph", "Y"));
    const points = defaultsOf(figures.fig09?.controls ?? {}).points as readonly number[];
    expect(points.filter((_, i) => i % 2 === 0)).toEqual([given("least-squares", "X")].flat(2));
    expect(points.filter((_, i) => i % 2 === 1)).toEqual(given("least-squares", "y"));
  });

  it("have the same first example: bce-logits", () => {
    const [x, w] = ["X", "w"].map((symbol) => [given("bce-logits", symbol)].flat(2) as number[]);
    const b = given("bce-logits", "b") as number;
    const [y] = given("bce-logits", "y") as number[];
    const { z, y: label } = defaultsOf(fig11b.controls);
    expect(z).toBe((x?.[0] ?? 0) * (w?.[0] ?? 0) + b);
    expect(label).toBe(y === 0 ? "zero" : "one");
  });
});
