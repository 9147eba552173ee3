import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { slugsIn } from "../../grader/author/course.ts";
import { isLong } from "../is-long.ts";
import { shareOf } from "../share.ts";
import { root } from "./courses.ts";

describe("check", () => {
  // All of them would take a third of a run of the tests.
  const slugs = shareOf(slugsIn(root), 2);
  const seeds = isLong ? 20 : 2;

  it(`finds nothing to refuse in ${slugs.map((slug) => slug.slice(0, 4)).join(", ")}, on ${seeds} seeds`, () => {
    // The built program: under the test runner the reference is several times slower.
    const { stdout, stderr, status } = spawnSync(
      process.execPath,
      [join(root, "dist/chainrule.js"), "check", ...slugs, "--seeds", `${seeds}`],
      {
        cwd: root,
        encoding: "utf8",
      },
    );
    expect(stderr).toBe("");
    expect(stdout).toBe(`${slugs.length} passed, 0 failed\n`);
    expect(status).toBe(0);
  }, 900_000);
});
