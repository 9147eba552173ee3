/**
 * `node dist/gpu-check.js`: whether the kernels are right on this machine's GPU, and how fast they are.
 *
 * It needs the built project and the package webgpu, no network and no test runner, and prints Markdown.
 */
import { cpus } from "node:os";
import { gpuOptions } from "../../grader/cli/gpu/gpu-choice.ts";
import { findAdapter } from "../../reference/gpu/adapter.ts";
import { openGpu } from "../../reference/gpu/device.ts";
import type { Gpu } from "../../reference/gpu/gpu.ts";
import { type Agreement, agreementOf, comparisons, holds } from "../../tests/gpu/twins/agreement.ts";
import { markdownOf } from "./markdown.ts";
import { timings } from "./timings.ts";

const usage = `node dist/gpu-check.js [--seed N] [--no-timings] [--json]

Compares all kernels with the CPU and measures both. CHAINRULE_GPU=software lets a software adapter count.
Exit code: 0 they agree, 1 they do not, 2 no usable adapter or wrong usage.
`;

/** What there is to do it with. */
async function hardware(adapterName: string): Promise<readonly (readonly [string, string])[]> {
  const all = cpus();
  return [
    ["GPU", adapterName],
    ["processor", `${all.length} × ${(all[0]?.model ?? "unknown").replace(/\s+/g, " ").trim()}`],
    ["system", `${process.platform} ${process.arch}, Node ${process.versions.node}`],
    ["date", new Date().toISOString().slice(0, 10)],
    ["command", `node dist/gpu-check.js ${process.argv.slice(2).join(" ")}`.trim()],
  ];
}

async function compared(gpu: Gpu, seed: number): Promise<readonly Agreement[]> {
  const found: Agreement[] = [];
  for (const [i, comparison] of comparisons.entries()) {
    if (process.stderr.isTTY) process.stderr.write(`\r${i + 1} of ${comparisons.length} comparisons`);
    found.push(await agreementOf(gpu, comparison, seed));
  }
  if (process.stderr.isTTY) process.stderr.write("\r\u001b[K");
  return found;
}

async function main(args: readonly string[]): Promise<number> {
  const known = ["--json", "--no-timings", "--seed", "--adapter"];
  const at = args.indexOf("--seed");
  const seed = at < 0 ? 1 : Number(args[at + 1]);
  const odd = args.find((arg, i) => !known.includes(arg) && (at < 0 || i !== at + 1));
  if (odd !== undefined || !Number.isInteger(seed) || seed < 0) {
    process.stderr.write(`gpu-check: ${odd ?? "--seed takes a whole number"}\n\n${usage}`);
    return 2;
  }
  const options = gpuOptions("webgpu");
  if (args.includes("--adapter")) {
    const found = await findAdapter(options);
    process.stdout.write(`${found.adapter === undefined ? found.reason : found.name}\n`);
    return found.adapter === undefined ? 2 : 0;
  }
  const { gpu, reason } = await openGpu(options);
  if (gpu === undefined) {
    process.stderr.write(`gpu-check: ${reason}\n`);
    return 2;
  }
  const agreements = await compared(gpu, seed);
  const isRight = agreements.every(holds) && gpu.fault === undefined;
  const rows = args.includes("--no-timings") ? [] : await timings(gpu);
  const about = await hardware(gpu.name);
  const { fault } = gpu;
  gpu.close();
  process.stdout.write(
    args.includes("--json")
      ? `${JSON.stringify({ about: Object.fromEntries(about), seed, agreements, timings: rows, fault })}\n`
      : markdownOf({ about, seed, agreements, timings: rows, fault }),
  );
  return isRight ? 0 : 1;
}

process.exitCode = await main(process.argv.slice(2));
