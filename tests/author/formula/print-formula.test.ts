import { describe, expect, it } from "vitest";
import { printFormula } from "../../../grader/author/formula/print-formula.ts";

const raw = String.raw;

describe("printFormula", () => {
  it.each([
    ["a derivative without brackets", raw`\frac{\partial L}{\partial w}`, "∂L/∂w"],
    ["a second derivative", raw`\frac{\partial^2 f}{\partial x^2}`, "∂²f/∂x²"],
    ["a mean", raw`\frac{1}{n} \sum_{i=1}^{n} (y_i - \hat y_i)^2`, "(1/n) Σᵢ₌₁ⁿ (yᵢ − ŷᵢ)²"],
    ["a fraction alone on its side", raw`\sigma(z) = \frac{1}{1 + e^{-z}}`, "σ(z) = 1/(1 + e⁻ᶻ)"],
    ["a fraction of sums", raw`\frac{f(x+h) - f(x-h)}{2h}`, "(f(x + h) − f(x − h))/(2h)"],
    ["fractions in fractions", raw`\frac{a/b}{c} + \frac{\frac{a}{b}}{2n}`, "(a/b)/c + (a/b)/(2n)"],
    ["a squared fraction", raw`\left(\frac{a}{b}\right)^2 - \frac ab c`, "(a/b)² − (a/b) c"],
    ["a minus before one operand", raw`-\frac1n \sum_i \ln \hat y_i`, "−(1/n) Σᵢ ln ŷᵢ"],
    ["names of functions", raw`\ln(1 + e^z) \le \max(0, z)`, "ln(1 + eᶻ) ≤ max(0, z)"],
    ["primes", raw`f'(x) + f''(x)`, "f′(x) + f″(x)"],
    ["a transpose and entries", raw`\delta W_{out}^\top \odot (1 - H)`, "δ Wₒᵤₜᵀ ⊙ (1 − H)"],
    ["the letter T for a transpose", raw`Z^T Z`, "Zᵀ Z"],
    ["roots", raw`\sqrt n + \sqrt{2\pi}`, "√n + √(2π)"],
    ["a norm", raw`\|x - y\|_2 = |x| + |y|`, "‖x − y‖₂ = |x| + |y|"],
    ["an index that Unicode lacks", raw`e^{z_c} / \sum_{c \in C} W_q`, "e^(z_c)/Σ_(c ∈ C) W_q"],
    ["a layer's number", raw`a^{(l)} = x^{[1]}`, "a⁽ˡ⁾ = x^[1]"],
    ["a bound with dots", raw`V_{1 \ldots d}`, "V_(1…d)"],
    ["a long exponent", raw`e^{-(w x + b)}`, "e^(−(w x + b))"],
    ["a gradient by a letter without a small form", raw`\nabla_w L`, "∇_w L"],
    ["a dot between operands", raw`\bar v_j \cdot x \times y`, "v̄ⱼ·x × y"],
    ["words and gaps", raw`L \text{ of } w, \quad n \in \mathbb{N}`, "L of w,  n ∈ ℕ"],
    ["an assignment", raw`w \leftarrow w - \eta \nabla L`, "w ← w − η ∇L"],
    ["a name of letters", raw`\operatorname{softplus}(z) \ne \mathrm{MSE}`, "softplus(z) ≠ MSE"],
  ])("prints %s", (_, tex, text) => {
    expect(printFormula(tex)).toBe(text);
  });

  it.each([
    ["cases", raw`\begin{cases} 1 & z \ge 0 \\ 0 & z < 0 \end{cases}`, "cases or a matrix"],
    ["a binomial coefficient", raw`\binom n k`, "a binomial coefficient"],
    ["a sign without a letter", raw`\clubsuit`, raw`\clubsuit`],
    ["what is no LaTeX", raw`\frac{`, "Unexpected end of input"],
    ["a text in which \\f is a form feed", "\frac{1}{n}", "a command lost its backslash"],
    ["a text in which \\s is an s", "sigma(z)", "the word sigma: a command needs its backslash"],
    ["a name without braces", raw`softplus(z)`, raw`the word softplus: `],
    ["a formula wider than a comment", raw`a + b + c + d + `.repeat(7), "it takes 111 columns"],
  ])("refuses %s", (_, tex, says) => {
    expect(() => printFormula(tex)).toThrow(says);
  });
});
