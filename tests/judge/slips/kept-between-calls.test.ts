import { describe, expect, it } from "vitest";
import { edited, findingFor, verdictOn } from "../student.ts";
import { box, lineWith, told } from "./told.ts";

describe("what outlives a call, and what is drawn elsewhere, is told:", () => {
  const cached = edited(
    "ex62",
    [
      "export function loadStateDict",
      "const loadedOnce = new Map<string, Params>();\nexport function loadStateDict",
    ],
    [
      "  const found = JSON.parse(json) as Params;",
      "  const before = loadedOnce.get(json);\n  if (before !== undefined) return before;\n  const found = JSON.parse(json) as Params;",
    ],
    [
      "  return Object.fromEntries(all) as Params;\n}",
      "  loadedOnce.set(json, Object.fromEntries(all) as Params);\n  return loadedOnce.get(json) as Params;\n}",
    ],
  );
  const grown = edited(
    "ex57",
    ["export function makeBlobs", "const X: Matrix = [];\nexport function makeBlobs"],
    ["  const X: Matrix = [];\n  const y: number[] = [];", "  const y: number[] = [];"],
  );
  const shared = edited(
    "ex38",
    ["export function sequentialForward", "const outputs: Matrix[] = [];\nexport function sequentialForward"],
    ["  const outputs: Matrix[] = [];\n  let A", "  outputs.length = 0;\n  let A"],
  );
  const engines = edited("ex54", [
    "const W = filled(out, inp, () => limit * (2 * rng()",
    "const W = filled(out, inp, () => limit * (2 * Math.random()",
  ]);
  const powers = edited("ex41", ["row.map((z) => Math.exp(z - top))", "row.map((z) => 2 ** (z - top))"]);
  told([
    [
      "an answer that is kept for the next call",
      "ex62",
      cached,
      "kept-between-calls",
      lineWith(cached, "const loadedOnce"),
      /This call is right where it is the first one: .* loadedOnce is made once/,
    ],
    [
      "a list that grows from call to call",
      "ex57",
      grown,
      "kept-between-calls",
      lineWith(grown, "const X: Matrix = [];\nexport function makeBlobs"),
      /different answers\. .* X outlives a call/,
    ],
    [
      "a list that every call empties and gives",
      "ex38",
      shared,
      "kept-between-calls",
      lineWith(shared, "const outputs"),
      /changes the answer that the call before gave: .* outputs outlives a call/,
    ],
    [
      "random numbers of the engine's own",
      "ex54",
      engines,
      "own-random-numbers",
      lineWith(engines, "Math.random"),
      /Math\.random\(\) gives other numbers each time/,
    ],
    ["a power of 2 for one of e", "ex41", powers, "other-base", lineWith(powers, "2 **"), /Math\.exp\(x\)/],
  ]);

  it("and is not told of a table that is kept and does no harm", async () => {
    const source = edited(
      "ex62",
      [
        "export function loadStateDict",
        "const seen = new Map<string, number>();\nexport function loadStateDict",
      ],
      ["if (missing.length > 0 || unexpected.length > 0)", "seen.set(json, 1);\n  if (missing.length > 0)"],
    );
    const finding = findingFor(await verdictOn(box, "ex62", source), "loadStateDict");
    expect(finding?.cause?.id).toBe("edge-case");
  });
});
