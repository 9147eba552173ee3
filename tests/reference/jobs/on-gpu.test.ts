import { rmSync } from "node:fs";
import { join } from "node:path";
import { buildSync } from "esbuild";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { root } from "../../cli/run.ts";
import { gpuNote, hasGpu, runGpu } from "../../gpu/driver.ts";

const folder = join(root, "node_modules", `.chainrule-jobs-${process.pid}`);
const script = join(folder, "gpu-jobs.mjs");

interface Said {
  readonly found: readonly { name: string; on: string; error: number }[];
  readonly lines: readonly string[];
}

function ran(way: string): Said {
  const { code, signal, stdout, stderr } = runGpu(script, [way]);
  expect({ signal, code, stderr: code === 0 ? "" : stderr.slice(-600) }).toEqual({
    signal: null,
    code: 0,
    stderr: "",
  });
  return JSON.parse(stdout) as Said;
}

/**
 * Relative errors. 6e-8 is half a unit in the last place of f32; gradients and covariances are sums of some hundred
 * terms, losses after 30 steps have had 30 of them. One point of 5,003 between two centroids moves a mean by 1e-3 of
 * the distance at most, in most seeds none does.
 */
const bounds: Readonly<Record<string, number>> = {
  "check/sigmoid": 1e-5,
  "check/relu": 1e-5,
  // f64, since the disagreement was looked at again.
  "check/found": 1e-12,
  landscape: 1e-5,
  grid: 1e-5,
  clusters: 1e-5,
  "clusters/centroids": 1e-3,
  components: 1e-5,
  circles: 1e-5,
  "circles/parameters": 1e-4,
  blobs: 1e-5,
  "blobs/parameters": 1e-4,
};

describe.skipIf(!hasGpu)(`the jobs on the GPU${gpuNote}`, () => {
  beforeAll(() => {
    buildSync({
      entryPoints: [join(root, "tests/reference/jobs/gpu-jobs.ts")],
      bundle: true,
      platform: "node",
      format: "esm",
      external: ["webgpu"],
      outfile: script,
    });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test("come to what the CPU comes to, within what f32 allows", () => {
    const { found, lines } = ran("whole");
    expect(lines).toEqual([]);
    expect(found.map(({ name }) => name).sort()).toEqual(Object.keys(bounds).sort());
    for (const { name, on, error } of found) {
      expect(on, name).toBe("webgpu");
      expect(error, name).toBeLessThan(bounds[name]!);
    }
  });

  test("go on with the CPU from where they were when the device is lost, and say so in one line each", () => {
    const { found, lines } = ran("lost");
    for (const { name, error } of found) expect(error, name).toBeLessThan(bounds[name]!);
    // Components come in one piece, so that there is nothing to go on from.
    const whole = ["components", "check/found"];
    for (const { name, on } of found) if (!whole.includes(name)) expect(on, name).toBe("both");
    expect(lines).toHaveLength(7);
    for (const line of lines)
      expect(line).toMatch(/^The CPU goes on from (step )?\d+.*: .*the device was closed$/);
  });
});
