import { copyFileSync, cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildSync } from "esbuild";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type AdapterOptions, findAdapter } from "../../reference/gpu/adapter.ts";
import { closeGpu } from "../../reference/gpu/device.ts";
import { root } from "../cli/run.ts";
import { attempt } from "./attempt.ts";
import { gpuCheck, gpuNote, hasGpu, runGpu } from "./driver.ts";

const info = {
  vendor: "acme",
  architecture: "x1",
  device: "",
  description: "Acme Roadrunner",
  isFallbackAdapter: false,
};
const adapterOf = (more: object, requestDevice?: () => Promise<GPUDevice>) =>
  ({ info: { ...info, ...more }, requestDevice }) as unknown as GPUAdapter;
const gpuWith = (requestAdapter: () => Promise<GPUAdapter | null>) => async () =>
  ({ requestAdapter }) as unknown as GPU;
const coded = (code: string, message: string) => async (): Promise<GPU> => {
  throw Object.assign(new Error(message), { code });
};

type Failure = readonly [what: string, load: NonNullable<AdapterOptions["load"]>, says: RegExp];
const failures: readonly Failure[] = [
  [
    "the package is missing",
    coded("ERR_MODULE_NOT_FOUND", "Cannot find package 'webgpu'"),
    /not installed \(npm install webgpu\)/,
  ],
  [
    "the package does not load",
    coded("ERR_DLOPEN_FAILED", "libstdc++.so.6: version `GLIBCXX_3.4.32' not found\n  required by dawn.node"),
    /does not load on this system: libstdc\+\+\.so\.6: version `GLIBCXX_3\.4\.32' not found$/,
  ],
  ["a page has no WebGPU", async () => undefined, /WebGPU is not here/],
  [
    "there is no adapter",
    gpuWith(async () => null),
    /finds no adapter \(a Vulkan loader with a driver is needed\)/,
  ],
  [
    "asking for an adapter throws",
    gpuWith(async () => {
      throw new Error("the GPU process is gone\nat somewhere");
    }),
    /gives no adapter: the GPU process is gone$/,
  ],
  [
    "there is the null backend only",
    gpuWith(async () => adapterOf({ device: "null-backend", description: "" })),
    /only its null backend, which computes nothing/,
  ],
  ...["llvmpipe (LLVM 17)", "SwiftShader driver", "Microsoft Basic Render Driver"].map(
    (description): Failure => [
      `the only adapter is ${description}`,
      gpuWith(async () => adapterOf({ description })),
      /the only adapter is software .*slower than the CPU/,
    ],
  ),
  [
    "an adapter calls itself a fallback",
    gpuWith(async () => adapterOf({ isFallbackAdapter: true })),
    /the only adapter is software \(Acme Roadrunner, x1, acme\)/,
  ],
  [
    "the adapter gives no device",
    gpuWith(async () =>
      adapterOf({}, async () => {
        throw new Error("out of handles");
      }),
    ),
    /Acme Roadrunner.* gives no device: out of handles/,
  ],
];

describe("where the GPU fails before it begins", () => {
  afterEach(closeGpu);

  it.each(failures)("the CPU does it and one line says why: %s", async (_, load, says) => {
    const said: string[] = [];
    const done = await attempt(
      { choice: "auto", load },
      async () => "gpu",
      (line) => said.push(line),
    );
    expect(done).toMatchObject({ value: "cpu", on: "cpu" });
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(/^The CPU does it: /);
    expect(said[0]).toMatch(says);
    expect(said[0]).not.toContain("\n");
  });

  it("says nothing where the CPU was asked for, and loads nothing", async () => {
    const said: string[] = [];
    const load = (): Promise<GPU> => Promise.reject(new Error("it was loaded"));
    const done = await attempt(
      { choice: "cpu", load },
      async () => "gpu",
      (line) => said.push(line),
    );
    expect(done).toMatchObject({ value: "cpu", on: "cpu" });
    expect(said).toEqual([]);
    expect((await findAdapter({ choice: "cpu", load })).adapter).toBeUndefined();
  });
});

describe("without the package", () => {
  const folder = mkdtempSync(join(tmpdir(), "chainrule-nogpu-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  it("the check of the GPU ends with one line, and nothing else is needed of it", () => {
    copyFileSync(gpuCheck, join(folder, "gpu-check.js"));
    mkdirSync(join(folder, "chunks"));
    for (const file of readdirSync(join(root, "dist/chunks")))
      cpSync(join(root, "dist/chunks", file), join(folder, "chunks", file));
    const { code, stdout, stderr } = runGpu(join(folder, "gpu-check.js"));
    expect(code).toBe(2);
    expect(stdout).toBe("");
    expect(stderr).toBe("gpu-check: the package webgpu is not installed (npm install webgpu)\n");
  });
});

describe.skipIf(!hasGpu)(`where a device fails on the way${gpuNote}`, () => {
  const folder = join(root, "node_modules", `.chainrule-gpu-${process.pid}`);
  const script = join(folder, "failing.mjs");
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  beforeAll(() => {
    buildSync({
      entryPoints: [join(root, "tests/gpu/failing.ts")],
      bundle: true,
      platform: "node",
      format: "esm",
      external: ["webgpu"],
      outfile: script,
    });
  });

  it.each([
    ["lost", /^The CPU does it: .*the device was closed$/],
    ["lost-while-waiting", /^The CPU does it: .*the device was closed$/],
    ["invalid", /^The CPU does it: .*(pars|valid|WGSL)/i],
    ["out-of-memory", /^The CPU does it: .*out of memory for 1024 numbers$/],
    ["too-large", /^The CPU does it: an array of 40000000 numbers is larger than/],
    ["wrong-results", /^The CPU does it: .* does not compute rightly: its self-test is off by/],
  ])("the CPU does it, one line says why, and the next piece has a GPU again: %s", (what, says) => {
    const { code, signal, stdout, stderr } = runGpu(script, [what]);
    expect({ signal, code, stderr: code === 0 ? "" : stderr.slice(-400) }).toEqual({
      signal: null,
      code: 0,
      stderr: "",
    });
    const said = JSON.parse(stdout) as { first: object; lines: string[]; second: object };
    expect(said.first).toMatchObject({ value: "cpu", on: "cpu" });
    expect(said.lines).toHaveLength(1);
    expect(said.lines[0]).toMatch(says);
    expect(said.lines[0]).not.toContain("\n");
    expect(said.second).toMatchObject({ value: [3], on: "webgpu" });
  });

  it.each(["abort", "shapes"])("an error of the work itself is the caller's, not the GPU's: %s", (what) => {
    const { code, stdout } = runGpu(script, [what]);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      thrown: what === "abort" ? "AbortError" : "RangeError",
      lines: [],
    });
  });
});
