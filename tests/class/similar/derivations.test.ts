/** Copies of written derivations are told from right ways that two people take by themselves. */
import { describe, expect, it } from "vitest";
import {
  similarDerivations,
  type WrittenSubmission,
} from "../../../grader/class/similar/derivation/index.ts";
import { derivation } from "../../derivation/written/course.ts";
import { rightDerivations } from "../../derivation/written/right-derivations.ts";
import { randomFrom } from "../outputs/made-results.ts";
import { classmate, fileOf, graded } from "./made-derivations.ts";

const tex = String.raw;
const SEED = 41;

async function taskOf(slug: string) {
  const { given, markdown, exercise } = await derivation(slug);
  return { slug, given, texts: [markdown, ...exercise.hints] };
}

async function classOf(slug: string, size: number, seed: number): Promise<WrittenSubmission[]> {
  const random = randomFrom(seed);
  return Promise.all(
    Array.from({ length: size }, async (_, i) => graded(slug, `s${i}`, await classmate(slug, random))),
  );
}

const foldersIn = (pairs: ReturnType<typeof similarDerivations>) =>
  pairs.map(({ folders }) => [...folders].sort().join(" "));

const slug = "d20-tanh-slope";
const LINES = [
  tex`\frac{d}{dz} \tanh z = \frac{d}{dz} \frac{e^z - e^{-z}}{e^z + e^{-z}}`,
  tex`= \frac{(e^z + e^{-z})^2 - (e^z - e^{-z})^2}{(e^z + e^{-z})^2}`,
  tex`= \frac{4 e^z e^{-z}}{(e^z + e^{-z})^2}`,
  "= 1 - t^2",
];
const WORDS = [
  "Hyperbolic functions look scary until somebody unpacks them.",
  "My roommate calls this low d-high, and the mnemonic saves us here.",
  "Everything crossed dies, four survivors remain.",
  "Recognise t, done.",
];
const original = fileOf(LINES, (k) => WORDS[k] as string);

describe(`in made classes of 60 (seed ${SEED})`, () => {
  it.each([slug, "d29-reverse-mode"])(
    "nobody who worked alone stands out: %s",
    async (name) => {
      const everybody = await classOf(name, 60, SEED);
      expect(similarDerivations(await taskOf(name), everybody)).toEqual([]);
    },
    120_000,
  );

  const copies: readonly (readonly [how: string, markdown: string])[] = [
    ["letter for letter", original],
    [
      "with other letters and another order of factors",
      fileOf(
        LINES.map((line) => line.replace("4 e^z e^{-z}", "e^{-z} e^z 4")),
        (k) => WORDS[k] as string,
      ),
    ],
    [
      "with a word changed here and there, and the line ends of Windows",
      original.replace("scary", "frightening").replace("saves us", "helps").replaceAll("\n", "\r\n"),
    ],
  ];
  it.each(copies)(
    "a copy is found: %s",
    async (_, copy) => {
      const others = await classOf(slug, 20, SEED);
      const two = await Promise.all([graded(slug, "a", original), graded(slug, "b", copy)]);
      const pairs = similarDerivations(await taskOf(slug), [...others, ...two]);
      expect(foldersIn(pairs)).toEqual(["a b"]);
      expect(pairs[0]?.evidence).toMatch(/\d+ words in the same runs/);
      expect(pairs[0]?.fragments.map(({ left }) => left.text)).toContain(WORDS[1]);
    },
    120_000,
  );

  it("a copy is found in a class of five, too", async () => {
    const others = await classOf(slug, 3, SEED);
    const two = await Promise.all([graded(slug, "a", original), graded(slug, "b", original)]);
    expect(foldersIn(similarDerivations(await taskOf(slug), [...others, ...two]))).toEqual(["a b"]);
  });

  it("a copy without its words is found by the errors in it", async () => {
    const name = "d29-reverse-mode";
    const wrong = (r: string, words: string): string =>
      fileOf(
        [
          tex`${r} := a b`,
          tex`\dfrac{dy}{da} = \dfrac{d}{da}\Bigl[${r} + \tanh ${r}\Bigr]`,
          tex`= b\,\Bigl[1 + \bigl(1 + \tanh ${r}\bigr)\Bigr] + a`,
          tex`= 2\,b + b \tanh ${r} + a^2`,
        ],
        () => words,
      );
    const others = await classOf(name, 20, SEED);
    const two = await Promise.all([
      graded(name, "a", wrong("r", "")),
      graded(name, "b", wrong("q", "Here I think.")),
    ]);
    const pairs = similarDerivations(await taskOf(name), [...others, ...two]);
    expect(foldersIn(pairs)).toEqual(["a b"]);
    expect(pairs[0]?.evidence).toMatch(/2 lines that are wrong or idle in both/);
  }, 120_000);
});

describe("two who take the same right way", () => {
  it.each(Object.keys(rightDerivations))("do not stand out for it: %s", async (name) => {
    const { given, markdown, exercise } = await derivation(name);
    const ways = rightDerivations[name] ?? [];
    const silent = (folder: string, k: number): WrittenSubmission => ({
      folder,
      markdown: fileOf(ways[k % ways.length] as string[], () => ""),
    });
    const task = { slug: name, given, texts: [markdown, ...exercise.hints] };
    // In a class of three, of twelve, and where the others all go another way.
    for (const everybody of [
      [silent("a", 0), silent("b", 0), silent("c", 1)],
      Array.from({ length: 12 }, (_, i) => silent(`s${i}`, i)),
      [...Array.from({ length: 14 }, (_, i) => silent(`s${i}`, 1)), silent("a", 0), silent("b", 0)],
    ])
      expect(similarDerivations(task, everybody).map(({ evidence }) => evidence)).toEqual([]);
  });

  it("and explain it with the words of the field do not stand out either", async () => {
    const words = (folder: string) =>
      graded(
        slug,
        folder,
        fileOf(LINES, (k) => (k === 1 ? "The derivative of a sum is the sum of the derivatives." : "")),
      );
    const others = await classOf(slug, 12, SEED);
    expect(similarDerivations(await taskOf(slug), [...others, await words("a"), await words("b")])).toEqual(
      [],
    );
  });
});

it("texts that were made to cost time are compared all the same", async () => {
  const texts = [
    `$$${"w + ".repeat(490)}w$$\n`.repeat(60),
    `${"word ".repeat(12_000)}\n$$a$$`,
    "$$\\def\\a{\\a}$$\n".repeat(500),
    `$$${"{".repeat(900)}$$\n`,
    "",
  ];
  const everybody = [...texts, ...texts].map((markdown, i) => ({ folder: `s${i}`, markdown }));
  expect(similarDerivations(await taskOf(slug), everybody).length).toBeLessThan(10);
});
