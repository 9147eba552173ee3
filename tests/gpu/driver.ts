/**
 * The Vulkan driver that the tests of the GPU run on: the one that VK_DRIVER_FILES names, or SwiftShader as it comes
 * with Debian's chromium. It is software, which counts as no GPU everywhere else.
 *
 * Where there is none, suites are skipped and say why; in continuous integration they run, and so fail.
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { root } from "../cli/run.ts";

const files = [
  "/usr/lib/chromium/vk_swiftshader_icd.json",
  "/usr/lib/chromium-browser/vk_swiftshader_icd.json",
  "/usr/lib64/chromium-browser/vk_swiftshader_icd.json",
  "/opt/google/chrome/vk_swiftshader_icd.json",
];
const driver = process.env.VK_DRIVER_FILES ?? files.find(existsSync);

/** Variables of a process that may use the software adapter. */
export const gpuEnv: Readonly<Record<string, string>> = {
  PATH: process.env.PATH ?? "",
  LANG: "C.UTF-8",
  CHAINRULE_GPU: "software",
  ...(driver === undefined ? {} : { VK_DRIVER_FILES: driver }),
};

/** Runs a script in a process of its own: if the driver crashes, the tests go on. */
export function runGpu(
  script: string,
  args: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
) {
  const { status, signal, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
    cwd: root,
    env: { ...gpuEnv, ...env },
    encoding: "utf8",
    timeout: 280_000,
    maxBuffer: 64 * 1024 * 1024,
  });
  return { code: status, signal, stdout, stderr };
}

export const gpuCheck = join(root, "dist", "gpu-check.js");

const probe = runGpu(gpuCheck, ["--adapter"]);
const isCi = process.env.CI === "true";

/** Whether suites that need an adapter run. In continuous integration they always do. */
export const hasGpu = probe.code === 0 || isCi;

/** What a suite adds to its title: the adapter, or why it is skipped. */
export const gpuNote = hasGpu
  ? ` (${probe.stdout.trim()})`
  : ` (skipped: ${probe.stdout.trim() || "dist/gpu-check.js does not run: npm run build"})`;
