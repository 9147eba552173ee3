/** What people type: read where it has one reading, and else refused with a sentence that names the mend. */
import { describe, expect, it } from "vitest";
import { checkPage } from "../../grader/derivation/check-page.ts";
import { pageOf } from "../../grader/derivation/page.ts";

const tex = String.raw;

const symbols = tex`n : size  examples
m : size  features
i : index n  an example
j : index m  a feature
X, x : n m real  inputs
y : n real  targets
u : n real  one input of each example
v : m real  weights
k : m real  others
W^o : m n real  weights of the output
A : m m real  a matrix
q : real  a number
b : real  another
r : positive  a positive number
z : n given $X v$  net inputs
\hat y : n given $\sigma(z)$  predictions
f : function  a smooth function
g : function  another
w : real  slope
L : defined  loss
F : defined  a function of one number`;
const loss = tex`L(w, b) = \frac{1}{n} \sum_{i=1}^{n} (y_i - (w u_i + b))^2`;

/** The faults of a page with these displays. */
const faultsOf = (displays: readonly string[], declared = symbols): string[] =>
  checkPage(
    pageOf(
      ["```symbols", declared, "```", ...displays.map((one) => `$$${one}$$\n`)]
        .join("\n")
        .replaceAll("\n", "\r\n"),
      "page",
    ),
  )
    .faults.map(({ what }) => what)
    .filter((what) => !what.startsWith("nothing holds the formula"));

describe("what people type is read:", () => {
  it.each([
    ["dL/dw", tex`dL/dw = -2/n \sum_i u_i (y_i - (w u_i + b))`, tex`dL/dw = -2/n \sum_i (y_i - (w u_i + b))`],
    [
      "∂L/∂w",
      tex`∂L/∂w = -2/n \sum_i u_i (y_i - (w u_i + b))`,
      tex`∂L/∂b = -2/n \sum_i u_i (y_i - (w u_i + b))`,
    ],
    ["∂²L/∂w∂b", tex`∂²L/∂w∂b = 2/n \sum_i u_i`, tex`∂²L/∂w∂b = 1/n \sum_i u_i`],
    ["d²L/dw²", tex`d^2 L/dw^2 = 2/n \sum_i u_i^2`, tex`d^2 L/dw^2 = 2/n \sum_i u_i`],
    ["d/dw of a bracket", tex`d/dw (w^2 + b) = 2w`, tex`d/dw (w^2 + b) = 2w + 1`],
    [
      "\\frac{dL}{dw}",
      tex`\frac{dL}{dw} = -\frac{2}{n} \sum_i u_i (y_i - w u_i - b)`,
      tex`\frac{dL}{dw} = 0`,
    ],
    ["2*w*b", "2*w*b = 2 b w", "2*w*b = 3 b w"],
    ["X^T", tex`X^T (Xv - y) = X^\top (z - y)`, tex`X^T (Xv - y) = X^\top (z + y)`],
    ["Xᵀ and X^⊤", "Xᵀ y = X^⊤ (y + 0 y)", "Xᵀ y = X^⊤ (y + y)"],
    ["exp(−q)", "exp(-q) = e^{-q}", "exp(-q) = e^{q}"],
    [
      "ln, tanh, max, sqrt",
      tex`ln(r) + tanh(q) + max(0, q) = \ln r + \tanh q + \max(0, q)`,
      "ln(r) = tanh(r)",
    ],
    ["σ(q)(1−σ(q))", tex`σ(q)(1-σ(q)) = \sigma'(q)`, tex`σ(q)(1−σ(q)) = \sigma(q)`],
    ["ŷ, ·, ′, −, ≤", tex`ŷ_i · 1 − 0 = \hat y_i = \sigma(z_i)`, tex`ŷ_i = \sigma′(z_i)`],
    ["1/n Σ", tex`1/n \sum_i y_i = \frac{1}{n} \sum_{i=1}^{n} y_i`, tex`1/n \sum_i y_i = \sum_i y_i`],
    [
      "a sum over two indices",
      tex`\sum_{i,j} x_{ij} = 1^\top X \mathbf{1}`,
      tex`\sum_{i,j} x_{ij} = 1^\top y`,
    ],
    ["f′(q)", tex`f'(q) = \frac{d}{dq} f(q)`, "f'(q) = f(q)"],
    ["F′ of what is defined", "F(q) = q^3 + b, F'(q) = 3 q^2", "F(q) = q^3 + b, F'(q) = 3 q"],
    ["bold letters", tex`\mathbf{v}^T \boldsymbol{k} = v \cdot k`, tex`\mathbf{v}^T \mathbf{k} = v \cdot v`],
    ["a = b = c", "2 q = q + q = 3 q - q", "2 q = q + q = 3 q"],
    ["a row that goes on", tex`2 q = q + q \\ = 3 q - q`, tex`2 q = q + q \\ = 3 q`],
    ["π", tex`\sin(q + π) = -\sin q`, tex`\sin(q + π) = \sin q`],
    ["log₂", tex`\log_2 r = \frac{\ln r}{\ln 2}`, tex`\log_2 r = \ln r`],
    ["the transpose of a number", tex`q^\top b = q b`, tex`q^\top b = q`],
    ["1ᵀ", tex`\frac{1}{n} 1^\top y = \frac{1}{n} \sum_i y_i`, tex`1^\top y = \frac{1}{n} \sum_i y_i`],
    ["a vector of ones", tex`y - \mathbf{1} q = y - q`, tex`X^\top \mathbf{1} = X^\top y`],
    ["W^{o⊤}", tex`W^{o\top} v = (W^o)^\top v`, tex`W^{o\top} v = (W^o)^\top k`],
    ["A^{−⊤}", tex`A^{-\top} = (A^{-1})^\top`, tex`A^{-\top} = A^{-1}`],
    ["∘ between vectors", tex`v \circ k = v \odot k`, tex`v \circ k = v \odot v`],
    ["∘ between functions", tex`(f \circ g)(q) = f(g(q))`, tex`(f \circ g)(q) = g(f(q))`],
    [
      "sinh, cosh and coth",
      tex`\cosh^2 q - \sinh^2 q = \tanh q \coth q`,
      tex`\cosh^2 q + \sinh^2 q = \tanh q \coth q`,
    ],
    [
      "arctan",
      tex`\frac{d}{dq} \arctan q = \frac{1}{1 + q^2}`,
      tex`\frac{d}{dq} \arctan q = \frac{1}{1 - q^2}`,
    ],
  ])("%s", (_, holds, fails) => {
    expect(faultsOf([loss, holds])).toEqual([]);
    expect(faultsOf([loss, fails]).join()).toMatch(/false at/);
  });

  it("a formula that begins with its equals sign goes on from the one above", () => {
    expect(faultsOf(["2 q = q + q", "= 3 q - q"])).toEqual([]);
    expect(faultsOf(["2 q = q + q", "= 3 q"]).join()).toContain("false at");
    expect(faultsOf(["= 3 q"]).join()).toContain("a side is missing");
    const between = "2 q = q + q$$\n\n$$q = q + 0$$\n\nunchecked: a reason\n\n$$= 2 q";
    expect(faultsOf([between]).join()).toContain("a side is missing");
  });
});

describe("what has no reading, or two, is refused with its mend:", () => {
  it.each([
    ["e^-q", tex`e^-q = \exp(-q)`, "put the whole exponent in braces, as in e^{-z}"],
    ["q^10", "q^10 = q", "write ^{10}"],
    ["u_12", "u_12 = q", "write _{12}"],
    [
      "Σ without an index",
      tex`\sum (y_i - \hat{y}_i)^2 = q`,
      "\\sum does not say over which index: write \\sum_i",
    ],
    ["Σ without an end", tex`\sum_{i=1} y_i = q`, "write \\sum_{i=1}^{n}"],
    ["Σ without a beginning", tex`\sum_i^n y_i = q`, "write \\sum_{i=1}^{n}"],
    ["Σ over what is not declared", tex`\sum_l y_l = q`, "write \\sum_{l=1}^{n}, or declare `l : index n`"],
    ["Σ, the letter", "Σ y_i = q", "a sum is \\sum_i"],
    ["σ′ alone", tex`\sigma' = q`, "write \\sigma'(z)"],
    ["1/2 q", "1/2 q = q", "has two readings: put what is divided by in a \\frac"],
    ["X*v", "X*v = z", "write \\odot for entry by entry"],
    ["f∘g(q)", tex`f \circ g(q) = f(g(q))`, "write (f \\circ g)(x)"],
    ["tanh⁻¹", tex`\tanh^{-1} q = b`, "has two readings"],
    ["||v||", "||v|| = q", "write \\lVert v \\rVert"],
    ["<=", "q <= b", "write \\le"],
    ["==", "q == b", "write ="],
    ["√q", "√q = b", "write \\sqrt{"],
    ["1ᵀ beside nothing", tex`1^\top = q`, "how many ones 1 has is not said"],
    ["sin q without a bracket", "sin q = b", "write \\sin"],
    ["sigmoid and relu", "sigmoid(q) = relu(q)", "write \\sigma(z)"],
    ["q**2 and q^(2)", "q**2 = b", "a power is q^{2}"],
    ["q^(2)", "q^(2) = b", "put the whole label in braces"],
    ["∂_q", tex`\partial_q L = q`, "a derivative is \\frac{\\partial L}{\\partial w}"],
    ["f without its argument", tex`\frac{d f}{dq} = q`, "f has no argument here: write f(x)"],
    ["e alone", tex`\ln e = q`, "Euler's number alone is \\exp(1)"],
    ["L′ without its argument", "L' = q", "L' is not declared"],
  ])("%s", (_, formula, says) => {
    expect(faultsOf([formula]).join()).toContain(says);
  });

  it("dq/db where d is a symbol, ^T where T is one, and a word whose letters are symbols", () => {
    const declared =
      "n : size  n\nd : real  a distance\nT : size  steps\nX : n T real  X\nq : real  q\nl : real  l\nb : real  b";
    expect(faultsOf([tex`\frac{d q}{d b} = 0`], declared).join()).toContain("d is declared as a distance");
    expect(faultsOf(["X^T = X"], declared).join()).toContain("T is declared as steps, so ^T is no transpose");
    expect(faultsOf(["ln(q) = b"], declared).join()).toContain("ln(…) has two readings");
  });
});

describe("a symbol in the place of a constant is named:", () => {
  it.each([
    ["e, a vector", "n : size  n\ne : n real  the errors\nq : real  q", "e^{q} = q"],
    ["e, a number", "e : real  the errors\nq : real  q", tex`e^{-q} = \exp(-q)`],
    ["ln e", "e : real  the errors\nq : real  q", tex`\ln e = 1`],
    ["π in an angle", tex`\pi : real  a policy`, tex`\sin(\pi) = 0`],
    ["2π", "n : size  n\n\\pi : n real  shares\nq : real  q", tex`2 \pi q = q`],
  ])("%s", (_, declared, formula) => {
    expect(faultsOf([formula], declared).join()).toMatch(
      /(e is declared as the errors, so it is not Euler's|π is declared|\\pi is declared as (a policy|shares), so it is not the) number/,
    );
  });

  it("but not where it is used as the symbol that it is", () => {
    const declared = "n : size  n\ni : index n  i\ne : n real  the errors\nq : positive  q";
    expect(faultsOf([tex`e^\top e = \sum_i e_i^2`], declared)).toEqual([]);
    expect(faultsOf([tex`e^{-q} = \exp(-q)`], "q : positive  q")).toEqual([]);
  });
});
