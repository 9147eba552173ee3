/** The workers of one machine: order, deaths, cores. */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join, resolve } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { CannotJudge } from "../../grader/box/cannot-judge.ts";
import { courseDigests } from "../../grader/class/run/course-digest.ts";
import { type Job, keyOf, type Outcome, type Terms, usualLimits } from "../../grader/class/run/job.ts";
import { LocalPool } from "../../grader/class/run/local-pool.ts";
import { right, wrong } from "../cli/run.ts";

const root = resolve(import.meta.dirname, "../..");
const slug = "ex10-mse-gradients";

describe("the pool of this machine", () => {
  const terms = (): Terms => ({
    course: courseDigests(join(root, "dist"), [slug]),
    seed: 7,
    points: {},
    limits: usualLimits,
    isolation: "standard",
    layers: [],
  });
  const job = (sources: readonly string[], given = terms()): Job => ({
    student: "ada",
    terms: given,
    files: sources.map((source, i) => ({ slug, source, sha256: `${i}`, key: keyOf(slug, `${i}`, given) })),
  });
  /** Those that run, if any. */
  const living = (): readonly number[] => {
    try {
      return workers();
    } catch {
      return [];
    }
  };
  const workers = (): readonly number[] =>
    execFileSync("pgrep", ["-P", `${process.pid}`, "-f", "class-worker"], { encoding: "utf8" })
      .trim()
      .split("\n")
      .map(Number);

  test("is not prepared by a worker that has no compiler: that is told before the first file", async () => {
    // Its workers ask this in place of the compiler.
    vi.stubEnv("ESBUILD_BINARY_PATH", process.execPath);
    const pool = new LocalPool(1);
    try {
      await expect(pool.prepare(terms())).rejects.toThrow(CannotJudge);
    } finally {
      pool.close();
      vi.unstubAllEnvs();
    }
  });

  test.skipIf(process.platform === "win32")(
    "starts all its workers when it is prepared, and grades with these",
    async () => {
      const before = living();
      const pool = new LocalPool(2);
      try {
        await pool.prepare(terms());
        const ready = living().filter((pid) => !before.includes(pid));
        expect(ready).toHaveLength(2);
        const outcomes: Outcome[] = [];
        await Promise.all([right, wrong].map((source) => pool.run(job([source]), (o) => outcomes.push(o))));
        expect(outcomes.map((each) => ("verdict" in each ? each.verdict.score : each.fault)).sort()).toEqual([
          10, 20,
        ]);
        expect(living().filter((pid) => !before.includes(pid))).toEqual(ready);
      } finally {
        pool.close();
      }
    },
  );

  test("tells one outcome for each file, in their order, and the same for the same file", async () => {
    const pool = new LocalPool(2);
    try {
      const outcomes: Outcome[] = [];
      const given = job([right, wrong, "for (;;);", right]);
      await pool.run(given, (outcome) => outcomes.push(outcome));
      expect(outcomes.map(({ key }) => key)).toEqual(given.files.map(({ key }) => key));
      expect(outcomes.map((each) => ("verdict" in each ? each.verdict.score : each.fault))).toEqual([
        20, 10, 0, 20,
      ]);
    } finally {
      pool.close();
    }
  });

  test.skipIf(process.platform !== "linux")(
    "goes on with the next file when a worker is killed, and tries that one again",
    async () => {
      const pool = new LocalPool(1);
      try {
        const outcomes: Outcome[] = [];
        const given = job([right, "for (;;);", wrong]);
        const done = pool.run(given, (outcome) => {
          outcomes.push(outcome);
          // The second file is under way now, for two seconds.
          if (outcomes.length === 1) setTimeout(() => process.kill(workers()[0]!, "SIGKILL"), 300);
        });
        await done;
        expect(outcomes.map((each) => ("verdict" in each ? each.verdict.score : each.fault))).toEqual([
          20, 0, 10,
        ]);
      } finally {
        pool.close();
      }
    },
  );

  const canConfine = existsSync("/usr/bin/taskset") && availableParallelism() > 1;
  test.skipIf(!canConfine)(
    `gives one worker of two cores or more one core, and its box the same${canConfine ? "" : " (skipped: no taskset, or one core)"}`,
    async () => {
      const coresOf = (pid: number): string =>
        /^Cpus_allowed_list:\s*(\S+)$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))![1]!;
      /** Nothing of a box that is done, and ends meanwhile. */
      const coresOfLiving = (pid: number): readonly string[] => {
        try {
          return [coresOf(pid)];
        } catch {
          return [];
        }
      };
      const pool = new LocalPool(1);
      const seen: string[] = [];
      try {
        await pool.run(job([right, wrong]), () => {
          const [worker] = workers();
          const inside = execFileSync("pgrep", ["-P", `${worker}`], { encoding: "utf8" })
            .trim()
            .split("\n")
            .map(Number);
          seen.push(coresOf(worker!), ...inside.flatMap(coresOfLiving));
        });
      } finally {
        pool.close();
      }
      expect(seen.length).toBeGreaterThan(3);
      expect(seen[0]).toMatch(/^\d+$/);
      expect(new Set(seen).size).toBe(1);
      const all = new LocalPool(availableParallelism());
      try {
        await all.run(job([right]), () => expect(coresOf(workers().at(-1)!)).toBe(coresOf(process.pid)));
      } finally {
        all.close();
      }
    },
  );

  test("judges nothing with another course than the job means", async () => {
    const pool = new LocalPool(1);
    try {
      const outcomes: Outcome[] = [];
      await pool.run(job([right], { ...terms(), course: { [slug]: "another" } }), (each) =>
        outcomes.push(each),
      );
      expect(outcomes).toEqual([{ key: expect.any(String), fault: expect.stringMatching(/was built anew/) }]);
    } finally {
      pool.close();
    }
  });
});
