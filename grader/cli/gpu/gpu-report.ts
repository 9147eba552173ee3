/** What there is to know about this machine's GPU, looked at in a process of its own. */
import { spawnSync } from "node:child_process";
import { openGpu } from "../../../reference/gpu/device.ts";
import { gpuOptions } from "./gpu-choice.ts";

export interface GpuReport {
  /** Adapter and driver, as people know them. */
  readonly name?: string;
  readonly isSoftware?: boolean;
  readonly limits?: { readonly bindingBytes: number; readonly buffers: number; readonly invocations: number };
  /** Milliseconds from nothing to a device that has passed its self-test. */
  readonly openMs?: number;
  /** Why there is none to work with. */
  readonly reason?: string;
}

/** Opens the device and says what it is. */
export async function reportGpu(env: NodeJS.ProcessEnv = process.env): Promise<GpuReport> {
  const begun = performance.now();
  const { gpu, reason } = await openGpu(gpuOptions("webgpu", env));
  if (gpu === undefined) return { reason };
  const openMs = Math.round(performance.now() - begun);
  const { limits } = gpu.device;
  const { name, isSoftware } = gpu;
  gpu.close();
  return {
    name,
    isSoftware,
    openMs,
    limits: {
      bindingBytes: limits.maxStorageBufferBindingSize,
      buffers: limits.maxStorageBuffersPerShaderStage,
      invocations: limits.maxComputeInvocationsPerWorkgroup,
    },
  };
}

/** The hidden option of `doctor` that the child is started with. */
export const REPORT_FLAG = "--report-gpu";

const seconds = 20;

/**
 * The same in a child: a driver may crash, hang, or write on stderr what nobody can use.
 */
export function reportGpuApart(): GpuReport {
  const entry = process.argv[1] ?? "";
  const { status, signal, stdout, error } = spawnSync(process.execPath, [entry, "doctor", REPORT_FLAG], {
    encoding: "utf8",
    timeout: 1000 * seconds,
    stdio: ["ignore", "pipe", "ignore"],
  });
  if (error !== undefined && "code" in error && error.code === "ETIMEDOUT")
    return { reason: `its driver does not answer within ${seconds} s` };
  try {
    if (status === 0) return JSON.parse(stdout) as GpuReport;
  } catch {
    // What came is no report; how the process ended is said below.
  }
  return { reason: `its driver ends the process (${signal ?? `exit code ${status}`})` };
}
