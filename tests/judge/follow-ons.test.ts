/** Functions that call another which falls short: the other is to be mended first. */
import { describe, expect, it } from "vitest";
import { markFollowOns } from "../../grader/judge/causes/follow-ons.ts";
import type { Judged } from "../../grader/judge/judged.ts";
import { ranked, rankOf } from "../../grader/verdict/certainty.ts";
import type { Cause, Finding, FunctionCheck } from "../../grader/verdict/verdict.ts";

const finding = (message: string, rest: Partial<Finding> = {}): Finding => ({
  code: "wrong-value",
  title: "WRONG VALUE",
  message,
  replay: "npm run grade ex30",
  ...rest,
});

const short = (kind: FunctionCheck, one: Finding): readonly Judged[] => [
  { kind, status: "fail", cases: 200, finding: one },
];

const generic: Cause = { id: "squared", kind: "generic", says: "It is squared.", matched: 200, of: 200 };

function causesIn(source: string, judgements: Readonly<Record<string, readonly Judged[]>>) {
  const marked = markFollowOns(new Map(Object.entries(judgements)), source);
  return Object.fromEntries([...marked].map(([name, [one]]) => [name, one?.finding]));
}

describe("a function that calls another which falls short", () => {
  it("says so in place of a cause of its own", () => {
    const source = "export function f(x) { return x; }\nexport const g = (x) => f(x) ** 2;";
    const { f, g } = causesIn(source, {
      f: short("value", finding("", { cause: generic })),
      g: short(
        "value",
        finding("It is squared. That holds on 200 of 200 inputs.", {
          cause: generic,
          matched: { count: 200, of: 200 },
        }),
      ),
    });
    expect(f?.cause).toEqual(generic);
    expect(g?.cause).toMatchObject({ id: "follows-from-f", kind: "follow-on" });
    expect(g?.message).toBe("g calls f, which falls short itself: mend f first.");
    expect(g?.matched).toBeUndefined();
  });

  it("names the one to begin with, and the way to it", () => {
    const source = `
      const helper = (x) => f(x);
      export function f(x) { return x; }
      export function g(x) { return helper(x); }
      export function h(x) { return [1, 2].map(g); }`;
    const wrong = () => short("value", finding(""));
    const { g, h } = causesIn(source, { f: wrong(), g: wrong(), h: wrong() });
    expect(g?.message).toBe("g calls helper, and that calls f, which falls short itself: mend f first.");
    expect(h?.message).toBe("h calls g, and that calls f, which falls short itself: mend f first.");
  });

  it("keeps what happened to it", () => {
    const source = "export function f(x) { return x; }\nexport function g(x) { return f(x)[0].a; }";
    const { g } = causesIn(source, {
      f: short("value", finding("")),
      g: short("contract", finding("g threw: TypeError: no", { code: "threw", title: "EXCEPTION" })),
    });
    expect(g?.message).toBe("g threw: TypeError: no. g calls f, which falls short itself: mend f first.");
  });

  it("waits for a stub that it calls, and is no stub itself", () => {
    const source =
      "export function f(x) {\n  throw new Error('not implemented');\n}\nexport function g(x) {\n  return f(x);\n}";
    const stub = (line: number) =>
      short(
        "contract",
        finding("is still the stub.", { code: "not-implemented", title: "NOT IMPLEMENTED", line }),
      );
    const { f, g } = causesIn(source, { f: stub(2), g: stub(2) });
    expect(f?.code).toBe("not-implemented");
    expect(g).toMatchObject({ code: "threw", cause: { kind: "follow-on" } });
    expect(g?.message).toMatch(/g calls f, which is still a stub: write f first\.$/);
  });

  it.each([
    [
      "it falls short in what is asked before",
      "export function f(x) { return x; }\nexport function g(x) { return f(x); }",
      "edge",
      "value",
    ],
    [
      "it only mentions the name in a text",
      'export function f(x) { return x; }\nexport function g(x) { return "f(x)"; } // f(x)',
      "value",
      "value",
    ],
    [
      "it has a variable of that name",
      "export function f(x) { return x; }\nexport function g(f) { return f(1); }",
      "value",
      "value",
    ],
    [
      "both call each other",
      "export function f(x) { return g(x); }\nexport function g(x) { return f(x); }",
      "value",
      "value",
    ],
    [
      "it is a field that has the name",
      "export function f(x) { return x; }\nexport function g(x) { return x.f(1); }",
      "value",
      "value",
    ],
  ] as const)("follows from nothing where %s", (_, source, theirs, mine) => {
    const { g } = causesIn(source, { f: short(theirs, finding("")), g: short(mine, finding("Mine.")) });
    expect(g?.message).toBe("Mine.");
  });
});

describe("the order of findings", () => {
  const of = (kind: Cause["kind"]): Finding => finding(kind, { cause: { ...generic, kind } });

  it("has the most certain cause first, stubs behind what can be mended, and what follows last", () => {
    const stub = finding("stub", { code: "not-implemented" });
    const found = [of("follow-on"), stub, finding("none"), of("feature"), of("generic"), of("mistake")];
    const order = ranked(found.map((one) => ({ finding: one }))).map(({ finding: { message } }) => message);
    expect(order).toEqual(["mistake", "generic", "feature", "none", "stub", "follow-on"]);
  });

  it("leaves findings of equal certainty as they came", () => {
    expect(rankOf(of("mistake"))).toBe(rankOf(of("language")));
    const [first] = ranked([{ finding: of("language") }, { finding: of("mistake") }]);
    expect(first?.finding.message).toBe("language");
  });
});
