/** What a cold start need not do. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { folder, program, root } from "./run.ts";

const place = folder();
afterAll(() => place.remove());

/** Says on standard error which modules of its own Node has compiled anew, for want of what it compiled ahead. */
const probe = place.file(
  "probe.cjs",
  `process.on("exit", () => {
    const { internalBinding } = require("internal/test/binding");
    const { compiledWithoutCache } = internalBinding("builtins").getCacheUsage();
    process._rawDebug(JSON.stringify([...compiledWithoutCache]));
  });`,
);

function compiledAnew(...args: readonly string[]): readonly string[] {
  const { stderr } = spawnSync(process.execPath, ["--expose-internals", "--require", probe, ...args], {
    cwd: root,
    encoding: "utf8",
  });
  const named = JSON.parse(stderr.trim().split("\n").at(-1) ?? "") as readonly string[];
  return named.filter((name) => name !== "internal/test/binding");
}

test("a right answer is graded with Node's own modules as Node compiled them ahead", () => {
  const answer = join(root, "solutions", "ex10-mse-gradients.ts");
  expect(compiledAnew(program, "grade", "ex10", "--file", answer)).toEqual([]);
});

test.skipIf(Number(process.versions.node.split(".")[0]) > 24)(
  "a flag of the engine that comes too early is found by that",
  () => {
    const late = place.file(
      "late.cjs",
      `require("node:v8").setFlagsFromString("--stack-size=900"); require("node:perf_hooks");`,
    );
    expect(compiledAnew(late)).toContain("perf_hooks");
  },
);
