/**
 * The same training step in tfjs (WebAssembly) and in jax-js, where bench/against is installed.
 *
 * Both compute in f32 with SIMD, jax-js in f64 as well, as the reference does.
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "../places.ts";
import { n, RATE, type Subject } from "./subject.ts";

const folder = join(root, "bench", "against");

export interface Rival {
  readonly name: string;
  /** One step of descent on all 256 examples; waits for its end. */
  readonly step: () => Promise<void>;
  /** The parameters after the steps so far, layer by layer. */
  readonly parameters: () => Promise<Float64Array>;
}

/** Installs what the lock file names, with scripts left out. */
export function install(): void {
  const { status } = spawnSync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], {
    cwd: folder,
    stdio: ["ignore", "ignore", "inherit"],
    shell: process.platform === "win32",
  });
  if (status !== 0) throw new Error(`npm ci in bench/against ended with ${status}`);
}

/** Those that are installed and start; why, for those that do not. */
export async function rivals(
  subject: Subject,
): Promise<{ readonly ready: readonly Rival[]; readonly absent: readonly string[] }> {
  if (!existsSync(join(folder, "node_modules")))
    return {
      ready: [],
      absent: ["tfjs and jax-js are not installed: `npm run bench -- network --install` does it"],
    };
  const ready: Rival[] = [];
  const absent: string[] = [];
  for (const [name, make] of [
    ["tfjs-wasm (f32)", tfjs],
    ["jax-js-wasm (f32)", (name: string, of: Subject) => jax(name, of, "float32")],
    ["jax-js-wasm (f64)", (name: string, of: Subject) => jax(name, of, "float64")],
  ] as const) {
    try {
      ready.push(await make(name, subject));
    } catch (error) {
      absent.push(`${name} does not start: ${error instanceof Error ? error.message.split("\n")[0] : error}`);
    }
  }
  return { ready, absent };
}

const require = createRequire(join(folder, "package.json"));
const layers = [
  [784, 100],
  [100, 10],
] as const;
/** W1, b1, W2, b2 with their shapes. */
const pieces = (P: Float64Array) => {
  let at = 0;
  return layers.flatMap(([inputs, outputs]) => {
    const W = P.slice(at, at + inputs * outputs);
    const b = P.slice(at + W.length, at + W.length + outputs);
    at += W.length + b.length;
    return [
      { values: W, shape: [inputs, outputs] },
      { values: b, shape: [outputs] },
    ];
  });
};

/** As much of an array of either library as is used here. */
interface Tensor {
  dispose(): void;
  data(): Promise<Float32Array>;
  readonly ref: Tensor;
  mul(by: Tensor | number): Tensor;
  sub(by: Tensor | number): Tensor;
  reshape(shape: readonly number[]): Tensor;
}
type Op = (...operands: readonly unknown[]) => Tensor;

const joined = async (tensors: readonly Tensor[]): Promise<Float64Array> => {
  const all: number[] = [];
  for (const tensor of tensors) all.push(...(await tensor.data()));
  return Float64Array.from(all);
};

/** Forward and backward written out in its operations: its own derivatives lack one that the loss needs. */
async function tfjs(name: string, { P, X, Y }: Subject): Promise<Rival> {
  const tf = require("@tensorflow/tfjs-core") as Record<string, Op> & {
    setBackend(name: string): Promise<boolean>;
    tidy(work: () => readonly Tensor[]): readonly Tensor[];
    env(): { set(flag: string, value: boolean): void };
  };
  require("@tensorflow/tfjs-backend-wasm");
  if (!(await tf.setBackend("wasm"))) throw new Error("its backend is not there");
  const t = tf as Record<string, Op>;
  const of = (values: Float64Array, shape: readonly number[]): Tensor =>
    t.tensor!(Float32Array.from(values), shape);
  const x = of(X, [n, 784]);
  const y = of(Y, [n, 10]);
  let parameters: readonly Tensor[] = pieces(P).map(({ values, shape }) => of(values, shape));
  return {
    name,
    async step() {
      const next = tf.tidy(() => {
        const [W1, b1, W2, b2] = parameters;
        const A = t.sigmoid!(t.add!(t.matMul!(x, W1), b1));
        const p = t.softmax!(t.add!(t.matMul!(A, W2), b2));
        const d2 = t.div!(t.sub!(p, y), n);
        const d1 = t.mul!(t.matMul!(d2, W2, false, true), t.mul!(A, t.sub!(1, A)));
        const G = [
          t.matMul!(x, d1, true, false),
          t.sum!(d1, 0),
          t.matMul!(A, d2, true, false),
          t.sum!(d2, 0),
        ];
        return parameters.map((each, k) => t.sub!(each, t.mul!(G[k], RATE)));
      });
      for (const each of parameters) each.dispose();
      parameters = next;
      await parameters[3]!.data();
    },
    parameters: () => joined(parameters),
  };
}

/** Its own gradient, compiled once together with the update. */
async function jax(name: string, { P, X, Y }: Subject, dtype: "float32" | "float64"): Promise<Rival> {
  // It asks what browser it is in and whether an array is one of halves, for which Node 20 has no words.
  const lacking = globalThis as { navigator?: object; Float16Array?: unknown };
  lacking.navigator ??= {};
  lacking.Float16Array ??= class {};
  const all = (await import(pathToFileURL(require.resolve("@jax-js/jax")).href)) as { default?: object };
  const {
    numpy: np,
    nn,
    jit,
    grad,
    init,
    defaultDevice,
  } = (all.default ?? all) as {
    numpy: Record<string, Op>;
    nn: Record<string, Op>;
    jit: (f: (...of: never[]) => unknown) => (...of: unknown[]) => unknown;
    grad: (f: (...of: never[]) => unknown) => (...of: unknown[]) => readonly Tensor[];
    init: (device: string) => Promise<unknown>;
    defaultDevice: (device: string) => void;
  };
  await init("wasm");
  defaultDevice("wasm");
  const of = (values: Float64Array, shape: readonly number[]): Tensor =>
    np.array!(dtype === "float64" ? values : Float32Array.from(values)).reshape(shape);
  const x = of(X, [n, 784]);
  const y = of(Y, [n, 10]);
  const loss = ([W1, b1, W2, b2]: readonly Tensor[], inputs: Tensor, targets: Tensor): Tensor => {
    const A = nn.sigmoid!(np.add!(np.matmul!(inputs, W1), b1));
    const z = np.add!(np.matmul!(A, W2), b2);
    return np.mean!(np.sum!(nn.logSoftmax!(z, -1).mul(targets), 1)).mul(-1);
  };
  const step = jit((p: readonly Tensor[], inputs: Tensor, targets: Tensor) => {
    const G = grad(loss as (...of: never[]) => unknown)(
      p.map((each) => each.ref),
      inputs,
      targets,
    );
    return p.map((each, k) => each.sub(G[k]!.mul(RATE)));
  });
  let parameters: readonly Tensor[] = pieces(P).map(({ values, shape }) => of(values, shape));
  return {
    name,
    async step() {
      parameters = step(parameters, x.ref, y.ref) as readonly Tensor[];
      await parameters[3]!.ref.data();
    },
    parameters: () => joined(parameters.map((each) => each.ref)),
  };
}
