/**
 * Which GPU there is: flag > hardware adapter > CPU. Every way to fail ends in one line that says so.
 */

/** What the caller asks for. */
export type GpuChoice = "auto" | "cpu" | "webgpu";

export interface AdapterOptions {
  readonly choice: GpuChoice;
  /** Tests take a software adapter, and say so by CHAINRULE_GPU=software; for everybody else it counts as none. */
  readonly allowSoftware?: boolean;
  /** Where WebGPU comes from; the page's own or the npm package unless told. */
  readonly load?: () => Promise<GPU | undefined>;
}

/** An adapter, or the reason why the CPU does the work. */
export type Found =
  | { readonly adapter: GPUAdapter; readonly isSoftware: boolean; readonly name: string }
  | { readonly adapter?: undefined; readonly reason: string };

const SOFTWARE = /swiftshader|llvmpipe|lavapipe|softpipe|software|basic render|\bwarp\b/i;

/**
 * The object that gives adapters. It is kept on a global for the life of the process: if it were collected while
 * work is pending, the process would crash.
 */
const KEPT = Symbol.for("chainrule.webgpu");

async function loadWebGpu(): Promise<GPU | undefined> {
  const kept = globalThis as { [KEPT]?: GPU };
  if (kept[KEPT] !== undefined) return kept[KEPT];
  const own = (globalThis as { navigator?: { gpu?: GPU } }).navigator?.gpu;
  if (own !== undefined) return own;
  // By a variable: a page's bundle must not look for the package.
  const name = "webgpu";
  const { create, globals } = (await import(name)) as {
    create: (options: readonly string[]) => GPU;
    globals: object;
  };
  Object.assign(globalThis, globals);
  kept[KEPT] = create([]);
  return kept[KEPT];
}

/** The adapter's name as people know it. */
export function nameOf({ vendor, architecture, description, device }: GPUAdapterInfo): string {
  const said = [description || device, architecture, vendor].filter((text) => text !== "");
  return said.length === 0 ? "an adapter without a name" : [...new Set(said)].join(", ");
}

/** Looks for an adapter; never throws. */
export async function findAdapter(options: AdapterOptions): Promise<Found> {
  if (options.choice === "cpu") return { reason: "the CPU was asked for" };
  let gpu: GPU | undefined;
  try {
    gpu = await (options.load ?? loadWebGpu)();
  } catch (error) {
    return { reason: whyNotLoaded(error) };
  }
  if (gpu === undefined) return { reason: "WebGPU is not here" };
  try {
    const adapter = await gpu.requestAdapter({ powerPreference: "high-performance" });
    if (adapter === null)
      return { reason: "WebGPU finds no adapter (a Vulkan loader with a driver is needed)" };
    return judged(adapter, options.allowSoftware === true);
  } catch (error) {
    return { reason: `WebGPU gives no adapter: ${firstLine(error)}` };
  }
}

function judged(adapter: GPUAdapter, allowSoftware: boolean): Found {
  const { info } = adapter;
  const name = nameOf(info);
  if (/null/i.test(`${info.device} ${info.description}`))
    return { reason: "WebGPU has only its null backend, which computes nothing" };
  const isSoftware =
    info.isFallbackAdapter === true ||
    SOFTWARE.test([info.vendor, info.architecture, info.device, info.description].join(" "));
  if (isSoftware && !allowSoftware)
    return { reason: `the only adapter is software (${name}), slower than the CPU's own path` };
  return { adapter, isSoftware, name };
}

function whyNotLoaded(error: unknown): string {
  const { code } = error as { code?: string };
  if (code === "ERR_MODULE_NOT_FOUND" || code === "MODULE_NOT_FOUND")
    return "the package webgpu is not installed (npm install webgpu)";
  if (code === "ERR_DLOPEN_FAILED")
    return `the package webgpu does not load on this system: ${firstLine(error)}`;
  return `the package webgpu does not load: ${firstLine(error)}`;
}

const firstLine = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split("\n")[0] ?? "";
