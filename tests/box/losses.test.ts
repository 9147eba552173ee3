/** Ends of a box, by whose doing they are. */
import { afterEach, describe, expect, it } from "vitest";
import type { Box } from "../../grader/box/box.ts";
import { CannotJudge } from "../../grader/box/cannot-judge.ts";
import { endOf } from "../../grader/box/end-of.ts";
import { createNodeBox } from "../../grader/box/node-box.ts";
import { boxesOf } from "./boxes-of.ts";

const base = { code: null, signal: null, said: "", isReady: true };
const heap =
  "\n<--- Last few GCs --->\n\nFATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory\n";
const zone = "#\n# Fatal process out of memory: Zone\n#\n";
const plenty = (): number => 8e9;
const little = (): number => 4e8;

describe("the end of a child is its program's own doing", () => {
  it.each([
    ["at the heap's limit", { ...base, signal: "SIGABRT", said: heap }, little],
    ["at the heap's limit, told by a wrapper's code", { ...base, code: 134, said: heap }, little],
    ["at the box's limit of data", { ...base, signal: "SIGTRAP", said: zone }, plenty],
    [
      "at the box's limit of data, in the system's words",
      { ...base, signal: "SIGABRT", said: "terminate called after throwing an instance of 'std::bad_alloc'" },
      plenty,
    ],
  ] as const)("%s", (_, ended, free) => {
    expect(endOf(ended, free)).toEqual({ kind: "out-of-memory", message: "The memory ran out." });
  });
});

describe("the end of a child is nobody's answer", () => {
  it.each([
    ["by the system's killer", { ...base, signal: "SIGKILL" }, /from outside \(SIGKILL\)/],
    ["by the system's killer, told by a wrapper's code", { ...base, code: 137 }, /from outside \(SIGKILL\)/],
    [
      "by a signal that an engine without memory ends with, but without its words",
      { ...base, signal: "SIGABRT" },
      /SIGABRT/,
    ],
    ["by a fault of the engine", { ...base, signal: "SIGSEGV" }, /SIGSEGV/],
    ["at the end of its processor time", { ...base, signal: "SIGXCPU" }, /SIGXCPU/],
    [
      "where the machine has no memory",
      { ...base, signal: "SIGTRAP", said: zone },
      /machine had no memory left/,
    ],
    [
      "before it was ready",
      { ...base, code: 9, said: "/usr/bin/node: bad option: --no\n", isReady: false },
      /^The box does not start \(\/usr\/bin\/node: bad option: --no\)/,
    ],
    [
      "before it was ready, for want of memory",
      { ...base, signal: "SIGTRAP", said: zone, isReady: false },
      /machine had no memory left/,
    ],
  ] as const)("%s", (_, ended, message) => {
    expect(endOf(ended, little)).toEqual({
      kind: "lost",
      message: expect.stringMatching(message),
      mend: expect.any(String),
    });
  });

  it("unless it ends by itself each time", () => {
    expect(endOf({ ...base, code: 1 }, plenty)).toMatchObject({ kind: "lost", lasting: { kind: "crashed" } });
  });
});

/** Computes for long enough to be killed meanwhile. */
const slow = {
  file: "slow.ts",
  source:
    "export const f = (n: number): number => { let s = 0; for (let i = 0; i < 3e7; i++) s += i % n; return s; };",
};

describe.skipIf(process.platform !== "linux")("a program whose box is killed from outside", () => {
  let box: Box;
  const options = { callMs: 60_000, totalMs: 120_000 };
  afterEach(() => box.close());
  const whileItRuns = async (kills: number) => {
    box = createNodeBox(options);
    expect((await box.load(slow)).kind).toBe("loaded");
    const answers = box.call([
      { fn: "f", args: [7] },
      { fn: "f", args: [3] },
    ]);
    answers.catch(() => {});
    const seen = new Set<number>();
    while (seen.size < kills) {
      for (const pid of boxesOf(process.pid).filter((each) => !seen.has(each))) {
        process.kill(pid, "SIGKILL");
        seen.add(pid);
      }
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return answers;
  };

  it("is run again elsewhere, twice", async () => {
    const undisturbed = await whileItRuns(0);
    box.close();
    expect(await whileItRuns(2)).toEqual(undisturbed);
    expect(undisturbed.map(({ kind }) => kind)).toEqual(["returned", "returned"]);
  });

  it("is not judged after a third time", async () => {
    const lost = whileItRuns(3);
    await expect(lost).rejects.toThrow(CannotJudge);
    await expect(lost).rejects.toThrow(
      "The process that ran it was ended from outside (SIGKILL), 3 times; close what takes memory, then run the same command again",
    );
  });

  it("takes none of the chances of the next one", async () => {
    await expect(whileItRuns(3)).rejects.toThrow(CannotJudge);
    expect((await box.load({ file: "a.ts", source: "export const f = (): number => 1;" })).kind).toBe(
      "loaded",
    );
    expect(await box.call([{ fn: "f", args: [] }])).toMatchObject([{ kind: "returned", value: 1 }]);
  });
});
