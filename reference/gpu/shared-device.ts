/**
 * A device with what all who work on it share: its compiled kernels, and what went wrong on it.
 */
import type { Kernel } from "./kernel.ts";

/** The device refused, ran out of memory or is gone; the caller goes on with the CPU. */
export class GpuError extends Error {
  override readonly name = "GpuError";
}

/** What all rooms of a device share. */
export interface Shared {
  readonly device: GPUDevice;
  readonly pipelines: Map<Kernel, GPUComputePipeline>;
  readonly waiting: Promise<void>[];
  fault: string | undefined;
}

/** What goes wrong on a device is kept until somebody waits for it. */
export function watched(device: GPUDevice): Shared {
  const shared: Shared = { device, pipelines: new Map(), waiting: [], fault: undefined };
  device.addEventListener("uncapturederror", (event) => {
    // Else Dawn prints it on stdout, where somebody may be reading JSON.
    event.preventDefault();
    shared.fault ??= firstLine((event as GPUUncapturedErrorEvent).error.message);
  });
  device.lost.then(({ reason, message }) => {
    shared.fault ??=
      reason === "destroyed" ? "the device was closed" : `the device is lost: ${firstLine(message)}`;
  });
  return shared;
}

/** What an error says in one line. */
export const firstLine = (text: string): string => text.trim().split("\n")[0] ?? "";
