/** What a check of the GPU found, as a page to keep. */
import { type Agreement, holds } from "../../tests/gpu/twins/agreement.ts";
import type { Timing } from "./timings.ts";

export interface Found {
  readonly about: readonly (readonly [string, string])[];
  readonly seed: number;
  readonly agreements: readonly Agreement[];
  readonly timings: readonly Timing[];
  /** An error that nobody waited for. */
  readonly fault: string | undefined;
}

const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [line(head), line(head.map((_, c) => (c === 0 ? "---" : "--:"))), ...rows.map(line)].join("\n");
const three = (x: number): string => (Number.isFinite(x) ? String(Number(x.toPrecision(3))) : "-");

function verdictOf(agreement: Agreement): string {
  if (holds(agreement)) return "yes";
  if (agreement.failure !== undefined) return agreement.failure.replaceAll("|", "/");
  return agreement.sameBits ? "NO" : "NO, and two runs differ";
}

export function markdownOf({ about, seed, agreements, timings, fault }: Found): string {
  const agreed = agreements.filter(holds).length;
  return [
    "# The kernels on this machine's GPU",
    about.map(([what, says]) => `- ${what}: ${says}`).join("\n"),
    ...(fault === undefined ? [] : [`The device reported an error that nobody asked for: ${fault}`]),
    `## Agreement with the CPU in f64, seed ${seed}`,
    `${agreed} of ${agreements.length} agree. The error is the relative Frobenius error, the largest of a comparison's arrays; each ran twice and had to give the same bits.`,
    table(
      ["comparison", "error", "bound", "agrees"],
      agreements.map((one) => [one.name, one.error.toExponential(1), three(one.bound), verdictOf(one)]),
    ),
    ...(timings.length === 0
      ? []
      : [
          "## Times",
          "The CPU's column is the twin in f64, plain JavaScript on one thread. Each time is the best of three.",
          table(
            ["what", "GPU, ms", "CPU, ms", "CPU / GPU", "GPU, GFLOP/s", "of its peak"],
            timings.map(({ what, gpuMs, cpuMs, gflops, ofPeak }) => [
              what,
              three(gpuMs),
              cpuMs === undefined ? "-" : three(cpuMs),
              cpuMs === undefined ? "-" : `${three(cpuMs / gpuMs)}×`,
              gflops === undefined ? "-" : three(gflops),
              ofPeak === undefined ? "-" : `${three(100 * ofPeak)} %`,
            ]),
          ),
        ]),
    "",
  ].join("\n\n");
}
