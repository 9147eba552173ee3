/** Where a formula is tried, and what is no evidence for it. */
import { describe, expect, it } from "vitest";
import { checkPage } from "../../grader/derivation/check-page.ts";
import { pageOf } from "../../grader/derivation/page.ts";
import { ends } from "../../reference/ends.ts";
import { isRefused } from "./edits.ts";
import { pages } from "./pages.ts";

const tex = String.raw;

const faultsOf = (symbols: string, formula: string, ...notes: readonly string[]): readonly string[] =>
  [1, 2, 3].flatMap((seed) =>
    checkPage(
      pageOf(["```symbols", symbols, "```", `$$${formula}$$`, "", ...notes].join("\n"), "page.md"),
      ends,
      seed,
    ).faults.map(({ what }) => what),
  );

const real = tex`d : real  a number
z : real  another
v : real  a third`;

describe("points far out, at 0 and on both sides of bends", () => {
  it.each([
    tex`\max(z, -2) = z`,
    tex`\lvert z - 2 \rvert = 2 - z`,
    tex`\lvert z - 1000 \rvert = 1000 - z`,
    tex`\max(z, d - 300) = z`,
    tex`\max(0, z - 90) = 0`,
    tex`\min(z^2, 4000) = z^2`,
    tex`\operatorname{sign}(z - 70) = -1`,
    tex`\begin{cases} z & z > -80 \\ 0 & \text{otherwise} \end{cases} = z`,
    tex`\mathbb{1}[z > 0] = \mathbb{1}[z \ge 0]`,
    tex`\tanh z = z - \frac{z^3}{3}`,
    tex`\lvert z d \rvert = z d`,
  ])("refuse %s", (formula) => {
    const faults = faultsOf(real, formula);
    expect(faults).toHaveLength(3);
    for (const fault of faults) expect(fault).toMatch(/^false at/);
  });

  it.each([
    tex`(z + 1)^2 - z^2 - 2 z - 1 = 0`,
    tex`\frac{e^{z}}{e^{z} + e^{d}} = \sigma(z - d)`,
    tex`\ln(1 - \sigma(z d)) = -\ln(1 + e^{z d})`,
    tex`\ln(e^{z} + e^{d}) = \max(z, d) + \ln(1 + e^{-\lvert z - d \rvert})`,
    tex`e^{z d v} > 0`,
    tex`\sigma(z d) < 1`,
    tex`\lvert z \rvert = \max(z, -z)`,
    tex`\frac{\partial}{\partial z} \ln(1 + e^{z}) = \sigma(z)`,
    tex`\frac{z^2 - d^2}{z - d} = z + d`,
    tex`\lvert z + d \rvert \le \lvert z \rvert + \lvert d \rvert`,
  ])("raise no alarm for %s", (formula) => {
    expect(faultsOf(real, formula)).toEqual([]);
  });
});

describe("a function that is drawn", () => {
  it("has no equation of its own", () => {
    const f = "f : function  any smooth function\nx : real  a place";
    expect(faultsOf(f, "f''''(x) = -f''(x)")).toHaveLength(3);
  });
});

describe("a side without a number", () => {
  it.each([
    tex`\ln(d^2) = 2\ln d`,
    tex`\ln d = \tfrac12 \ln(d^2)`,
    tex`\sqrt{d}^2 = d`,
    tex`\sqrt d \sqrt d = \lvert d \rvert`,
    tex`\sqrt d \ge 0`,
  ])("asks for a domain: %s", (formula) => {
    const [fault] = faultsOf(real, formula);
    expect(fault).toContain("has no number where d < 0: declare d positive");
    expect(faultsOf("d : positive  a number", formula)).toEqual([]);
    expect(faultsOf(real, tex`${formula} \quad \text{for } d > 0`)).toEqual([]);
  });

  it.each([tex`\ln(d + 60) = \frac{1}{2} \ln\bigl((d + 60)^2\bigr)`, tex`\sqrt{z - d}^2 = z - d`])(
    "asks for values where no one symbol is the cause: %s",
    (formula) => {
      expect(faultsOf(real, formula)[0]).toMatch(
        /no number at some points: say for which values[\s\S]*at .*d = /,
      );
    },
  );

  it("is no matter at a single point, such as a pole", () => {
    expect(faultsOf(real, tex`\frac{z}{z} = 1, \qquad \frac{1}{z} \cdot z d = d`)).toEqual([]);
  });

  it("is false first where it is false too", () => {
    expect(faultsOf(real, tex`\sqrt{d^2} = d`)[0]).toMatch(/^false at/);
  });
});

describe("a condition behind a statement", () => {
  it("is where the statement is claimed, and nowhere else", () => {
    expect(faultsOf(real, tex`\lvert z \rvert = z \quad \text{for } z \ge 0`)).toEqual([]);
    expect(faultsOf(real, tex`\lvert z \rvert = z \quad \text{for} \quad z > 0 \text{ and } d > z`)).toEqual(
      [],
    );
    expect(faultsOf(real, tex`\lvert z \rvert = z \quad \text{for } z \ge -1`)[0]).toMatch(/^false at/);
  });

  it("has to leave points", () => {
    expect(faultsOf(real, tex`z = 5 \quad \text{for } z > 5 \text{ and } z < 4`)[0]).toContain(
      "draws are fit",
    );
  });

  it("needs a statement before it", () => {
    expect(faultsOf(real, tex`\text{for } z > 5`)[0]).toContain("without a statement before it");
  });
});

describe("a vector beside a number", () => {
  const line = tex`n : size  examples
m : size  features
i : index n  an example
x : n real  inputs
\hat y : n given $2 x + 1$  predictions
w : real  slope
b : real  intercept
C : m m real  a matrix
v : m real  a vector`;

  it.each([tex`\hat y = 2 x_i + 1`, tex`C v = 3`, tex`3 \ge v`, tex`v = w`])("is refused: %s", (formula) => {
    expect(faultsOf(line, formula)[0]).toMatch(/an index is missing, or there is one too many/);
  });

  it("is held where the number is 0, which stands for a vector of zeros", () => {
    expect(faultsOf(line, tex`C v - C v = 0, \qquad v \odot v \ge 0, \qquad \hat y - 1 = 2 x`)).toEqual([]);
  });
});

describe("an inequality", () => {
  const symbols = tex`z : real  a number
d : real  another
q : probability  a share
a : positive  a size
n : size  numbers
i : index n  one
x : n real  a vector`;

  it.each([
    tex`\sigma'(z) \le 0.24999`,
    tex`\ln q \le q - 1.0001`,
    tex`q (1 - q) < 0.2499999`,
    tex`a + \frac{1}{a} \ge 2.00001`,
    tex`z^2 + d^2 \ge 1.0001 \cdot 2 z d`,
    tex`\frac{1}{n} \sum_{i=1}^{n} x_i^2 \ge \Bigl(\frac{1}{n} \sum_{i=1}^{n} x_i\Bigr)^2 + 0.000001`,
    tex`z^2 - 2 z \ge -0.9999999`,
    tex`\lvert z \rvert > 0`,
  ])("is tried where it is tightest: %s is refused", (formula) => {
    const faults = faultsOf(symbols, formula);
    expect(faults).toHaveLength(3);
    for (const fault of faults) expect(fault).toMatch(/^false at/);
  });

  it.each([
    tex`\sigma'(z) \le \frac{1}{4}`,
    tex`\ln q \le q - 1`,
    tex`a + \frac{1}{a} \ge 2`,
    tex`z^2 + d^2 \ge 2 z d`,
    tex`\frac{1}{n} \sum_{i=1}^{n} x_i^2 \ge \Bigl(\frac{1}{n} \sum_{i=1}^{n} x_i\Bigr)^2`,
    tex`e^{z} \ge 1 + z`,
    tex`\lvert z \rvert + q > 0`,
  ])("that is true is held there: %s", (formula) => {
    expect(faultsOf(symbols, formula)).toEqual([]);
  });
});

describe("an equivalence", () => {
  it("turns at the same place on both sides", () => {
    expect(faultsOf(real, tex`z > -2 \iff z > -2.5`)[0]).toMatch(/the left is false, the right is true/);
    expect(faultsOf(real, tex`z \ge 3 \iff z > 3`)[0]).toMatch(/the left is true, the right is false/);
    expect(faultsOf(real, tex`z \ge 3 \iff 2 z - 6 \ge 0`)).toEqual([]);
  });
});

describe("a tolerance", () => {
  const smooth = tex`f : function  any smooth function
x : real  a place
h : small  a step`;

  it("that is wider than a term of its formula is refused", () => {
    expect(faultsOf(smooth, tex`\sin(x + h) \approx \sin x + h \cos x`, "within: 0.1")[0]).toMatch(
      /`within: 0.1` is wider than what it bounds/,
    );
    expect(faultsOf(smooth, tex`\sin(x + h) \approx \sin x + h \cos x`, "within: 0.0013")).toEqual([]);
  });

  it("of an order bounds every smooth function", () => {
    const line = (right: string): string => tex`f(x + h) \approx f(x) + ${right}`;
    expect(faultsOf(smooth, line("h f'(x)"), "within: O(h^2)")).toEqual([]);
    expect(faultsOf(smooth, line(tex`h f'(x) + \frac{h^2}{2} f''(x)`), "within: O(h^3)")).toEqual([]);
    expect(faultsOf(smooth, line("h f'(x)"), "within: O(h^3)")[0]).toContain("differ by more than O(h^3)");
    expect(faultsOf(smooth, line("2 h f'(x)"), "within: O(h^2)")[0]).toContain("differ by more than O(h^2)");
    expect(faultsOf(smooth, line("h f'(x)"), "within: O(h)")[0]).toContain("wider than what it bounds");
    expect(faultsOf(smooth, line(tex`h f'(x) + h^2 f'(x)`), "within: O(h^2)")[0]).toContain("wider than");
  });

  it.each(["little", "O(x^2)", "O(2)"])("that is neither a number nor an order is refused: %s", (within) => {
    expect(faultsOf(smooth, tex`f(x + h) \approx f(x)`, `within: ${within}`)[0]).toContain(
      "expected a number",
    );
  });
});

describe("a definition", () => {
  /** Whether a page of the course is refused with one formula replaced. */
  const isRefusedWith = (name: string, from: string, to: string): boolean => {
    const page = pages.find(({ file }) => file.endsWith(`/${name}.md`)) as (typeof pages)[number];
    const i = page.displays.findIndex(({ tex }) => tex.includes(from));
    return isRefused(page, i, (page.displays[i]?.tex ?? "").replace(from, to), 1);
  };

  it("that only an inequality depends on is reported", () => {
    const symbols = tex`x : real  a place
y : defined  another`;
    const [fault] = faultsOf(symbols, tex`y = x^2, \qquad y \ge 0`);
    expect(fault).toMatch(/^nothing holds the formula of y: .*Add an equation or an `ends: …` line/);
    expect(faultsOf(symbols, tex`y = x^2, \qquad \frac{\partial y}{\partial x} = 2 x`)).toEqual([]);
    expect(faultsOf(symbols, tex`y = x^2 = x \cdot x`)).toEqual([]);
    expect(faultsOf(symbols, tex`y = x^2`, "definition: a name only")).toEqual([]);
  });

  it("that no equation would miss is reported: w′ = w on mse-line, M = 0 in softmax-network", () => {
    expect(isRefusedWith("mse-line", tex`w' = w - \eta \frac{\partial L}{\partial w}`, "w' = w")).toBe(true);
    expect(isRefusedWith("softmax-network", tex`M_i = \max_k z^o_{ik}`, "M_i = 0")).toBe(true);
  });
});
