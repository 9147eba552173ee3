import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { similarIn } from "../../../grader/class/compare.ts";
import { Fingerprints, fingerprintsOf } from "../../../grader/class/similar/fingerprints.ts";
import { type Submission, similarPairs } from "../../../grader/class/similar/index.ts";
import { tokensOf } from "../../../grader/class/similar/tokens.ts";
import { randomFrom } from "../outputs/made-results.ts";
import { functional, loops, renamed, reordered, solution, stub, textOf } from "./k-means-texts.ts";

const slug = "ex30-k-means";
const submitted = (folder: string, source: string): Submission => ({
  folder,
  fingerprints: fingerprintsOf(source),
  source: () => source,
});
const among = (...sources: readonly string[]) =>
  similarPairs(
    slug,
    stub,
    sources.map((source, i) => submitted(`s${i}`, source)),
  );

describe("similar submissions", () => {
  test("take no memory for whoever has no folder: a roster may be that of a whole university", async () => {
    const absent = Array.from({ length: 100_000 }, (_, i) => ({
      folder: `x${i}`,
      exercises: [],
      maxScore: 20,
      remarks: [],
    }));
    const submissions = {
      all: [],
      beside: [],
      strays: [],
      handedInBy: new Map<string, string[]>(),
      place: "/",
      name: "",
    };
    expect(await similarIn(submissions, [slug], absent, new Fingerprints())).toEqual([]);
  });

  test("are found when one is the other with other names, without comments and types", () => {
    const copy = renamed(solution);
    expect(copy).not.toMatch(/squaredDistance|\/\*\*/);
    const [pair, ...others] = among(solution, functional, copy, loops);
    expect(others).toEqual([]);
    expect(pair).toMatchObject({ slug, folders: ["s0", "s2"] });
    expect(pair!.similarity).toBeGreaterThan(0.9);
    expect(pair!.longest).toBeGreaterThan(150);
  });

  test("are found when functions stand in another order", () => {
    const [pair] = among(functional, reordered(solution), renamed(solution), loops);
    expect(pair).toMatchObject({ folders: ["s1", "s2"] });
    expect(pair!.similarity).toBeGreaterThan(0.75);
  });

  test("are found when one function of several is taken over", () => {
    const taken = loops.slice(
      loops.indexOf("export function kMeans"),
      loops.indexOf("export function elbow"),
    );
    const mixed = functional.replace(/export function kMeans[\s\S]*?\n}\n/, taken);
    const pairs = among(loops, mixed);
    expect(pairs.map(({ folders }) => folders)).toEqual([["s0", "s1"]]);
  });

  test("are shown line by line, and the lines are those that agree", () => {
    const [pair] = among(solution, renamed(solution));
    const [first] = pair!.fragments;
    expect(first!.left.text).toBe(
      solution
        .split("\n")
        .slice(first!.left.from - 1, first!.left.to)
        .join("\n"),
    );
    expect(first!.left.text).toContain("sum += (x[j]! - c[j]!) ** 2;");
    expect(first!.right.text).toMatch(/q\w+ \+= \(x\[j\] - c\[j\]\) \*\* 2;/);
  });

  test("are none where right answers were written independently", () => {
    expect(among(solution, functional, loops)).toEqual([]);
  });

  test("are none where both are the stub, or the stub with a formula in it", () => {
    const begun = stub.replace('throw new Error("not implemented: elbow")', "return inits.map(() => 0)");
    expect(among(stub, stub, begun, begun)).toEqual([]);
  });

  test("are none in an exercise whose answer is a line, however many write it", () => {
    for (const name of ["ex02-central-difference", "ex10-mse-gradients", "ex14-sigmoid"]) {
      const given = textOf(`exercises/${name}/${name.replace(/^ex\d+-/, "")}.ts`);
      const source = textOf(`solutions/${name}.ts`);
      const pairs = similarPairs(
        name,
        given,
        ["a", "b", "c"].map((folder) => submitted(folder, source)),
      );
      expect(pairs, name).toEqual([]);
    }
  });

  test("are none where more than a tenth of the class has the same, as from a lecture", () => {
    const others = Array.from({ length: 20 }, () => solution);
    expect(among(...others, functional, loops)).toEqual([]);
  });

  test("are read once each, in however many pairs they are looked at closely", () => {
    const asked = new Map<string, number>();
    const copies = Array.from({ length: 5 }, (_, i) => {
      const copy = submitted(`s${i}`, renamed(solution));
      const source = (): string | undefined => {
        asked.set(copy.folder, (asked.get(copy.folder) ?? 0) + 1);
        return copy.source();
      };
      return { ...copy, source };
    });
    expect(similarPairs(slug, stub, copies)).toHaveLength(10);
    expect([...asked.values()]).toEqual([1, 1, 1, 1, 1]);
  });

  test("leave out what is no program", () => {
    expect(among("((((", "((((", "\u0000\u0001", "\u0000\u0001", "", "")).toEqual([]);
    expect(tokensOf("let = ) 1 ( ".repeat(100))).toBeUndefined();
  });
});

describe("similarity under load", () => {
  const hostile = [
    "[".repeat(65_536),
    "((a)=>".repeat(10_000),
    "a=1;".repeat(16_000),
    "x[i]+=y[i]*z;".repeat(5_000),
    `\`$\{`.repeat(20_000),
    "function f(a){for(let i=0;i<a;i++){s+=i*a}}".repeat(1_500),
  ];

  test("ends for sources of 64 kB that were made to cost time", () => {
    const before = performance.now();
    const pairs = among(...hostile, ...hostile, solution, renamed(solution));
    // Some two seconds on an idle machine; without bounds, minutes.
    expect(performance.now() - before).toBeLessThan(200_000);
    expect(pairs.some(({ folders }) => folders.join() === "s12,s13")).toBe(true);
  }, 240_000);

  test("finds the one copy among 1,000 programs (seed 31)", () => {
    const random = randomFrom(31);
    const all = readdirSync(new URL("../../../solutions/", import.meta.url)).flatMap((file) =>
      file.endsWith(".md")
        ? []
        : textOf(`solutions/${file}`)
            .split(/\n(?=(?:export )?function )/)
            .slice(1),
    );
    const program = (): string =>
      Array.from({ length: 6 }, () => made(random, all[Math.floor(random() * all.length)]!)).join("\n");
    const sources = Array.from({ length: 999 }, program);
    const copied = `${functional}\nconst mine = 1;`;
    const before = performance.now();
    const pairs = among(...sources, copied, renamed(functional));
    expect(performance.now() - before).toBeLessThan(200_000);
    expect(pairs[0]).toMatchObject({ folders: ["s999", "s1000"] });
  }, 240_000);
});

/** A function with other numbers and other operators, so that no two are the same by accident. */
const made = (random: () => number, text: string): string =>
  text
    .replace(/ [+*-] /g, () => ` ${"+-*/%"[Math.floor(5 * random())]} `)
    .replace(/\b\d+\b/g, () => String(Math.floor(1000 * random())));

test("the fingerprints of a file are taken once, however many have handed it in", () => {
  const all = new Fingerprints();
  const own = fingerprintsOf(loops);
  let taken = 0;
  for (const sha256 of ["first", "second", "first", "second"])
    all.take(sha256, () => {
      taken++;
      return own;
    });
  expect(taken).toBe(2);
  expect([...all.get("first")!]).toEqual([...own]);
  expect([...all.get("second")!]).toEqual([...own]);
  expect(all.get("third")).toBeUndefined();
});
