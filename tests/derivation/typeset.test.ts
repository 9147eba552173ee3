/** How textbooks and papers set formulas: each notation in a true line and in a false one, or refused with its mend. */
import { describe, expect, it } from "vitest";
import { checkPage } from "../../grader/derivation/check-page.ts";
import { pageOf } from "../../grader/derivation/page.ts";

const tex = String.raw;

const symbols = tex`n : size  examples
m : size  features
i : index n  an example
j : index m  a feature
k : index m  another
l : index m  a third
X, x : n m real  inputs
A, a : m m real  a square matrix
B : m m real  another
I : m m identity  the identity
u : m real  a vector
v : m real  another
y : n real  targets
t : n bit  labels
p : n probability  probabilities
q : real  a number
s : real  another
r : positive  a positive number
f : function  a smooth function
J : defined  a function of two numbers`;

const faultsIn = (formula: string): readonly string[] =>
  checkPage(pageOf(["```symbols", symbols, "```", `$$${formula}$$`].join("\n"), "page")).faults.map(
    ({ what }) => what,
  );

const notations: readonly (readonly [name: string, holds: string, fails: string])[] = [
  [
    "braces with words",
    tex`\frac{d}{dq} e^{-q^2} = \underbrace{e^{-q^2}}_{\text{outer}} \cdot \overbrace{(-2q)}^{\text{inner}}`,
    tex`\frac{d}{dq} e^{-q^2} = \underbrace{e^{-q^2}}_{\text{outer}} \cdot \underbrace{2q}_{\text{inner}}`,
  ],
  ["a raised brace", tex`\underbrace{q}_{\text{in}}^2 = q q`, tex`\underbrace{q}_{\text{in}}^2 = q`],
  ["a box and a stroke", tex`\boxed{\frac{q \cancel{r}}{\cancel{r}} = q}`, tex`\boxed{q = \cancel{r} q}`],
  ["a number at the margin", tex`q + s = s + q \tag{3.2}`, tex`q + s = s \tag{3.2}`],
  ["words above a sign", tex`2 q \stackrel{(a)}{=} q + q`, tex`2 q \overset{!}{=} q`],
  ["≡ and ⩾", tex`q^2 \equiv q q \geqslant 0`, tex`q^2 \equiv q q \geqslant 0.01`],
  ["a full stop", tex`\sigma(0) = 0.5.`, tex`\sigma(0) = 0.6.`],
  [
    "⟨u, v⟩",
    tex`\langle u, A v \rangle = \langle A^\top u, v \rangle`,
    tex`\langle u, A v \rangle = \langle A u, v \rangle`,
  ],
  [
    "⟨A, B⟩",
    tex`\langle A, B \rangle = \mathrm{Tr}(A^\top B)`,
    tex`\langle A, B \rangle = \operatorname{trace}(A B)`,
  ],
  ["det", tex`\det(A B) = \det A \det B`, tex`\det(2 A) = 2 \det A`],
  [
    "a derivative of det",
    tex`\frac{d}{dq} \det(I + q A) \Big|_{q=0} = \mathrm{tr} A`,
    tex`\frac{d}{dq} \det(I + q A) \Big|_{q=0} = \det A`,
  ],
  ["a root with an index", tex`\sqrt[3]{r^2} = r^{2/3}`, tex`\sqrt[3]{r^2} = r^{3/2}`],
  ["the positive part", tex`[1 - q]_+ = \max(0, 1 - q)`, tex`[1 - q]_+ = 1 - (q)_+`],
  ["sgn", tex`|q| = q \operatorname{sgn}(q)`, tex`|q| = \operatorname{sgn}(q)`],
  ["ones with their number", tex`\mathbf{1}_n^\top y = \sum_i y_i`, tex`\mathbf{1}_n^\top y = y^\top y`],
  [
    "a bar behind everything",
    tex`\left. \frac{d}{dq} q^2 + s \right|_{q=3} = 6 + s`,
    tex`\left. \frac{d}{dq} q^2 + s \right|_{q=3} = 2 q + s`,
  ],
  ["a bar that closes", tex`q^2 \bigr|_{q = s} = s^2`, tex`q^2 \bigr|_{q = s} = q s`],
  ["two places at once", tex`(q^2 s) \big|_{q=2,\,s=3} = 12`, tex`(q^2 s) \big|_{q=2,\,s=3} = 18`],
  [
    "a derivative with its arguments",
    tex`J(q, s) = q^2 s, \quad \frac{\partial J}{\partial q}(q, s) = 2 q s, \quad \frac{\partial J}{\partial q}(1, s) = 2 s`,
    tex`J(q, s) = q^2 s, \quad \frac{\partial J}{\partial q}(1, s) = 2 q s`,
  ],
  ["df/dq with its argument", tex`\frac{d^2 f}{dq^2}(q s) = f''(q s)`, tex`\frac{df}{dq}(q s) = s f'(q s)`],
  [
    "pairs",
    tex`\sum_{1 \le j < k \le m} (v_j - v_k)^2 = m \sum_j v_j^2 - \bigl(\sum_j v_j\bigr)^2`,
    tex`\sum_{1 \le j < k \le m} (v_j - v_k)^2 = m \sum_j v_j^2`,
  ],
  [
    "two lines below a sum",
    tex`\sum_{\substack{k=1 \\ k \ne j}}^m v_k = \sum_{k=1}^m v_k - v_j`,
    tex`\sum_{\substack{k=1 \\ k \ne j}}^m v_k = \sum_{k=1}^m v_k`,
  ],
  [
    "two indices with one end",
    tex`\sum_{j,k=1}^m a_{jk} v_j v_k = v^\top A v`,
    tex`\sum_{j,k=1}^m a_{jk} = m`,
  ],
  [
    "those with a label",
    tex`\sum_{i : t_i = 1} p_i = \sum_i t_i p_i`,
    tex`\sum_{i \mid t_i = 0} p_i = \sum_i t_i p_i`,
  ],
  [
    "an index with a prime",
    tex`\sum_{k'=1}^m a_{jk'} v_{k'} = (A v)_j`,
    tex`\sum_{k'=1}^m a_{k'j} v_{k'} = (A v)_j`,
  ],
  [
    "the largest below a bound",
    tex`\max_{1 \le j \le m} v_j = -\min_{j} (-v_j)`,
    tex`\max_{1 \le j \le m} v_j = \min_j v_j`,
  ],
  [
    "cases with commas",
    tex`\max(0, q) = \begin{cases} q, & \text{if } q > 0, \\ 0, & \text{otherwise.} \end{cases}`,
    tex`\max(0, q) = \begin{cases} q, & \text{if } q < 0, \\ 0, & \text{otherwise.} \end{cases}`,
  ],
  [
    "a case between bounds",
    tex`\min(1, \max(0, q)) = \begin{cases} 0 & q \le 0 \\ q & 0 < q < 1 \\ 1 & q \ge 1 \end{cases}`,
    tex`\min(1, \max(0, q)) = \begin{cases} 0 & q \le 0 \\ 2 q & 0 < q < 1 \\ 1 & q \ge 1 \end{cases}`,
  ],
  [
    "conditions in words",
    tex`\ln q \le 0 \quad \text{for all } 0 < q < 1 \text{ and all } s`,
    tex`\ln q \le 0 \quad \text{whenever } q > 0`,
  ],
  [
    "∀ i, and i = 1, …, n",
    tex`t_i^2 = t_i \quad \forall i = 1, \dots, n`,
    tex`y_i^2 = y_i, \quad i = 1, \ldots, n`,
  ],
  [
    "a reason behind a row",
    tex`\begin{aligned} (q + s)^2 &= (q + s)(q + s) && \text{(a square)} \\ &= q^2 + 2 q s + s^2. \end{aligned}`,
    tex`\begin{aligned} (q + s)^2 &= (q + s)(q + s) && \text{(a square)} \\ &= q^2 + s^2. \end{aligned}`,
  ],
  [
    "a condition behind rows",
    tex`\begin{split} \frac{d}{dq} q^q &= \frac{d}{dq} e^{q \ln q} \\ &= q^q (1 + \ln q) \end{split} \quad \text{for } q > 0`,
    tex`\begin{split} \frac{d}{dq} q^q &= \frac{d}{dq} e^{q \ln q} \\ &= q^q \end{split} \quad \text{for } q > 0`,
  ],
];

describe("what textbooks set is read:", () => {
  it.each(notations)("%s", (_, holds, fails) => {
    expect(faultsIn(holds)).toEqual([]);
    const [wrong, more] = faultsIn(fails);
    expect(more).toBeUndefined();
    expect(wrong).toContain("false at");
  });
});

describe("what they set that has no number, or two readings, is refused with its mend:", () => {
  it.each([
    ["a limit", tex`\lim_{s \to 0} q s = 0`, "`unchecked: …`"],
    ["O(…)", tex`f(q + s) = f(q) + O(s)`, "`within: O(h^2)`"],
    ["E[…]", tex`\mathbb{E}[y] = q`, tex`\frac{1}{n} \sum_i`],
    ["arg max", tex`\arg\max_j v_j = q`, "an inequality"],
    ["⊗", tex`u \otimes v = u v^\top`, "two readings"],
    ["…", tex`v_1 + \dots + v_m = q`, tex`write the sum with \sum`],
    ["Σ_{j<k}", tex`\sum_{j < k} v_j v_k = q`, tex`\sum_{1 \le j < k \le n} for all pairs`],
    ["∏ … · c", tex`\prod_{j \ne l} v_j \cdot v_l = q`, "does not say how far it reaches"],
    ["Σ over a set", tex`\sum_{j \in \{1, \dots, m\}} v_j = q`, tex`write \sum_{j=1}^{n}`],
    ["f^{(2)}", tex`f^{(2)}(q) = f''(q)`, "two readings"],
    ["[q > 0]", tex`[q > 0] q = \max(0, q)`, tex`\mathbb{1}[q > 0]`],
    ["q ∈ (0, 1)", tex`\ln q < 0 \quad \text{for } q \in (0, 1)`, "write its bounds, as 0 < q < 1"],
    ["⟹", tex`2 q = 6 \implies q = 3`, tex`\iff where it goes both ways`],
    ["where …", tex`q + 0 s = r, \quad \text{where } r = q`, "a definition stands before it is used"],
    ["3!", "3! = 6", "a factorial"],
    ["the largest of nothing", tex`\max_{j : v_j > v_j} v_j = 0`, "0 of 480 draws are fit"],
    ["a bar behind a product", "q^2 s |_{q = 2} = 4 s", "how far it reaches"],
    ["places that depend on each other", tex`(q s) |_{q = s, s = q} = q s`, "a name of its own"],
  ])("%s", (_, formula, says) => {
    expect(faultsIn(formula).join()).toContain(says);
  });
});
