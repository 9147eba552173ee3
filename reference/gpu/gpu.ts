/**
 * A device with what the kernels need: arrays of f32 on it, passes prepared once and run many times, and errors
 * that surface at the next wait.
 */
import type { GpuArray } from "./gpu-array.ts";
import { type Kernel, LANES, MOST_GROUPS } from "./kernel.ts";
import { mustNotAlias, paramBytes, pipelineOf } from "./pipeline.ts";
import { firstLine, GpuError, type Shared, watched } from "./shared-device.ts";

export { GpuError } from "./shared-device.ts";

/** A kernel with its arrays and parameters, ready to be run any number of times. */
export interface Pass {
  readonly pipeline: GPUComputePipeline;
  /** Dispatches of bounded work, one after another. */
  readonly dispatches: readonly Dispatch[];
}

interface Dispatch {
  readonly bindings: GPUBindGroup;
  readonly groups: readonly [number, number];
  readonly work: number;
}

/** How a long run is followed and stopped. */
export interface Following {
  readonly signal?: AbortSignal | undefined;
  /** Called with the share that is done, from 0 to 1. */
  readonly progress?: ((share: number) => void) | undefined;
}

/** WebGPU's default for one binding. */
const MOST_BYTES = 128 * 1024 * 1024;
/**
 * Multiply-adds of one dispatch, so that it takes less than 100 ms: a hardware adapter is expected to do more than
 * 3·10⁹ a second, a software one did 1.3·10⁸ at least.
 */
const WORK = { hardware: 2 ** 28, software: 2 ** 23 } as const;
/** Dispatches of one submission at most; a command buffer takes memory. */
const MOST_DISPATCHES = 2048;

export class Gpu {
  /** The adapter's name as people know it. */
  readonly name: string;
  readonly isSoftware: boolean;
  /** Multiply-adds that one dispatch may hold. */
  readonly work: number;
  readonly #shared: Shared;
  readonly #own = new Set<GPUBuffer>();

  constructor(device: GPUDevice, name: string, isSoftware: boolean, work?: number, shared?: Shared) {
    this.name = name;
    this.isSoftware = isSoftware;
    this.work = work ?? (isSoftware ? WORK.software : WORK.hardware);
    this.#shared = shared ?? watched(device);
  }

  get device(): GPUDevice {
    return this.#shared.device;
  }

  /** What went wrong on this device so far, which stays so. */
  get fault(): string | undefined {
    return this.#shared.fault;
  }

  /**
   * The same device with arrays of its own, which `free` gives back together.
   *
   * @param work multiply-adds of one dispatch, where it is to be shorter or longer than usual
   */
  room(work = this.work): Gpu {
    return new Gpu(this.device, this.name, this.isSoftware, work, this.#shared);
  }

  /** Destroys the arrays of this room; the device stays. */
  free(): void {
    for (const buffer of this.#own) buffer.destroy();
    this.#own.clear();
  }

  /** Ends the device, and with it all rooms. */
  close(): void {
    this.device.destroy();
  }

  /** An array of zeros. @throws GpuError above the largest binding of the default limits */
  zeros(length: number): GpuArray {
    const size = Math.max(4, 4 * length);
    if (size > MOST_BYTES)
      throw new GpuError(`an array of ${length} numbers is larger than the ${MOST_BYTES} bytes of a binding`);
    const { device } = this;
    device.pushErrorScope("out-of-memory");
    const buffer = this.#buffer({
      size,
      usage: GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_DST | GPUBufferUsage.COPY_SRC,
    });
    const told = device.popErrorScope().then(
      (error) => {
        if (error !== null) this.#shared.fault ??= `out of memory for ${length} numbers`;
      },
      // A device that is gone says so by itself.
      () => {},
    );
    this.#shared.waiting.push(told);
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
    if (data.length > 0) this.device.queue.writeBuffer(array.buffer, 0, data as Float32Array<ArrayBuffer>);
  }

  /** Copies `source` over `target`, after what was submitted before. */
  copy(target: GpuArray, source: GpuArray): void {
    if (target.length !== source.length)
      throw new RangeError(`copy: ${target.length} numbers expected, got ${source.length}`);
    const encoder = this.device.createCommandEncoder();
    encoder.copyBufferToBuffer(source.buffer, 0, target.buffer, 0, Math.max(4, 4 * source.length));
    this.device.queue.submit([encoder.finish()]);
  }

  /** Waits for what was submitted and reads an array. @throws GpuError */
  async read(array: GpuArray): Promise<Float64Array> {
    this.#mustBeSound();
    const { device } = this;
    const size = Math.max(4, 4 * array.length);
    let staging: GPUBuffer | undefined;
    try {
      staging = device.createBuffer({ size, usage: GPUBufferUsage.MAP_READ | GPUBufferUsage.COPY_DST });
      const encoder = device.createCommandEncoder();
      encoder.copyBufferToBuffer(array.buffer, 0, staging, 0, size);
      device.queue.submit([encoder.finish()]);
      await staging.mapAsync(GPUMapMode.READ);
      await this.settle();
      return Float64Array.from(new Float32Array(staging.getMappedRange()).subarray(0, array.length));
    } catch (error) {
      await this.settle();
      throw this.#gpuError(error);
    } finally {
      staging?.destroy();
    }
  }

  /** Waits until all submitted work is done. @throws GpuError */
  async settle(): Promise<void> {
    const { device, waiting } = this.#shared;
    // A device that is gone may refuse to answer; why it is gone is known below.
    await device.queue.onSubmittedWorkDone().catch(() => {});
    await Promise.all(waiting.splice(0));
    this.#mustBeSound();
  }

  /**
   * Binds arrays and parameters to a kernel.
   *
   * @param threads invocations; for a kernel with shared memory, those of whole groups of 256
   * @param arrays those that it reads and then those that it writes, in the order of the declaration
   * @param work multiply-adds of one invocation, by which the pass is cut into dispatches
   */
  prepare<P extends string>(
    of: Kernel<P>,
    threads: number,
    params: Readonly<Record<P, number>>,
    arrays: readonly GpuArray[],
    work = 1,
  ): Pass {
    const names = [...of.reads, ...of.writes];
    if (arrays.length !== names.length)
      throw new RangeError(`${of.name}: ${names.join(", ")} expected, got ${arrays.length} arrays`);
    mustNotAlias(of as unknown as Kernel, arrays);
    if (threads > 2 ** 32 - LANES)
      throw new GpuError(`${of.name}: ${threads} invocations are more than a pass holds`);
    const pipeline = pipelineOf(this.#shared, of as unknown as Kernel);
    const layout = pipeline.getBindGroupLayout(0);
    const groups = Math.ceil(threads / LANES);
    const most = Math.max(1, Math.floor(this.work / (LANES * Math.max(1, work))));
    const dispatches: Dispatch[] = [];
    for (let first = 0; first < groups; first += most) {
      const some = Math.min(most, groups - first);
      const across = Math.min(some, MOST_GROUPS);
      const uniform = this.#uniform(paramBytes(of as unknown as Kernel, threads, first, params));
      const bindings = this.device.createBindGroup({
        layout,
        entries: [uniform, ...arrays.map(({ buffer }) => buffer)].map((buffer, binding) => ({
          binding,
          resource: { buffer },
        })),
      });
      const down = Math.ceil(some / across);
      dispatches.push({ bindings, groups: [across, down], work: some * LANES * work });
    }
    return { pipeline, dispatches };
  }

  /** Submits passes in order, all of them `times` times; each sees what the ones before have written. */
  run(passes: readonly Pass[], times = 1): void {
    let batch: { encoder: GPUCommandEncoder; pass: GPUComputePassEncoder } | undefined;
    let work = 0;
    let count = 0;
    const submit = (): void => {
      if (batch === undefined) return;
      batch.pass.end();
      this.device.queue.submit([batch.encoder.finish()]);
      batch = undefined;
      work = 0;
      count = 0;
    };
    for (let k = 0; k < times; k++) {
      for (const { pipeline, dispatches } of passes) {
        for (const { bindings, groups, work: more } of dispatches) {
          if (work + more > this.work || count === MOST_DISPATCHES) submit();
          if (batch === undefined) {
            const encoder = this.device.createCommandEncoder();
            batch = { encoder, pass: encoder.beginComputePass() };
          }
          batch.pass.setPipeline(pipeline);
          batch.pass.setBindGroup(0, bindings);
          batch.pass.dispatchWorkgroups(groups[0], groups[1]);
          work += more;
          count++;
        }
      }
    }
    submit();
  }

  /**
   * Runs passes as `run` does and waits now and then, so that a long run can be followed and stopped.
   *
   * @throws GpuError, or the signal's reason where it is aborted
   */
  async follow(passes: readonly Pass[], times: number, { signal, progress }: Following = {}): Promise<void> {
    const dispatches = passes.reduce((sum, pass) => sum + pass.dispatches.length, 0);
    const work = passes.reduce((sum, pass) => sum + pass.dispatches.reduce((s, d) => s + d.work, 0), 0);
    const rounds = Math.max(1, Math.floor(Math.min(this.work / work, MOST_DISPATCHES / dispatches)));
    for (let done = 0; done < times; done += rounds) {
      signal?.throwIfAborted();
      this.run(passes, Math.min(rounds, times - done));
      await this.settle();
      progress?.(Math.min(1, (done + rounds) / times));
    }
  }

  #buffer(descriptor: GPUBufferDescriptor): GPUBuffer {
    try {
      const buffer = this.device.createBuffer(descriptor);
      this.#own.add(buffer);
      return buffer;
    } catch (error) {
      throw this.#gpuError(error);
    }
  }

  #uniform(bytes: ArrayBuffer): GPUBuffer {
    const usage = GPUBufferUsage.UNIFORM | GPUBufferUsage.COPY_DST;
    const buffer = this.#buffer({ size: bytes.byteLength, usage });
    this.device.queue.writeBuffer(buffer, 0, bytes);
    return buffer;
  }

  #mustBeSound(): void {
    const { fault } = this.#shared;
    if (fault !== undefined) throw new GpuError(`${this.name}: ${fault}`);
  }

  #gpuError(error: unknown): GpuError {
    if (error instanceof GpuError) return error;
    const text = error instanceof Error ? error.message : String(error);
    return new GpuError(`${this.name}: ${firstLine(this.fault ?? text)}`);
  }
}
