/**
 * Every submission that the tests hold, from text to verdict: what is right gets every point, what is hostile none, and
 * what each comes to is recorded in verdicts.txt, so that a change of judge or exercise shows as a difference there.
 *
 * Each is graded with two seeds, and of the answers to other exercises than ex10 a part each commit. All
 * with twenty seeds: CHAINRULE_LONG=1 npx vitest run tests/corpus
 */
import { readFileSync } from "node:fs";
import inspector from "node:inspector";
import { createServer, type Server } from "node:net";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { createNodeBox } from "../../grader/box/node-box.ts";
import type { FindingCode, Verdict } from "../../grader/verdict/verdict.ts";
import { attacks, breaches, type Fixture, fixturesIn, survivors } from "../box/fixtures.ts";
import { slugOf, slugs } from "../judge/course.ts";
import { shareOf } from "../share.ts";
import { expectSound } from "../sound.ts";
import { SEEDS, sameLine, verdictsOf } from "./recorded.ts";
import { cases, ofOthers, type Submission, sharedIsHere, submissionOf } from "./submissions.ts";

const secret = "pwned-secret-token";
const before = survivors();
const deadlines = { loadMs: 800, callMs: 800, totalMs: 2500, memoryMb: 128, spare: true };

/** Where Node's inspector listens: an escaped submission that opened it would connect. */
const inspectorPort = 9229;
let listener: Server;
let connections = 0;
let box: ReturnType<typeof createNodeBox>;
/** For students' answers, which may take their time on a busy machine. */
let patient: ReturnType<typeof createNodeBox>;

beforeAll(async () => {
  vi.stubEnv("GITHUB_TOKEN", secret);
  box = createNodeBox(deadlines);
  patient = createNodeBox({ loadMs: 2000, callMs: 2000, totalMs: 20_000, spare: true });
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
  patient.close();
  listener.close();
  vi.unstubAllEnvs();
  // A killed process needs a moment to be gone.
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(survivors(before)).toEqual([]);
});

/** What each came to: by its folder and name. */
const lines = new Map<string, string>();

async function judged(slug: string, group: readonly Submission[], where = box) {
  const verdicts = await verdictsOf(slug, group, where);
  for (const one of group) lines.set(one.id, sameLine(one, verdicts.get(one.id) ?? []));
  return verdicts;
}

const judge = async (folder: string, fixture: Fixture): Promise<readonly Verdict[]> =>
  [...(await judged(slugOf(fixture.exercise), [submissionOf(folder, fixture)])).values()].flat();

const honest = submissionOf("pass", fixturesIn("pass").find(({ name }) => name === "loop") as Fixture);

function expectEverything(verdict: Verdict): void {
  expectSound(verdict);
  expect([verdict.status, verdict.score]).toEqual(["pass", verdict.maxScore]);
}

function expectNothing(verdict: Verdict): void {
  expectSound(verdict);
  expect(JSON.stringify(verdict)).not.toContain(secret);
  expect([verdict.status, verdict.score, verdict.maxScore]).toEqual(["fail", 0, 20]);
}

async function expectUnharmed(): Promise<void> {
  expect(breaches()).toEqual([]);
  expect(survivors(before).filter((line) => !line.includes("runner.cjs"))).toEqual([]);
  expect(connections).toBe(0);
  expect(inspector.url()).toBe(undefined);
  const again = await verdictsOf(honest.slug, [honest], box, SEEDS.slice(-1));
  expect([...again.values()].flat()).toMatchObject([{ status: "pass", score: 20 }]);
}

describe(`with seeds ${SEEDS[0]} to ${SEEDS.at(-1)}`, { timeout: 600_000 }, () => {
  describe("a right submission gets every point, however unusual it is:", () => {
    for (const fixture of fixturesIn("pass")) {
      it(fixture.name, async () => (await judge("pass", fixture)).forEach(expectEverything));
    }
  });

  describe("a wrong submission gets no point:", () => {
    for (const fixture of fixturesIn("fail")) {
      it(fixture.name, async () => (await judge("fail", fixture)).forEach(expectNothing));
    }
  });

  describe("a hostile submission gets no point, and the next one all of them:", () => {
    afterEach(expectUnharmed);
    for (const fixture of fixturesIn("hostile")) {
      it(fixture.name, async () => (await judge("hostile", fixture)).forEach(expectNothing));
    }
  });

  const others = [...ofOthers("pass"), ...ofOthers("fail")];
  const theirs = cases();
  const of = (slug: string) => [...others, ...theirs].filter((one) => one.slug === slug);

  const answered = slugs.filter((slug) => of(slug).length > 0);

  it.each(shareOf(answered, 4))("answers to %s", async (slug) => {
    for (const [id, verdicts] of await judged(
      slug,
      shareOf(of(slug), 16, ({ id }) => id),
      patient,
    ))
      for (const verdict of verdicts) {
        if (id.startsWith("pass/")) expectEverything(verdict);
        else expectSound(verdict);
        if (id.startsWith("fail/")) expect(verdict.status, id).toBe("fail");
      }
  });

  it("what they come to is what verdicts.txt records", async ({ skip }) => {
    const own = [...fixturesIn("pass"), ...fixturesIn("fail"), ...fixturesIn("hostile"), ...others];
    const folders = /^(pass|fail|hostile)\//;
    skip(![...lines.keys()].some((id) => folders.test(id)), "none was graded");
    await expectRecorded(folders, own.length, "verdicts.txt");
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

  describe.skipIf(!sharedIsHere)(
    `what the authors share${sharedIsHere ? "" : " (skipped: ../shared is not here)"}:`,
    () => {
      describe("an attack comes to what its header asks for:", () => {
        afterEach(expectUnharmed);
        for (const fixture of attacks()) {
          it(fixture.name, async () => {
            const asked = /verdict: ([a-z |]+);/.exec(fixture.program.source)?.[1]?.split(" | ");
            for (const verdict of await judge("attacks", fixture)) {
              if (asked === undefined) {
                expectEverything(verdict);
                continue;
              }
              expectNothing(verdict);
              const [finding] = verdict.checks.flatMap((check) => check.finding ?? []);
              expect(asked).toContain(outcomeOf(finding?.code));
            }
          });
        }
      });

      it("what they come to is what shared-verdicts.txt records", async ({ skip }) => {
        const all = attacks().length + theirs.length;
        const folders = /^(attacks|cases)\//;
        skip(![...lines.keys()].some((id) => folders.test(id)), "none was graded");
        await expectRecorded(folders, all, "shared-verdicts.txt");
      });
    },
  );
});

/** All lines of some folders are the file; where a part was graded, its lines are in the file. */
async function expectRecorded(folders: RegExp, all: number, file: string): Promise<void> {
  const chosen = [...lines].filter(([id]) => folders.test(id)).sort(([a], [b]) => (a < b ? -1 : 1));
  const written = chosen.map(([id, line]) => `${id}\n    ${line}\n`);
  if (chosen.length === all) await expect(written.join("")).toMatchFileSnapshot(file);
  const text = readFileSync(join(import.meta.dirname, file), "utf8");
  for (const one of written) expect(`\n${text}`).toContain(`\n${one}`);
}
