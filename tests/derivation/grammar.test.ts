/** What the grammar of derivations reads: each notation once in a true line and once in a false one. */
import { describe, expect, it } from "vitest";
import { checkPage } from "../../grader/derivation/check-page.ts";
import { pageOf } from "../../grader/derivation/page.ts";

const tex = String.raw;

const symbols = tex`n : size  examples
m : size  features
i : index n  an example
j : index m  a feature
l : index m  another
X, x : n m real  inputs
A, a : m m real  a square matrix
S : m m symmetric  a symmetric matrix
I : m m identity  the identity
u : m real  a vector
v : m real  another
w : m real  weights
p : n probability  probabilities
q : real  a number
b : real  another
f : function  a smooth function
g : function  another
h : small  a step
y : n bit  labels
\hat y : n given $\sigma(X w)$  predictions
L : defined  a function of numbers`;

const faultsIn = (formula: string, within?: number): readonly string[] =>
  checkPage(
    pageOf(
      [
        "```symbols",
        symbols,
        "```",
        `$$${formula}$$`,
        ...(within === undefined ? [] : ["", `within: ${within}`]),
      ].join("\n"),
      "page",
    ),
  ).faults.map(({ what }) => what);

type Notation = readonly [name: string, holds: string, fails: string, within?: number];

const notations: readonly Notation[] = [
  ["an indexed sum", tex`\sum_{j=1}^{m} v_j u_j = v^\top u`, tex`\sum_{j=1}^{m} v_j u_l = v^\top u`],
  ["a sum without a term", tex`\sum_{j \ne l} v_j = \sum_j v_j - v_l`, tex`\sum_{j \ne l} v_j = \sum_j v_j`],
  [
    "a product",
    tex`\prod_{i=1}^{n} p_i = \exp\bigl(\sum_{i=1}^{n} \ln p_i\bigr)`,
    tex`\prod_{i=1}^{n} p_i = \sum_{i=1}^{n} p_i`,
  ],
  [
    "a function with primes",
    tex`\frac{d}{dq} f(g(q)) = f'(g(q)) g'(q)`,
    tex`\frac{d}{dq} f(g(q)) = f'(q) g'(q)`,
  ],
  ["a second derivative", tex`\frac{d^2}{dq^2} f(q) = f''(q)`, tex`\frac{d^2}{dq^2} f(q) = f'(q)`],
  ["hats", tex`\hat y_i = \sigma\bigl(\sum_j x_{ij} w_j\bigr)`, tex`\hat y_i = \sum_j x_{ij} w_j`],
  ["a transpose", tex`(A v)^\top = v^\top A^\top`, tex`(A v)^\top = v^\top A`],
  ["an inverse and the identity", tex`A^{-1} A = I`, tex`A^{-1} A = 2 I`],
  ["a norm", tex`\lVert v \rVert^2 = v \cdot v`, tex`\lVert v \rVert = v \cdot v`],
  ["norms of other orders", tex`\lVert v \rVert_1 = \sum_j |v_j|`, tex`\lVert v \rVert_2 = \sum_j |v_j|`],
  ["the largest entry", tex`\lVert v \rVert_\infty = \max_j |v_j|`, tex`\lVert v \rVert_\infty = \max_j v_j`],
  [
    "Frobenius' norm, raised",
    tex`\lVert A \rVert_F^2 = \operatorname{tr}(A^\top A)`,
    tex`\lVert A \rVert_F^2 = \operatorname{tr}(A A)`,
  ],
  [
    "products entry by entry",
    tex`u \odot v = \operatorname{diag}(u) v`,
    tex`u \odot v = \operatorname{diag}(u) u`,
  ],
  ["an outer product", tex`(u v^\top)_{jl} = u_j v_l`, tex`(u v^\top)_{jl} = u_l v_j`],
  [
    "a matrix of numbers",
    tex`\begin{pmatrix} 4 & -2 \\ 1 & 1 \end{pmatrix} \begin{pmatrix} 2 \\ 1 \end{pmatrix} = 3 \begin{bmatrix} 2 \\ 1 \end{bmatrix}`,
    tex`\begin{pmatrix} 4 & -2 \\ 1 & 1 \end{pmatrix} \begin{pmatrix} 2 \\ 1 \end{pmatrix} = 2 \begin{pmatrix} 2 \\ 1 \end{pmatrix}`,
  ],
  [
    "cases and an indicator",
    tex`\mathbb{1}[q > 0] = \begin{cases} 1 & q > 0 \\ 0 & q \le 0 \end{cases}`,
    tex`\mathbb{1}[q > 0] = \begin{cases} 0 & q > 0 \\ 1 & q \le 0 \end{cases}`,
  ],
  ["max and bars", tex`\max(0, q) = \tfrac12 (q + |q|)`, tex`\max(0, q) = \tfrac12 (q - |q|)`],
  ["exp, log, tanh and σ", tex`\tanh(q) = 2 \sigma(2 q) - 1`, tex`\tanh(q) = 2 \sigma(q) - 1`],
  [
    "a partial derivative",
    tex`\frac{\partial (A v)_j}{\partial v_l} = a_{jl}`,
    tex`\frac{\partial (A v)_j}{\partial v_l} = a_{lj}`,
  ],
  ["∇", tex`\nabla_w (w^\top S w) = 2 S w`, tex`\nabla_w (w^\top S w) = S w`],
  ["a Hessian", tex`\nabla^2_w (w^\top A w) = A + A^\top`, tex`\nabla^2_w (w^\top A w) = 2 A`],
  ["a Jacobian", tex`\frac{\partial (A v)}{\partial v} = A`, tex`\frac{\partial (A v)}{\partial v} = A^\top`],
  [
    "a place behind a bar",
    tex`\frac{\partial}{\partial w} (w^\top S w) \Big|_{w = v} = 2 S v`,
    tex`\frac{\partial}{\partial w} (w^\top S w) \Big|_{w = v} = 2 S w`,
  ],
  [
    "arguments of a definition",
    tex`L(q, b) = q^2 + b, \quad L(2, b) = 4 + b`,
    tex`L(q, b) = q^2 + b, \quad L(2, b) = 4 + q`,
  ],
  ["≤ and ≥", tex`\ln p_i \le p_i - 1`, tex`\ln p_i \ge p_i - 1`],
  ["a rule", tex`q \leftarrow q - b`, tex`q \leftarrow b`],
  ["an equivalence", tex`2 q + 1 = 5 \iff q = 2`, tex`2 q + 1 = 5 \iff q = 3`],
  ["a proportion of vectors", tex`2 b v \propto v`, tex`2 b v + u \propto v`],
  ["a proportion of numbers", tex`3 q^2 \propto q^2`, tex`3 q^2 \propto q`],
  ["≈ within a bound", tex`(1 + h)^2 \approx 1 + 2 h`, tex`(1 + h)^2 \approx 1 + 3 h`, 0.0026],
];

describe("the grammar of derivations", () => {
  it.each(notations.map(([name, holds, fails, within]) => ({ name, holds, fails, within })))(
    "holds $name where it is true, and refuses it where it is false",
    ({ holds, fails, within }) => {
      expect(faultsIn(holds, within)).toEqual([]);
      const [wrong, more] = faultsIn(fails, within);
      expect(more).toBeUndefined();
      expect(wrong).toMatch(/false at|no common factor|one of the two equations|no next value/);
    },
  );

  it.each([
    ["a binomial coefficient, which is set like a fraction", tex`\binom{4}{2} = 2`, "binomial"],
    ["a norm of an order that it does not know", tex`\lVert v \rVert_3 = q`, "not known"],
    ["a matrix with a gap", tex`\begin{pmatrix} 1 & 2 \\ 3 \end{pmatrix} = S`, "different lengths"],
    ["a bar behind which no symbol stands", tex`f(q)|_{2 = q} = f(2)`, "no place of a symbol"],
    ["an identity of another shape", tex`X I = I X`, "times"],
  ])("refuses %s", (_, formula, says) => {
    expect(faultsIn(formula).join()).toContain(says);
  });
});
