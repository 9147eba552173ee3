/** Submissions from file to verdict: what is right gets every point, what is wrong or hostile none. */
import inspector from "node:inspector";
import { createServer, type Server } from "node:net";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import type { Box } from "../grader/box/box.ts";
import { createNodeBox } from "../grader/box/node-box.ts";
import { grade } from "../grader/judge/grade.ts";
import type { FindingCode, Verdict } from "../grader/verdict/verdict.ts";
import { attacks, breaches, type Fixture, fixturesIn, survivors } from "./box/fixtures.ts";
import { folder, run } from "./cli/run.ts";
import { courseExercise } from "./judge/course.ts";
import { expectSound, expectValid } from "./sound.ts";

const secret = "pwned-secret-token";
const exercise = await courseExercise("ex10-mse-gradients");

/** Where Node's inspector listens: an escaped submission that opened it would connect. */
const inspectorPort = 9229;
let listener: Server;
let connections = 0;
let box: Box;

beforeAll(async () => {
  vi.stubEnv("GITHUB_TOKEN", secret);
  box = createNodeBox({ loadMs: 400, callMs: 400, totalMs: 3000, memoryMb: 128, spare: true });
  listener = createServer((socket) => {
    connections++;
    socket.destroy();
  });
  await new Promise<void>((resolve) => {
    // Somebody else may have the port; then nobody is to be caught on it.
    listener.once("error", () => resolve());
    listener.listen(inspectorPort, "127.0.0.1", resolve);
  });
});

afterAll(async () => {
  box.close();
  listener.close();
  vi.unstubAllEnvs();
  // A killed process needs a moment to be gone.
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(survivors()).toEqual([]);
});

const judge = ({ program: { source, file } }: Fixture): Promise<Verdict> =>
  grade(exercise, { source, file, sha256: "0".repeat(64) }, box, { seed: 7 });

const honest = fixturesIn("pass").find(({ name }) => name === "loop")!;

function expectNothing(verdict: Verdict): void {
  expectSound(verdict);
  expect(JSON.stringify(verdict)).not.toContain(secret);
  expect([verdict.status, verdict.score, verdict.maxScore]).toEqual(["fail", 0, 20]);
}

async function expectUnharmed(): Promise<void> {
  expect(breaches()).toEqual([]);
  expect(survivors().filter((line) => !line.includes("runner.cjs"))).toEqual([]);
  expect(connections).toBe(0);
  expect(inspector.url()).toBe(undefined);
  expect(await judge(honest)).toMatchObject({ status: "pass", score: 20 });
}

describe("a right submission gets every point, however unusual it is:", () => {
  for (const fixture of fixturesIn("pass")) {
    it(fixture.name, async () => {
      const verdict = await judge(fixture);
      expectSound(verdict);
      expect([verdict.status, verdict.score]).toEqual(["pass", verdict.maxScore]);
    });
  }
});

describe("a wrong submission gets no point:", () => {
  for (const fixture of fixturesIn("fail")) {
    it(fixture.name, async () => expectNothing(await judge(fixture)));
  }
});

describe("a hostile submission gets no point, and the next one all of them:", () => {
  afterEach(expectUnharmed);
  for (const fixture of fixturesIn("hostile")) {
    it(fixture.name, async () => expectNothing(await judge(fixture)));
  }
});

/** Our finding in the words of the attacks' headers. */
const outcomeOf = (code: FindingCode | undefined): string =>
  code === undefined ? "none" : code === "timeout" ? "timeout" : broken.has(code) ? "error" : "fail";
const broken: ReadonlySet<FindingCode> = new Set<FindingCode>([
  "syntax-error",
  "not-allowed",
  "missing-function",
  "threw",
  "crashed",
  "out-of-memory",
]);

const shared = attacks();
describe.skipIf(shared.length === 0)(
  `a shared attack comes to what its header asks for${shared.length === 0 ? " (skipped: ../shared/attacks is not here)" : ""}:`,
  () => {
    afterEach(expectUnharmed);
    for (const fixture of shared) {
      it(fixture.name, async () => {
        const verdict = await judge(fixture);
        const asked = /verdict: ([a-z |]+);/.exec(fixture.program.source)?.[1]?.split(" | ");
        if (asked === undefined) {
          expectSound(verdict);
          expect([verdict.status, verdict.score]).toEqual(["pass", verdict.maxScore]);
        } else {
          expectNothing(verdict);
          const [finding] = verdict.checks.flatMap((check) => check.finding ?? []);
          expect(asked).toContain(outcomeOf(finding?.code));
        }
      });
    }
  },
);

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
