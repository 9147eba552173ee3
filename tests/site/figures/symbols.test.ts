/** The principal symbols of a page in the drawings of its figures: the look that they have in its formulas. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Page } from "../../../grader/derivation/page.ts";
import { defaultsOf } from "../../../site/figures/frame/controls.ts";
import { dresserOf, wordsHtml } from "../../../site/figures/frame/dressed.ts";
import type { AnyFigure } from "../../../site/figures/frame/figure.ts";
import { looksFrom, looksOf, looksText } from "../../../site/figures/frame/looks.ts";
import { modelOf, type State } from "../../../site/figures/frame/model.ts";
import { handle, type Mark, text } from "../../../site/figures/frame/scene.ts";
import { panelText } from "../../../site/figures/frame/svg-text.ts";
import { figures } from "../../../site/figures/index.ts";
import { looksOfPage } from "../../../site/generator/derivation/looks-of-page.ts";
import { pages } from "../../derivation/pages.ts";

const root = join(import.meta.dirname, "../../..");

/** The principal symbols that the figures of each page draw. */
const DRAWN: Readonly<Record<string, string>> = {
  activations: "z  t",
  adaline: "X,x  y  w  b  L",
  adam: "\\theta",
  "backprop-hidden": "W^o,w^o  \\delta^o  \\delta^h",
  "backprop-layers": "A_1  A_2  \\delta_3,r  \\delta_2,q  \\delta_1",
  "backprop-one-weight": "w^{h}  w^{out}  a  L  \\delta",
  "backprop-output": "Y,y  A,a  \\delta",
  "bce-gradient": "y  w  b  z  \\hat y",
  "bce-logits": "y  z  \\ell  s",
  "chain-rule": "f  x  F",
  covariance: "X,x  D,d  \\mu  C,c  v",
  "cross-entropy": "Z,z  P,p  Y,y",
  "data-sets": "x  y",
  "decision-line": "X,x  w  b  z  p",
  "deep-gradients": "G,g",
  "dense-layer": "X,x  W,w  b",
  derivative: "f  x  h  D",
  distances: "p  q  r  e  h",
  eigenvectors: "\\lambda  v",
  "gradient-check": "h  a  b",
  "gradient-descent": "x  f  \\eta  g",
  "hinge-loss": "x  y  w  b  s",
  hyperplane: "w  b  p  d  s",
  initialisation: "",
  "k-means": "X,x  C,c  R,r  J",
  "least-squares": "y  \\theta  \\theta^*  R",
  likelihood: "y  p  P  L",
  "linear-regression-graph": "X,x  W,w  P,p  L  G,g",
  "matrix-inputs": "X,x  W,w  S,s  L  \\delta",
  "mini-batches": "a  b  \\bar a  \\bar b",
  modules: "N  P",
  momentum: "\\theta  M  \\mu",
  "mse-line": "x  y  w  b  L",
  "network-mse": "Y,y  A,a",
  neuron: "X,x  w  b  z  \\hat y",
  pca: "X,x  Z,z  C  v  \\lambda",
  perceptron: "x  w  z  \\hat y",
  reconstruction: "V,v  Z,z  T,t",
  "regression-network": "X,x  y  W_2,v  O,o",
  "reverse-mode": "a  b  c",
  sigmoid: "z  a",
  slices: "w  r",
  "softmax-network": "H  \\hat Y,\\hat y  J  \\delta^o",
  softmax: "z  s",
  "stochastic-descent": "w",
  tensors: "A,a  B,b  \\bar C,\\bar c",
  "training-step": "\\theta  \\eta  g",
  "two-inputs": "x  y  a  s  f",
  "vector-inputs": "X,x  W,w  N  S",
  "weight-angle": "w  x",
};

const nameOf = (file: string): string => file.replace(/^.*\/|\.md$/g, "");

/** The start, and what each preset, each choice and each toggle leads to. */
function statesOf({ controls, presets = [] }: AnyFigure): State[] {
  const start = defaultsOf(controls);
  const turned = Object.entries(controls).flatMap(([name, control]): State[] =>
    control.kind === "toggle"
      ? [{ [name]: !control.value }]
      : control.kind === "choice"
        ? Object.keys(control.options).map((option) => ({ [name]: option }))
        : [],
  );
  return [{}, ...presets.map(({ state }) => state as State), ...turned].map((changes) => ({
    ...start,
    ...changes,
  }));
}

/** Those of some symbols that no drawing of a page's figures shows, in none of their states. */
function missingOn(page: Page, wanted: ReadonlySet<string>): string[] {
  const source = readFileSync(join(root, page.file), "utf8");
  const ids = [...source.matchAll(/^```figure\n(\w+)/gm)].map(([, id = ""]) => id);
  const looks = looksOfPage(page);
  const missing = new Set(wanted);
  for (const figure of ids.map((id) => figures[id] as AnyFigure))
    for (const state of statesOf(figure)) {
      // A run takes long, and one more shows nothing new.
      if (missing.size === 0) return [];
      const model = modelOf(figure, state);
      const html = figure
        .draw(model.data, model.state)
        .map((panel) => panelText(figure.id, panel, looks))
        .join("");
      for (const [, s] of html.matchAll(/data-s="(\d+)" data-look/g))
        missing.delete(page.symbols[Number(s)]?.names.join(",") ?? "");
    }
  return [...missing];
}

describe("the drawings of a page's figures", () => {
  it.each(pages.map((page) => [nameOf(page.file), page] as const))(
    "show its principal symbols as its formulas do: %s",
    (name, page) => {
      const wanted = new Set(DRAWN[name]?.split("  ").filter((one) => one !== ""));
      const principal = page.symbols.filter(({ isPrincipal }) => isPrincipal);
      expect(principal.map(({ names }) => names.join(","))).toEqual(expect.arrayContaining([...wanted]));
      expect(missingOn(page, wanted)).toEqual([]);
    },
  );
});

it("are two of three or more, of those with a look on a page", () => {
  const count = (all: readonly string[]): number => all.flatMap((one) => one.match(/\S+/g) ?? []).length;
  const principal = pages.flatMap(({ symbols }) => symbols.filter(({ isPrincipal }) => isPrincipal));
  expect(Object.keys(DRAWN).sort()).toEqual(pages.map(({ file }) => nameOf(file)).sort());
  expect(count(Object.values(DRAWN)) / principal.length).toBeGreaterThan(2 / 3);
});

describe("a symbol in a figure's words", () => {
  const looks = looksOf(
    new Map([
      ["a", { s: 0, look: 1 }],
      ["w", { s: 1, look: 2 }],
      ["w^{out}", { s: 2, look: 3 }],
      ["wᵒᵘᵗ", { s: 2, look: 3 }],
      ["n", { s: 3 }],
    ]),
  );
  const symbols = (words: string): string[] =>
    looks.split(words).flatMap(([part, look]) => (look === undefined ? [] : [part]));

  it.each([
    ["2η(a − w)", ["a", "w"]],
    ["a step along w₁", ["w"]],
    ["a: drag", ["a"]],
    ["over a₁", ["a"]],
    ["a, what σ gets", ["a"]],
    ["vᵀ w", ["w"]],
    ["wᵀ x", ["w"]],
    ["wᵒᵘᵗ₁₁ = 0.5", ["wᵒᵘᵗ"]],
    ["now, how long", []],
    ["n examples", []],
  ])("is found where it stands for itself: %s", (words, found) => {
    expect(symbols(words)).toEqual(found);
  });

  it("goes to the page and comes back with its number and look", () => {
    expect([...looksFrom(looksText(looks)).named]).toEqual(
      [...looks.named].map(([name, { s, look }]) => [name, { s, look }]),
    );
  });

  it("is escaped like any other word", () => {
    expect(wordsHtml("w < 1 & so on", looks)).toBe('<i data-s="1" data-look="2">w</i> &lt; 1 &amp; so on');
  });

  it("leaves a mark without symbols the object that it was, and dresses one mark once", () => {
    const dressed = dresserOf(looks);
    const [plain, named] = [text(0, 0, "loss"), text(0, 0, "slope w")];
    expect(dressed(plain)).toBe(plain);
    expect(dressed(named)).toBe(dressed(named));
    const [, tspan] = dressed(named).children as [string, Mark];
    expect(tspan.attributes).toEqual({ "data-s": 1, "data-look": 2 });
  });

  it("is what a handle moves, by its own words", () => {
    const dressed = dresserOf(looks);
    expect(dressed(handle("start", "Weight w", 0, 0)).attributes).toMatchObject({ "data-s": 1 });
    expect(dressed(handle("start", "Start", 0, 0, "", "w₁ = 2")).attributes).toMatchObject({ "data-s": 1 });
    expect(dressed(handle("start", "A place", 0, 0, "", "2 on the left")).attributes).not.toHaveProperty(
      "data-s",
    );
  });

  it("is marked in a text of the drawing that says so itself", () => {
    const mark = dresserOf(looks)(text(0, 0, "weights out", { "data-symbol": "w^{out}" }));
    expect(mark.attributes).toMatchObject({ "data-s": 2, "data-look": 3 });
    expect(mark.children).toEqual(["weights out"]);
  });
});
