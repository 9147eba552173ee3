/** Lines that are true and take nothing on fill no derivation. */
import { describe, expect, it } from "vitest";
import { judgeLines } from "../../../grader/derivation/written/judge-derivation.ts";
import { derivation, typed } from "./course.ts";

const tex = String.raw;

const D06 = "d06-mse-line";
const OUTER = tex`dL/dw = \frac1n \sum_i 2 (y_i - w x_i - b) \frac{d}{dw} (y_i - w x_i - b)`;
const END = tex`= -\frac2n \sum_i x_i (y_i - w x_i - b)`;

const MULTIPLIED_OUT = tex`= -\frac2n (\sum_i x_i y_i - w \sum_i x_i^2 - b \sum_i x_i)`;

/** One line fewer than is asked for, and others that say nothing. */
const PADDED: readonly (readonly [how: string, slug: string, lines: readonly string[]])[] = [
  [
    "times 1",
    D06,
    [OUTER, tex`= 1 \cdot \frac1n \sum_i 2 (y_i - w x_i - b) \frac{d}{dw} (y_i - w x_i - b)`, END],
  ],
  [
    "added and taken away",
    D06,
    [OUTER, tex`= \frac1n \sum_i 2 (y_i - w x_i - b) \frac{d}{dw} (y_i - w x_i - b) + w - w`, END],
  ],
  [
    "added and taken away in parts",
    D06,
    [OUTER, tex`= \frac1n \sum_i 2 (y_i - w x_i - b) \frac{d}{dw} (y_i - w x_i - b) + 2 w - w - w`, END],
  ],
  [
    "added and taken away in a bracket",
    D06,
    [
      OUTER,
      tex`= \frac1n \sum_i 2 (y_i - w x_i - b + x_i y_i - x_i y_i) \frac{d}{dw} (y_i - w x_i - b)`,
      END,
    ],
  ],
  [
    "times and divided",
    D06,
    [OUTER, tex`= \frac{n}{n} \frac1n \sum_i 2 (y_i - w x_i - b) \frac{d}{dw} (y_i - w x_i - b)`, END],
  ],
  [
    "multiplied out, and the rule applied to what was there before",
    D06,
    [
      OUTER,
      tex`= \frac1n \sum_i (2 y_i \frac{d}{dw} (y_i - w x_i - b) - 2 (w x_i + b) \frac{d}{dw} (y_i - w x_i - b))`,
      END,
    ],
  ],
  [
    "multiplied out and taken together again, and both again",
    D06,
    [
      tex`dL/dw = \frac1n \sum_i 2 e_i \frac{d}{dw} e_i`,
      tex`= -\frac2n \sum_i x_i (y_i - w x_i - b)`,
      tex`= -\frac2n \sum_i (x_i y_i - w x_i^2 - b x_i)`,
      tex`= \frac{-2}{n} \sum_i (y_i - w x_i - b) x_i`,
      tex`= -\frac2n \sum_i x_i y_i + \frac2n \sum_i x_i (w x_i + b)`,
      tex`= \frac{2}{n} \sum_i (-x_i) (y_i - w x_i - b)`,
    ].filter((_, k) => k !== 2 && k !== 4),
  ],
  [
    "what was put in stays, and falls away at the end",
    "d09-sigmoid-slope",
    [
      tex`σ'(z) = -(1+e^{-z})^{-2} \frac{d}{dz}(1+e^{-z})`,
      tex`= -(1+e^{-z})^{-2} \frac{d}{dz}(1+e^{-z}) + z - z`,
      tex`= a (1-a) + z - z`,
      "= a (1 - a)",
    ],
  ],
  ["multiplied out at the end", D06, [OUTER, END, MULTIPLIED_OUT]],
  [
    "multiplied out at the end, the rule of the square and its inside taken at once",
    D06,
    [
      tex`dL/dw = \frac1n \sum_i \frac{d}{dw} (y_i - w x_i - b)^2`,
      tex`= \frac1n \sum_i -2 x_i (y_i - w x_i - b)`,
      MULTIPLIED_OUT,
    ],
  ],
  [
    "the end in two halves",
    D06,
    [OUTER, END, tex`= -\frac1n \sum_i x_i (y_i - w x_i - b) - \frac1n \sum_i x_i (y_i - w x_i - b)`],
  ],
  ["a name for the end", D06, [tex`g := -\frac2n \sum_i x_i (y_i - w x_i - b)`, OUTER, END, "= g"]],
  [
    "in thirds, before the next line",
    "d09-sigmoid-slope",
    [
      tex`σ'(z) = -(1+e^{-z})^{-2} \frac{d}{dz}(1+e^{-z})`,
      tex`= \frac{e^{-z}}{(1+e^{-z})^2}`,
      tex`= \frac13 \frac{e^{-z}}{(1+e^{-z})^2} + \frac23 \frac{e^{-z}}{(1+e^{-z})^2}`,
      "= a (1 - a)",
    ],
  ],
  [
    "1/e^z for e^{-z}, before the line itself",
    "d20-tanh-slope",
    [
      tex`\frac{d}{dz} \tanh z = \frac{d}{dz} \frac{e^z - e^{-z}}{e^z + e^{-z}}`,
      tex`= 1 - \frac{(e^z - \frac{1}{e^z})^2}{(e^z + \frac{1}{e^z})^2}`,
      tex`= 1 - \frac{(e^z - e^{-z})^2}{(e^z + e^{-z})^2}`,
      "= 1 - t^2",
    ],
  ],
  [
    "a difference of two squares that is four times the line",
    "d20-tanh-slope",
    [
      tex`\frac{d}{dz} \tanh z = \frac{d}{dz} \frac{\sinh z}{\cosh z}`,
      tex`= \frac{(1 - \frac{\sinh^2 z}{\cosh^2 z} + z)^2 - (1 - \frac{\sinh^2 z}{\cosh^2 z} - z)^2}{4 z}`,
      tex`= 1 - \frac{\sinh^2 z}{\cosh^2 z}`,
      "= 1 - t^2",
    ],
  ],
  [
    "a square below the line as a product",
    "d09-sigmoid-slope",
    [
      tex`σ'(z) = \frac{0 - \frac{d}{dz}(1+e^{-z})}{(1+e^{-z}) (1+e^{-z})}`,
      tex`= \frac{0 - \frac{d}{dz}(1+e^{-z})}{(1+e^{-z})^2}`,
      tex`= \frac{e^{-z}}{(1+e^{-z})^2}`,
      tex`= \frac{1+e^{-z}-1}{(1+e^{-z})^2}`,
      "= a (1 - a)",
    ],
  ],
  [
    "e^{-z} in two halves",
    "d20-tanh-slope",
    [
      tex`\frac{d}{dz} \tanh z = \frac{d}{dz} \frac{e^z - e^{-z/2} e^{-z/2}}{e^z + e^{-z}}`,
      tex`= \frac{d}{dz} \frac{e^z - e^{-z}}{e^z + e^{-z}}`,
      tex`= \frac{(e^z + e^{-z})^2 - (e^z - e^{-z})^2}{(e^z + e^{-z})^2}`,
      "= 1 - t^2",
    ],
  ],
  [
    "a difference turned round",
    D06,
    [
      tex`dL/dw = \frac1n \sum_i 2 (-(ŷ_i - y_i)) \frac{d}{dw} (-(ŷ_i - y_i))`,
      tex`= \frac1n \sum_i 2 (y_i - ŷ_i) \frac{d}{dw} (y_i - ŷ_i)`,
      tex`= -\frac2n \sum_i x_i (y_i - ŷ_i)`,
    ],
  ],
  [
    "the sign of a difference pulled before its sum",
    D06,
    [OUTER, END, tex`= \frac2n \sum_i x_i (w x_i + b - y_i)`],
  ],
  [
    "rules for what nobody asked about",
    D06,
    [tex`\frac{d}{dw} w^2 = 2 w`, tex`\frac{d}{dw} b = 0`, tex`\frac{d}{dw} w = 1`, OUTER, END],
  ],
  ["the definition copied out beside it", D06, [tex`L = \frac1n \sum_i (y_i - w x_i - b)^2`, OUTER, END]],
  [
    "times the identity",
    "d17-lagrange",
    [tex`\frac{\partial L}{\partial v} = 2 C I v - 2 \lambda I v`, tex`= 2 C v - 2 \lambda v`],
  ],
  [
    "the identity in a bracket",
    "d17-lagrange",
    [tex`\frac{\partial L}{\partial v} = 2 C v - 2 \lambda v`, tex`= 2 (C - \lambda I) v`],
  ],
  [
    "an indicator of what always holds",
    "d17-lagrange",
    [tex`\frac{\partial L}{\partial v} = 2 C v - 2 \lambda v \mathbb{1}[1 = 1]`, tex`= 2 C v - 2 \lambda v`],
  ],
  [
    "a place where it is anyway",
    "d17-lagrange",
    [
      tex`\frac{\partial L}{\partial v} = (2 C v - 2 \lambda v) |_{\lambda = \lambda}`,
      tex`= 2 C v - 2 \lambda v`,
    ],
  ],
  [
    "a word below a brace",
    "d17-lagrange",
    [
      tex`\frac{\partial L}{\partial v} = 2 C v - \underbrace{2 \lambda v}_{\text{the rest}}`,
      tex`= 2 C v - 2 \lambda v`,
    ],
  ],
];

describe("is not counted toward the lines asked for:", () => {
  it.each(PADDED)("%s (%s)", async (_, slug, lines) => {
    const { given } = await derivation(slug);
    const { way, isDone, lines: said } = judgeLines(given, typed(lines), 1);
    expect({ isDone, isLongEnough: way.isLongEnough, stati: said.map(({ status }) => status) }).toMatchObject(
      {
        isDone: false,
        isLongEnough: false,
      },
    );
  });
});
