import { beforeAll, describe, expect, it } from "vitest";
import { gpuCheck, gpuNote, hasGpu, runGpu } from "./driver.ts";
import { type Agreement, comparisons } from "./twins/agreement.ts";

/** GPU_SEED draws other shapes and numbers. */
const seed = Number(process.env.GPU_SEED ?? 11);

describe.skipIf(!hasGpu)(`the kernels in Node${gpuNote}, seed ${seed}`, () => {
  const found = new Map<string, Agreement>();
  let fault: string | undefined;
  let ended: { code: number | null; signal: string | null; stderr: string } | undefined;

  beforeAll(() => {
    const ran = runGpu(gpuCheck, ["--json", "--no-timings", "--seed", String(seed)]);
    ended = ran;
    const said = JSON.parse(ran.stdout || "{}") as { agreements?: Agreement[]; fault?: string };
    for (const one of said.agreements ?? []) found.set(one.name, one);
    fault = said.fault;
  }, 300_000);

  it.each(comparisons.map(({ name }) => name))("agree with their twins and with themselves: %s", (name) => {
    const one = found.get(name);
    expect(one, ended?.stderr.slice(-500)).toBeDefined();
    const { error, bound, sameBits, failure } = one as Agreement;
    expect(failure).toBeUndefined();
    expect(error).toBeLessThanOrEqual(bound);
    expect(sameBits, "two runs give the same bits").toBe(true);
  });

  it("report no error that nobody waited for, and end without a crash", () => {
    expect(fault).toBeUndefined();
    expect(ended?.signal).toBeNull();
    expect(ended?.code).toBe(0);
  });
});

describe("the comparisons", () => {
  it("have names of their own", () => {
    expect(new Set(comparisons.map(({ name }) => name)).size).toBe(comparisons.length);
  });
});
