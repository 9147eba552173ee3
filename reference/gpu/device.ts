/**
 * The device that all of a process share, and what happens where there is none.
 */
import { type AdapterOptions, findAdapter } from "./adapter.ts";
import { Gpu, GpuError } from "./gpu.ts";
import { selfTest } from "./self-test.ts";

/** A device, or the reason why the CPU does the work. */
export type Opened =
  | { readonly gpu: Gpu; readonly reason?: undefined }
  | { readonly gpu?: undefined; readonly reason: string };

/**
 * Opens a device with the default limits, so that what runs here runs everywhere, and tries it. Never throws.
 */
export async function openGpu(options: AdapterOptions): Promise<Opened> {
  const found = await findAdapter(options);
  if (found.adapter === undefined) return { reason: found.reason };
  let gpu: Gpu | undefined;
  try {
    const device = await found.adapter.requestDevice();
    gpu = new Gpu(device, found.name, found.isSoftware);
    const wrong = await selfTest(gpu);
    if (wrong === undefined) return { gpu };
    gpu.close();
    return { reason: `${found.name} does not compute rightly: ${wrong}` };
  } catch (error) {
    gpu?.close();
    if (error instanceof GpuError) return { reason: error.message };
    return { reason: `${found.name} gives no device: ${error instanceof Error ? error.message : error}` };
  }
}

/** The device is kept on a global: a bundle may hold this module twice, and a device that is collected ends badly. */
const KEPT = Symbol.for("chainrule.gpu");
type Kept = { [KEPT]?: { readonly key: string; readonly opened: Promise<Opened> } };

/**
 * The process's device, opened by the first who asks. One that was lost or has reported an error is given up, and the
 * next who asks gets a new one.
 */
export async function sharedGpu(options: AdapterOptions): Promise<Opened> {
  if (options.choice === "cpu") return { reason: "the CPU was asked for" };
  const kept = globalThis as Kept;
  const kind = options.allowSoftware === true ? "any" : "hardware";
  const key = options.load === undefined ? kind : "loaded otherwise";
  const last = kept[KEPT];
  const opened = await last?.opened;
  // Another may have opened one meanwhile.
  if (kept[KEPT] !== last) return sharedGpu(options);
  const isSound = opened?.gpu === undefined || opened.gpu.fault === undefined;
  if (opened !== undefined && isSound && last?.key === kind && options.load === undefined) return opened;
  opened?.gpu?.close();
  const next = openGpu(options);
  kept[KEPT] = { key, opened: next };
  return next;
}

/** Ends the process's device if there is one. */
export async function closeGpu(): Promise<void> {
  const kept = globalThis as Kept;
  const last = kept[KEPT];
  delete kept[KEPT];
  (await last?.opened)?.gpu?.close();
}
