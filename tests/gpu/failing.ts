/** Makes the device fail in one way, for failures.test.ts: prints what became of the work, and of the next piece. */
import type { AdapterOptions } from "../../reference/gpu/adapter.ts";
import { closeGpu } from "../../reference/gpu/device.ts";
import type { Gpu } from "../../reference/gpu/gpu.ts";
import { kernel } from "../../reference/gpu/kernel.ts";
import { matmul } from "../../reference/gpu/kernels/matmul.ts";
import { sum } from "../../reference/gpu/kernels/reduce.ts";
import { attempt } from "./attempt.ts";

const options = { choice: "auto", allowSoftware: true } as const;

async function addOneAndTwo(gpu: Gpu): Promise<number[]> {
  const room = gpu.room();
  const total = room.zeros(1);
  room.run(sum(room, total, room.from([1, 2])));
  const [value] = await room.read(total);
  room.free();
  return [value as number];
}

const ways: Readonly<Record<string, (gpu: Gpu) => Promise<unknown>>> = {
  lost: async (gpu) => {
    gpu.close();
    return addOneAndTwo(gpu);
  },
  "lost-while-waiting": async (gpu) => {
    const pending = addOneAndTwo(gpu);
    gpu.close();
    return pending;
  },
  invalid: async (gpu) => {
    const wrong = kernel({ name: "wrong", params: {}, reads: [], writes: ["a"], body: "  a[i] = nonsense;" });
    const a = gpu.zeros(4);
    gpu.run([gpu.prepare(wrong, 4, {}, [a])]);
    return gpu.read(a);
  },
  "out-of-memory": async (gpu) => {
    // No test fills a machine's memory: the device says what it says when it is full.
    const said = { message: "full" } as GPUOutOfMemoryError;
    gpu.device.popErrorScope = async () => said;
    return gpu.read(gpu.zeros(1024));
  },
  "too-large": async (gpu) => gpu.zeros(40_000_000),
  // Never reached: the self-test comes first.
  "wrong-results": async () => "gpu",
  abort: async (gpu) => {
    const a = gpu.zeros(4);
    await gpu.follow(sum(gpu, gpu.zeros(1), a), 10, { signal: AbortSignal.abort() });
  },
  shapes: async (gpu) => {
    const a = gpu.zeros(4);
    gpu.run(matmul(gpu, gpu.zeros(9), a, a, { m: 3, k: 3, n: 3 }, "nn"));
  },
};

/** WebGPU whose exp is one part in a thousand too large, as that of a driver in half precision may be. */
async function inexact(): Promise<GPU> {
  const { create, globals } = (await import("webgpu" as string)) as {
    create: (o: string[]) => GPU;
    globals: object;
  };
  Object.assign(globalThis, globals);
  const gpu = create([]);
  // Not to be collected while it works.
  Object.assign(globalThis, { kept: gpu });
  const requestAdapter = async (): Promise<GPUAdapter | null> => {
    const adapter = await gpu.requestAdapter();
    if (adapter === null) return null;
    const requestDevice = async (): Promise<GPUDevice> => {
      const device = await adapter.requestDevice();
      const make = device.createShaderModule.bind(device);
      device.createShaderModule = (of) => make({ ...of, code: of.code.replaceAll(" exp(", " 1.001 * exp(") });
      return device;
    };
    return { info: adapter.info, requestDevice } as unknown as GPUAdapter;
  };
  return { requestAdapter } as unknown as GPU;
}

const lines: string[] = [];
const first: AdapterOptions = process.argv[2] === "wrong-results" ? { ...options, load: inexact } : options;
const way = ways[process.argv[2] ?? ""] as (gpu: Gpu) => Promise<unknown>;
const say = (line: string): void => void lines.push(line);
try {
  const done = await attempt<unknown>(first, way, say);
  const second = await attempt<unknown>(options, addOneAndTwo);
  process.stdout.write(JSON.stringify({ first: done, lines, second }));
} catch (error) {
  process.stdout.write(JSON.stringify({ thrown: (error as Error).name, lines }));
}
await closeGpu();
