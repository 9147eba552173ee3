/**
 * A kernel on a device: its compiled form, its parameters as bytes, and what may be bound to it.
 */
import type { GpuArray } from "./gpu-array.ts";
import type { Kernel } from "./kernel.ts";
import type { Shared } from "./shared-device.ts";

/** The kernel's pipeline, compiled when it is first asked for. */
export function pipelineOf({ device, pipelines }: Shared, of: Kernel): GPUComputePipeline {
  const made = pipelines.get(of);
  if (made !== undefined) return made;
  const module = device.createShaderModule({ label: of.name, code: of.wgsl });
  const visibility = GPUShaderStage.COMPUTE;
  const kinds: GPUBufferBindingType[] = [
    "uniform",
    ...of.reads.map(() => "read-only-storage" as const),
    ...of.writes.map(() => "storage" as const),
  ];
  // Explicit, so that an array which the body does not use still has its binding.
  const layout = device.createBindGroupLayout({
    entries: kinds.map((type, binding) => ({ binding, visibility, buffer: { type } })),
  });
  const pipeline = device.createComputePipeline({
    label: of.name,
    layout: device.createPipelineLayout({ bindGroupLayouts: [layout] }),
    compute: { module, entryPoint: "main" },
  });
  pipelines.set(of, pipeline);
  return pipeline;
}

/**
 * What the shader's `Params` holds.
 *
 * @param first the number of the dispatch's first workgroup
 * @throws RangeError for a size that is none
 */
export function paramBytes(
  of: Kernel,
  threads: number,
  first: number,
  params: Readonly<Record<string, number>>,
): ArrayBuffer {
  const entries = Object.entries(of.params);
  const view = new DataView(new ArrayBuffer(16 * Math.ceil((8 + 4 * entries.length) / 16)));
  view.setUint32(0, threads, true);
  view.setUint32(4, first, true);
  for (const [k, [name, type]] of entries.entries()) {
    const value = params[name] as number;
    if (type === "f32") view.setFloat32(8 + 4 * k, value, true);
    else if (Number.isInteger(value) && value >= 0 && value < 2 ** 32) view.setUint32(8 + 4 * k, value, true);
    else throw new RangeError(`${of.name}: ${name} is a size, got ${value}`);
  }
  return view.buffer;
}

/**
 * An array that is written may be bound once only: WebGPU refuses it, later and in more words.
 *
 * @throws RangeError
 */
export function mustNotAlias(of: Kernel, arrays: readonly GpuArray[]): void {
  const written = arrays.slice(of.reads.length).map(({ buffer }) => buffer);
  const shared = arrays.filter(({ buffer }) => written.includes(buffer)).length > written.length;
  if (shared || new Set(written).size < written.length)
    throw new RangeError(`${of.name}: an array that is written may be bound once only`);
}
