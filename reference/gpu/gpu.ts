/**
 * A device with what the kernels need: arrays of f32 on it, passes prepared once and run many times, and errors
 * that surface at the next wait.
 */
import { type AdapterOptions, findAdapter } from "./adapter.ts";
import { type Kernel, LANES, MOST_GROUPS } from "./kernel.ts";

/** An array of f32 on the device. */
export interface GpuArray {
  readonly buffer: GPUBuffer;
  readonly length: number;
}

/** A kernel with its arrays and parameters, ready to be run any number of times. */
export interface Pass {
  readonly pipeline: GPUComputePipeline;
  readonly bindings: GPUBindGroup;
  readonly groups: readonly [number, number];
}

/** The device refused, ran out of memory or is gone; the caller goes on with the CPU. */
export class GpuError extends Error {
  override readonly name = "GpuError";
}

/** WebGPU's default for one binding. */
const MOST_BYTES = 128 * 1024 * 1024;

export class Gpu {
  readonly device: GPUDevice;
  readonly name: string;
  readonly isSoftware: boolean;
  #pipelines = new Map<Kernel, GPUComputePipeline>();
  #fault: string | undefined;
  #waiting: Promise<void>[] = [];

  constructor(device: GPUDevice, name: string, isSoftware: boolean) {
    this.device = device;
    this.name = name;
    this.isSoftware = isSoftware;
    device.addEventListener("uncapturederror", (event) => {
      this.#fault ??= (event as GPUUncapturedErrorEvent).error.message;
    });
    device.lost.then(({ reason, message }) => {
      this.#fault ??= reason === "destroyed" ? "it was closed" : `the device is lost: ${message}`;
    });
  }

  /** An array of zeros. @throws GpuError above the largest binding of the default limits */
  zeros(length: number): GpuArray {
    const size = Math.max(4, 4 * length);
    if (size > MOST_BYTES)
      throw new GpuError(`an array of ${length} numbers is larger than the ${MOST_BYTES} bytes of a binding`);
    this.device.pushErrorScope("out-of-memory");
    const buffer = this.device.createBuffer({
      size,
      usage: GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_DST | GPUBufferUsage.COPY_SRC,
    });
    this.#waiting.push(
      this.device.popErrorScope().then((error) => {
        if (error !== null) this.#fault ??= `out of memory for ${length} numbers`;
      }),
    );
    return { buffer, length };
  }

  from(values: ArrayLike<number>): GpuArray {
    const array = this.zeros(values.length);
    this.write(array, values);
    return array;
  }

  write(array: GpuArray, values: ArrayLike<number>): void {
    if (values.length !== array.length)
      throw new RangeError(`write: ${array.length} numbers expected, got ${values.length}`);
    const data = values instanceof Float32Array ? values : Float32Array.from(values);
    this.device.queue.writeBuffer(array.buffer, 0, data as Float32Array<ArrayBuffer>);
  }

  /** Waits for what was submitted and reads an array. @throws GpuError */
  async read(array: GpuArray): Promise<Float64Array> {
    const { device } = this;
    const size = Math.max(4, 4 * array.length);
    const staging = device.createBuffer({ size, usage: GPUBufferUsage.MAP_READ | GPUBufferUsage.COPY_DST });
    const encoder = device.createCommandEncoder();
    encoder.copyBufferToBuffer(array.buffer, 0, staging, 0, size);
    device.queue.submit([encoder.finish()]);
    try {
      await staging.mapAsync(GPUMapMode.READ);
      await this.settle();
      return Float64Array.from(new Float32Array(staging.getMappedRange()).subarray(0, array.length));
    } catch (error) {
      await this.settle();
      throw new GpuError(error instanceof Error ? error.message : String(error));
    } finally {
      staging.destroy();
    }
  }

  /** Waits until all submitted work is done. @throws GpuError */
  async settle(): Promise<void> {
    await this.device.queue.onSubmittedWorkDone();
    await Promise.all(this.#waiting.splice(0));
    if (this.#fault !== undefined) throw new GpuError(`${this.name}: ${this.#fault}`);
  }

  /** @param threads invocations; for a kernel with shared memory, those of whole groups of 256 */
  prepare<P extends string>(
    of: Kernel<P>,
    threads: number,
    params: Readonly<Record<P, number>>,
    arrays: readonly GpuArray[],
  ): Pass {
    const { device } = this;
    const names = [...of.reads, ...of.writes];
    if (arrays.length !== names.length)
      throw new RangeError(`${of.name}: ${names.join(", ")} expected, got ${arrays.length} arrays`);
    const groups = Math.ceil(threads / LANES);
    const across = Math.min(groups, MOST_GROUPS);
    const down = across === 0 ? 0 : Math.ceil(groups / across);
    if (down > MOST_GROUPS)
      throw new GpuError(`${of.name}: ${threads} invocations are more than a dispatch holds`);
    const entries = Object.entries<"u32" | "f32">(of.params);
    const size = 16 * Math.ceil((4 + 4 * entries.length) / 16);
    const uniform = device.createBuffer({ size, usage: GPUBufferUsage.UNIFORM, mappedAtCreation: true });
    const view = new DataView(uniform.getMappedRange());
    view.setUint32(0, threads, true);
    for (const [k, [name, type]] of entries.entries()) {
      const value = params[name as P];
      if (type === "u32") view.setUint32(4 + 4 * k, value, true);
      else view.setFloat32(4 + 4 * k, value, true);
    }
    uniform.unmap();
    const pipeline = this.#pipelineOf(of as unknown as Kernel);
    const bindings = device.createBindGroup({
      layout: pipeline.getBindGroupLayout(0),
      entries: [uniform, ...arrays.map(({ buffer }) => buffer)].map((buffer, binding) => ({
        binding,
        resource: { buffer },
      })),
    });
    return { pipeline, bindings, groups: [across, down] };
  }

  /** Submits passes in order; each sees what the ones before have written. */
  run(passes: readonly Pass[], times = 1): void {
    const encoder = this.device.createCommandEncoder();
    const pass = encoder.beginComputePass();
    for (let k = 0; k < times; k++) {
      for (const { pipeline, bindings, groups } of passes) {
        if (groups[0] === 0) continue;
        pass.setPipeline(pipeline);
        pass.setBindGroup(0, bindings);
        pass.dispatchWorkgroups(groups[0], groups[1]);
      }
    }
    pass.end();
    this.device.queue.submit([encoder.finish()]);
  }

  close(): void {
    this.device.destroy();
  }

  #pipelineOf(of: Kernel): GPUComputePipeline {
    const made = this.#pipelines.get(of);
    if (made !== undefined) return made;
    const { device } = this;
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
    this.#pipelines.set(of, pipeline);
    return pipeline;
  }
}

/** A device, or the reason why the CPU does the work; never throws. */
export type Opened =
  | { readonly gpu: Gpu; readonly reason?: undefined }
  | { readonly gpu?: undefined; readonly reason: string };

/** Opens the device with the default limits, so that what runs here runs everywhere. */
export async function openGpu(options: AdapterOptions): Promise<Opened> {
  const found = await findAdapter(options);
  if (found.adapter === undefined) return { reason: found.reason };
  try {
    const device = await found.adapter.requestDevice();
    return { gpu: new Gpu(device, found.name, found.isSoftware) };
  } catch (error) {
    return { reason: `${found.name} gives no device: ${error instanceof Error ? error.message : error}` };
  }
}
