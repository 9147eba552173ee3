import { createRequire } from "node:module";
import type { GpuReport } from "../gpu/gpu-report.ts";
import type { Examined } from "./examined.ts";

/** @param report what a look at the device gave; taken only where the package is installed */
export async function examineGpu(report?: GpuReport): Promise<Examined> {
  if (report === undefined && !isInstalled("webgpu"))
    return {
      name: "GPU",
      state: "missing",
      says: "No package webgpu, and nothing needs it: the CPU grades.",
    };
  const { reportGpuApart } = await import("../gpu/gpu-report.ts");
  const { name, reason, isSoftware, limits, openMs } = report ?? reportGpuApart();
  if (name === undefined || limits === undefined)
    return { name: "GPU", state: "missing", says: `${sentence(reason ?? "None")} The CPU does its work.` };
  const kind = isSoftware === true ? "A software adapter, let in by CHAINRULE_GPU. " : "";
  const { bindingBytes, buffers, invocations } = limits;
  const room = `${bindingBytes / 2 ** 20} MB a binding, ${buffers} buffers, ${invocations} invocations a group`;
  return {
    name: "GPU",
    state: "yes",
    says: `${name}. ${kind}${room}. Self-test passed, open in ${openMs} ms.`,
  };
}

const sentence = (text: string): string =>
  `${text.charAt(0).toUpperCase()}${text.slice(1).replace(/\.$/, "")}.`;

function isInstalled(name: string): boolean {
  try {
    createRequire(import.meta.url).resolve(name);
    return true;
  } catch {
    return false;
  }
}
