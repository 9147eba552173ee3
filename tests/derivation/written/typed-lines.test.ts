/** What students type is read, or told how it is written. */
import { describe, expect, it } from "vitest";
import { judgeLines } from "../../../grader/derivation/written/judge-derivation.ts";
import { derivation, typed } from "./course.ts";

const tex = String.raw;
const { given: line } = await derivation("d06-mse-line");
const { given: sigmoid } = await derivation("d09-sigmoid-slope");
const { given: bce } = await derivation("d12-bce-gradient");
const { given: softmax } = await derivation("d25-softmax-cross-entropy");
const { given: layers } = await derivation("d22-one-weight");

const lastOf = (given: typeof line, ...lines: string[]) => judgeLines(given, typed(lines), 1).lines.at(-1);

/** Read and true, but the slope of the sigmoid is written down at once. */
const AT_ONCE: ReadonlySet<string> = new Set(["σ(z)(1-σ(z))", "sigma(z), spelled", "σ′ without an argument"]);

describe("a typed line is read and held:", () => {
  it.each([
    ["dL/dw, 2/n, a sum without an index", line, [tex`dL/dw = 1/n \sum d/dw (y_i - (w x_i + b))^2`]],
    [tex`\frac{dL}{dw}`, line, [tex`\frac{dL}{dw} = \frac{1}{n} \sum_i 2 e_i \frac{d}{dw} e_i`]],
    ["2*w*x", line, ["d/dw (w^2) = 2*w"]],
    ["X^T (Xw - y)", bce, [tex`\nabla_w (\frac12 (Xw - y)^T (Xw - y)) = X^T (Xw - y)`]],
    ["exp(-z)", sigmoid, ["d/dz (1 + exp(-z)) = -exp(-z)"]],
    ["e^-z", sigmoid, ["d/dz (1 + e^-z) = -e^-z"]],
    ["e^(-z)", sigmoid, ["d/dz (1 + e^(-z)) = -e^(-z)"]],
    ["σ(z)(1-σ(z))", sigmoid, ["σ'(z) = σ(z)(1-σ(z))"]],
    ["sigma(z), spelled", sigmoid, ["sigma'(z) = sigma(z)(1-sigma(z))"]],
    ["σ′ without an argument", sigmoid, ["σ′ = σ(z)(1-σ(z))"]],
    ["∂_w L", line, ["∂_w L = 2/n Σ_i e_i · ∂_w e_i"]],
    [tex`\partial_{z_i}`, bce, [tex`\partial_{z_i} (\ln(1 + e^{z_i}) - y_i z_i) = σ(z_i) - y_i`]],
    [tex`\Big(`, line, [tex`dL/dw = \frac2n \sum_i \Big(e_i\Big) \frac{d}{dw} \Big(y_i - w x_i - b\Big)`]],
    [
      "a transposed bracket, times another one",
      line,
      [tex`dL/dw = \frac1n \frac{d}{dw} (y - w x - b)^T (y - w x - b)`],
    ],
    ["∂L/∂w", line, ["∂L/∂w = 2/n Σ_i e_i · ∂/∂w(e_i)"]],
    ["∂ in the middle", line, ["∂L/∂w = 2/n Σ e_i ∂e_i/∂w"]],
    ["vectors below a sum", line, [tex`dL/dw = 1/n \sum d/dw (y - \hat{y})^2`]],
    ["Σ and ²", line, ["∂L/∂w = 1/n Σ ∂/∂w (y_i − ŷ_i)²"]],
    ["yhat", line, ["dL/dw = 1/n Σ d/dw (y_i - yhat_i)^2"]],
    ["bold letters", line, [tex`dL/dw = \frac1n \frac{d}{dw} \mathbf{e}^T \mathbf{e}`]],
    [tex`\vec x`, line, [tex`dL/dw = \frac2n \vec{e}^T \frac{d \vec{e}}{dw}`]],
    ["a line that starts with =", line, ["dL/dw = 2/n Σ e_i ∂e_i/∂w", "= 2/n Σ e_i (-x_i)"]],
    ["a line without a sign", line, ["2/n Σ e_i ∂e_i/∂w"]],
    ["a = b = c", line, ["dL/dw = 1/n Σ ∂/∂w e_i^2 = 2/n Σ e_i ∂e_i/∂w"]],
    ["a quotient behind d/dz", sigmoid, ["σ'(z) = d/dz 1/(1 + e^-z)"]],
    ["dL/dŷ dŷ/dw, side by side", bce, ["∂ℓ_i/∂w_j = ∂ℓ_i/∂z_i ∂z_i/∂w_j"]],
    ["a quotient before a derivative", softmax, ["∂J/∂z_ij = -Σ_c y_ic/p_ic ∂p_ic/∂z_ij"]],
    [
      "a function before a derivative",
      sigmoid,
      [tex`\frac{d}{dz} \sinh^2 z = 2 \sinh z \frac{d \sinh z}{dz}`],
    ],
    ["a mean behind d/dw", line, ["dL/dw = d/dw 1/n Σ (y_i - w x_i - b)^2"]],
    ["a mean in a derivative", line, [tex`dL/dw = d/dw (\sum_i (y_i - w x_i - b)^2)/n`]],
    ["a number times what is derived", sigmoid, ["d/dz 2 · z = 2"]],
    ["a name of a layer", layers, [tex`δ^{(2)}_j := a_j - y_j`, tex`\frac{∂L}{∂a_j} = \frac2t δ^{(2)}_j`]],
    [
      tex`δ_jw^{out}_{ji}`,
      layers,
      [tex`δ_j := \frac{∂L}{∂z_j}`, tex`\frac{∂L}{∂a^h_i} = \sum_jδ_jw^{out}_{ji}`],
    ],
    [tex`\sum_ke^{z_{ik}}`, softmax, [tex`\frac{∂}{∂z_{ij}} \sum_ke^{z_{ik}} = e^{z_{ij}}`]],
    ["√", sigmoid, ["d/dz √(1 + z^2) = z / √(1 + z^2)"]],
    ["**", sigmoid, ["d/dz z**2 = 2*z"]],
    [
      "a full stop, a tag, a remark",
      line,
      [tex`dL/dw = \frac2n \sum e_i \frac{\partial e_i}{\partial w} \quad \text{by the chain rule} \tag{1}`],
    ],
    [
      "what a formula editor writes",
      sigmoid,
      [tex`\frac{\differentialD}{\differentialD z}\left(1+\exponentialE^{-z}\right)=-\exponentialE^{-z}`],
    ],
    ["characters without a look", line, ["dL/dw = 2/n Σ e_i\u200b ∂e_i/∂w\u2062"]],
    ["hard spaces", line, ["dL/dw\u00a0=\u20092/n Σ e_i ∂e_i/∂w"]],
    ["d where d is a size", layers, [tex`\frac{dL}{da_j} = \frac{2}{t} (a_j - y_j)`]],
  ] as const)("%s", (what, given, lines) => {
    expect(lastOf(given, ...lines)?.status).toBe(AT_ONCE.has(what) ? "jump" : "holds");
  });

  it("and a wrong one beside it does not hold", () => {
    for (const [given, wrong] of [
      [line, tex`dL/dw = 1/n \sum d/dw (y_i - (w x_i - b))^2`],
      [line, tex`dL/dw = 1/n \sum d/dw (y + \hat{y})^2`],
      [sigmoid, "d/dz (1 + e^-z) = e^-z"],
      [sigmoid, "σ′ = σ(z)(1+σ(z))"],
      [sigmoid, "σ'(z) = d/dz 1/(1 - e^-z)"],
      [bce, "∂ℓ_i/∂w_j = ∂ℓ_i/∂ŷ_i ∂z_i/∂w_j"],
      [sigmoid, tex`\frac{d}{dz} \sinh^2 z = \sinh z \frac{d \sinh z}{dz}`],
      [softmax, tex`\frac{∂}{∂z_{ij}} \sum_ke^{z_{ik}} = 1`],
      [sigmoid, "d/dz √(1 + z^2) = 1 / √(1 + z^2)"],
      [layers, tex`\frac{dL}{da_j} = \frac{2}{d} (a_j - y_j)`],
    ] as const)
      expect(lastOf(given, wrong)?.status).toBe("false");
  });
});

describe("what cannot be read says how it is written, with its place:", () => {
  it.each([
    ["= q", "q is not declared.", "q"],
    [tex`= \frac{1}{2} fo(w)`, "f is not declared", undefined],
    ["= e^-2w", "put the whole exponent in braces", undefined],
    ["= 1/2w x_1", "has two readings", undefined],
    ["= 2 x_1 + … + x_n", "write the sum with \\sum", undefined],
    [tex`\sum x_i \le 2`, "a derivation goes from side to side by =", undefined],
    ["= √2w", "write \\sqrt{…}", undefined],
    [tex`= \lim_{h \to 0} w`, "is a limit", tex`\lim`],
    ["= 50 % w", "% begins a comment", "%"],
    [tex`= \sum_l w`, "How far l runs is not declared", undefined],
    [tex`= \left(w\right)'`, tex`is derived by \frac{d}{dz}`, undefined],
    ["r_l := w", "A name of your own has plain indices", undefined],
    ["w := 2", "w has a meaning already", undefined],
    ["r^2 := w", "is raised in a name of your own is a letter without a meaning", undefined],
    ["r^T := w", "is raised in a name of your own is a letter without a meaning", undefined],
    ["dL = 2 w", "a differential has no number of its own", undefined],
    [tex`= \frac{x}{e}`, "write an entry by its index", undefined],
  ])("%s", (text, says, part) => {
    const last = lastOf(line, "dL/dw = 2/n Σ e_i ∂e_i/∂w", text);
    expect(last?.status).toBe("unread");
    expect(last?.says).toContain(says);
    if (part !== undefined) expect(text.slice(last?.place?.from, last?.place?.to)).toBe(part);
  });
});

it("what a derivative is taken of, or by, is asked where it has two readings, or none", () => {
  for (const [text, says] of [
    ["σ'(z) = d/dz e^z/(1 + e^z)", "before a quotient has two readings"],
    ["dz/da = 1/(a (1 - a))", "z is no function of a"],
  ] as const)
    expect(lastOf(sigmoid, text)).toMatchObject({ status: "unread", says: expect.stringContaining(says) });
});

it("a chain that begins with the end is told where to begin", () => {
  const last = lastOf(sigmoid, "a (1 - a) = σ(z) (1 - σ(z)) = σ'(z)");
  expect(last?.status).toBe("jump");
  expect(last?.says).toContain("Begin with what is to be derived");
});

it("what was written otherwise beside it may be derived so, and counts once", () => {
  const [beside, derived] = [
    tex`\ln σ(z) = -\ln(1 + e^{-z})`,
    tex`d/dz \ln σ(z) = \frac{e^{-z}}{1 + e^{-z}}`,
  ];
  expect(lastOf(sigmoid, derived)?.status).toBe("jump");
  expect(lastOf(sigmoid, beside, derived)?.status).toBe("holds");
  expect(lastOf(sigmoid, tex`\ln σ(z) = -\ln(2 + e^{-z})`, derived)?.status).toBe("jump");
});

it("a line that is being typed is not finished, and never false", () => {
  const whole = tex`\frac{\partial L}{\partial w} = \frac{1}{n} \sum_{i=1}^{n} 2 \left(y_i - (w x_i + b)\right) \cdot \frac{\partial}{\partial w} \left(y_i - (w x_i + b)\right)`;
  for (const open of [
    "dL/dw =",
    "dL/dw = -",
    tex`dL/dw = \frac{1}{n} \sum`,
    tex`dL/dw = \frac{1}{n} \sum_{i=1}^{n} 2 (y_i - `,
    tex`dL/dw = \fra`,
    tex`dL/dw = \frac{1}{}`,
    "dL/dw = 2/n Σ e_i ∂",
    tex`dL/dw = \placeholder{}`,
    tex`dL/dw = \frac{d}{dw}`,
  ])
    expect([open, lastOf(line, open)?.status]).toEqual([open, "unfinished"]);
  // Whatever has been typed of a right line is either not finished, or a line of its own.
  const stati = new Set<string | undefined>();
  for (let k = 30; k < whole.length; k += 9) {
    const text = whole.slice(0, k);
    const open =
      (text.match(/\(/g) ?? []).length > (text.match(/\)/g) ?? []).length || /[-+=\\{(^_]$/.test(text.trim());
    if (open) stati.add(lastOf(line, text)?.status);
  }
  expect([...stati]).toEqual(["unfinished"]);
});
