/** Algebra that is needed is never refused, in derivations as short as they may be. */
import { describe, expect, it } from "vitest";
import { judgeLines } from "../../../grader/derivation/written/judge-derivation.ts";
import { inOrder } from "../../../grader/derivation/written/report.ts";
import { derivation, typed } from "./course.ts";

const tex = String.raw;

const D06 = "d06-mse-line";
const OUTER = tex`dL/dw = \frac1n \sum_i 2 (y_i - w x_i - b) \frac{d}{dw} (y_i - w x_i - b)`;

const NEEDED: readonly (readonly [slug: string, lines: readonly string[]])[] = [
  [
    "d09-sigmoid-slope",
    [
      tex`σ'(z) = -(1+e^{-z})^{-2} \frac{d}{dz}(1+e^{-z})`,
      tex`= \frac{e^{-z}}{(1+e^{-z})^2}`,
      tex`= \frac{1}{1+e^{-z}} \cdot \frac{e^{-z}}{1+e^{-z}}`,
      "= a (1 - a)",
    ],
  ],
  [
    "d09-sigmoid-slope",
    [
      tex`σ'(z) = -(1+e^{-z})^{-2} \frac{d}{dz}(1+e^{-z})`,
      tex`= \frac{e^{-z}}{(1+e^{-z})^2}`,
      tex`= \frac{1 + e^{-z} - 1}{(1+e^{-z})^2}`,
      tex`= \frac{1}{1+e^{-z}} - \frac{1}{(1+e^{-z})^2}`,
      "= a - a^2",
    ],
  ],
  [
    "d09-sigmoid-slope",
    [
      tex`σ'(z) = \frac{d}{dz} \frac{1}{1+e^{-z}}`,
      tex`= \frac{e^{-z}}{(1+e^{-z})^2}`,
      tex`= \frac{e^{-z}}{(1+e^{-z})^2} \cdot \frac{e^{z}}{e^{z}}`,
      tex`= \frac{1}{1+e^{-z}} \cdot \frac{1}{1+e^{z}}`,
      "= σ(z) σ(-z)",
      "= a (1 - a)",
    ],
  ],
  [
    D06,
    [
      OUTER,
      tex`= \frac1n \sum_i (2 y_i \frac{d}{dw} (y_i - w x_i - b) - 2 (w x_i + b) \frac{d}{dw} (y_i - w x_i - b))`,
      tex`= \frac1n \sum_i (-2 y_i x_i + 2 (w x_i + b) x_i)`,
    ],
  ],
  [
    D06,
    [
      tex`dL/dw = \frac{1}{n} \sum_i 2 e_i \frac{d e_i}{dw}`,
      tex`\frac{d e_i}{dw} = -x_i`,
      tex`dL/dw = -\frac2n \sum_i e_i x_i`,
    ],
  ],
  [
    "d20-tanh-slope",
    [
      tex`\frac{d}{dz} \tanh z = \frac{d}{dz} \frac{\sinh z}{\cosh z}`,
      tex`= \frac{\cosh^2 z - \sinh^2 z}{\cosh^2 z}`,
      tex`= 1 - \frac{\sinh^2 z}{\cosh^2 z}`,
      "= 1 - t^2",
    ],
  ],
  [
    "d20-tanh-slope",
    [
      tex`\frac{d}{dz} \tanh z = \frac{d}{dz} \frac{e^z - e^{-z}}{e^z + e^{-z}}`,
      tex`= \frac{(e^z + e^{-z})^2 - (e^z - e^{-z})^2}{(e^z + e^{-z})^2}`,
      tex`= \frac{4 e^z e^{-z}}{(e^z + e^{-z})^2}`,
      "= 1 - t^2",
    ],
  ],
  [
    "d12-bce-gradient",
    [
      tex`\nabla_w L = \frac1n \sum_i \nabla_w (\ln(1+e^{z_i}) - y_i z_i)`,
      tex`= \frac1n \sum_i (\hat y_i \nabla_w z_i - y_i \nabla_w z_i)`,
      tex`= \frac1n \sum_i (\hat y_i - y_i) \nabla_w z_i`,
      tex`= \frac1n \sum_i (\hat y_i - y_i) x_i`,
    ],
  ],
  [
    "d25-softmax-cross-entropy",
    [
      tex`∂J/∂z_{ij} = -\sum_c y_{ic} \frac{1}{p_{ic}} \frac{∂p_{ic}}{∂z_{ij}}`,
      tex`= -\sum_c y_{ic} \frac{1}{p_{ic}} p_{ic} (δ_{cj} - p_{ij})`,
      tex`= p_{ij} - y_{ij}`,
    ],
  ],
  [
    "d12-bce-gradient",
    [
      tex`\frac{∂L}{∂w_j} = \frac1n \sum_i \frac{∂}{∂w_j} [\ln(1+e^{z_i}) - y_i z_i]`,
      tex`= \frac1n \sum_i [\frac{e^{z_i}}{1+e^{z_i}} \frac{∂z_i}{∂w_j} - y_i \frac{∂z_i}{∂w_j}]`,
      tex`= \frac1n \sum_i [\hat y_i x_{ij} - y_i x_{ij}]`,
      tex`= \frac1n \sum_i (\hat y_i - y_i) x_{ij}`,
    ],
  ],
  [
    D06,
    [
      tex`∂_w L = \frac1n ∂_w (y - w x - b)^\top (y - w x - b)`,
      tex`= \frac1n \cdot 2 (y - w x - b)^\top \partial_w (y - w x - b)`,
      tex`= -\frac2n x^\top (y - w x - b)`,
    ],
  ],
  [
    D06,
    [
      tex`dL/dw = \frac1n \sum_i \frac{d}{dw} (y_i - ŷ_i)^2`,
      tex`= \frac1n \sum_i 2 (y_i - ŷ_i) \frac{d}{dw} (y_i - ŷ_i)`,
      tex`= \frac1n \sum_i 2 (y_i - ŷ_i) (-x_i)`,
      tex`= \frac2n \sum_i (ŷ_i - y_i) x_i`,
    ],
  ],
  [
    "d22-one-weight",
    [
      tex`\frac{∂L}{∂w^{h}_{ik}} = \frac{∂L}{∂a^{h}_i} a^{h}_i (1 - a^{h}_i) x_k`,
      tex`= \sum_j \frac{∂L}{∂a_j} \frac{∂a_j}{∂a^{h}_i} a^{h}_i (1 - a^{h}_i) x_k`,
      tex`= \sum_j \frac{∂L}{∂a_j} a_j (1 - a_j) w^{out}_{ji} a^{h}_i (1 - a^{h}_i) x_k`,
      tex`= \sum_j \frac2t (y_j - a_j) \frac{∂(y_j - a_j)}{∂a_j} a_j (1 - a_j) w^{out}_{ji} a^{h}_i (1 - a^{h}_i) x_k`,
      tex`= -\sum_j \frac2t (y_j - a_j) a_j (1 - a_j) w^{out}_{ji} a^{h}_i (1 - a^{h}_i) x_k`,
      tex`= \sum_j \frac2t (a_j - y_j) a_j (1 - a_j) w^{out}_{ji} a^{h}_i (1 - a^{h}_i) x_k`,
    ],
  ],
  ["d17-lagrange", [tex`∂L/∂v = \frac{∂}{∂v} (v^T C v) - λ \frac{∂}{∂v} (v^T v - 1)`, tex`= 2 C v - 2 λ v`]],
  [
    "d29-reverse-mode",
    [
      tex`\frac{∂y}{∂a} = (1 + \frac{d}{dv} \tanh v) \frac{∂v}{∂a}`,
      tex`= (1 + \frac{d}{dv} \tanh v) b`,
      tex`= (2 - \tanh^2 v) b`,
    ],
  ],
];

describe("needed algebra is in order:", () => {
  it.each(NEEDED)("%s: %j", async (slug, lines) => {
    const { given } = await derivation(slug);
    const { lines: said, isDone, way, end } = judgeLines(given, typed(lines), 1);
    expect(said.filter(({ status }) => !inOrder.includes(status))).toEqual([]);
    expect([way.says, end.says, isDone]).toEqual([expect.anything(), expect.anything(), true]);
  });
});
