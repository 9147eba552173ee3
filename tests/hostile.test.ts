/** Submissions from file to verdict on the command line. */
import { afterAll, describe, expect, it } from "vitest";
import type { Verdict } from "../grader/verdict/verdict.ts";
import { breaches, fixturesIn, survivors } from "./box/fixtures.ts";
import { folder, run } from "./cli/run.ts";
import { expectValid } from "./sound.ts";

const secret = "pwned-secret-token";

describe("on the command line", () => {
  const here = folder();
  afterAll(here.remove);

  const sample: readonly (readonly [kind: string, names: readonly string[], code: number])[] = [
    ["pass", ["class", "prints"], 0],
    ["fail", ["changes-input", "syntax", "throws"], 1],
    ["hostile", ["disguise", "forge", "heap-bomb", "loop-in-load", "spawn", "signal-parent", "text"], 1],
  ];
  for (const [kind, names, code] of sample) {
    for (const { name, program } of fixturesIn(kind).filter((fixture) => names.includes(fixture.name))) {
      it(`prints one verdict and nothing else for ${kind}/${name}`, () => {
        const file = here.file(program.file, program.source);
        const ran = run(["grade", "ex10", "--file", file, "--json"], { env: { GITHUB_TOKEN: secret } });
        expect([ran.code, ran.stderr]).toEqual([code, ""]);
        const verdict = JSON.parse(ran.stdout) as Verdict;
        expectValid(verdict);
        expect(verdict.score).toBe(code === 0 ? verdict.maxScore : 0);
        expect(ran.stdout).not.toContain(secret);
        expect(breaches()).toEqual([]);
        expect(survivors().filter((line) => !line.includes("runner.cjs"))).toEqual([]);
      });
    }
  }
});
