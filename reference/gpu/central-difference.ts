/**
 * The complete central-difference check of a network. Twin with the formulas: reference/dense/central-difference.ts.
 *
 *     g_q = (L(P + h e_q) − L(P − h e_q)) / (2h)
 *
 * For each layer a kernel is made from the shape of what is above it. Invocation i owns parameter i of the layer, and
 * walks over a block of examples; the loss's difference is formed without subtracting losses, so that f32 keeps six
 * digits.
 */
import { LEAK } from "../dense/activations.ts";
import { type Batch, lossMovesFrom, movesFrom } from "../dense/central-difference.ts";
import type { RowActivation } from "../dense/layer.ts";
import type { LossName } from "../dense/losses.ts";
import { type LayerShape, layersOf, type NetworkShape, scaleOf } from "../dense/network-shape.ts";
import { type Following, type Gpu, GpuError, type Pass } from "./gpu.ts";
import { type GpuArray, part } from "./gpu-array.ts";
import { type Kernel, kernel } from "./kernel.ts";
import { biasActivation } from "./kernels/activation.ts";
import { copy } from "./kernels/gather.ts";
import { matmul } from "./kernels/matmul.ts";

/** g(z + d) − g(z) as an expression in `s`, which is z or g(z), and `d`. */
const moved: Readonly<Record<Exclude<RowActivation, "softmax">, string>> = {
  identity: "d",
  sigmoid: "moved_sigmoid(s, d)",
  tanh: "2.0 * moved_sigmoid(0.5 + 0.5 * s, 2.0 * d)",
  relu: "moved_relu(s, d, 0.0)",
  leakyRelu: `moved_relu(s, d, ${LEAK})`,
};
const helpers = `
// σ(z + d) − σ(z) with s = σ(z).
fn moved_sigmoid(s: f32, d: f32) -> f32 {
  let e = exp_m1(d);
  return s * (1.0 - s) * e / (1.0 + s * e);
}
fn moved_relu(z: f32, d: f32, left: f32) -> f32 {
  let w = z + d;
  if ((w > 0.0) == (z > 0.0)) { return select(left * d, d, w > 0.0); }
  return select(left * w - z, w - left * z, w > 0.0);
}`;

/** Statements that add the difference of the loss of one example to `sum`. */
const rises: Readonly<Record<LossName, (u: string, count: number) => string>> = {
  crossEntropy: (u, count) => `
  var along = 0.0;
  for (var c = 0u; c < ${count}u; c++) {
    sum += L[e * ${count}u + c] * exp_m1(${u}[c]);
    along += Y[e * ${count}u + c] * ${u}[c];
  }
  return ln_1p(sum) - along;`,
  squared: each("sum += d * (d - 2.0 * (y - a));"),
  bceLogits: each("sum += ln_1p(a * exp_m1(d)) - y * d;"),
  bce: each(`if (y != 0.0) { sum -= y * ln_1p(d / a); }
    if (y != 1.0) { sum -= (1.0 - y) * ln_1p(-d / (1.0 - a)); }`),
};
function each(statements: string): (u: string, count: number) => string {
  return (u, count) => `
  for (var c = 0u; c < ${count}u; c++) {
    let a = L[e * ${count}u + c];
    let y = Y[e * ${count}u + c];
    let d = ${u}[c];
    ${statements}
  }
  return sum;`;
}

/** Moves the outputs `u` of a layer, whose state begins at `from`, in place. */
function moveRow(u: string, { outputs, activation }: LayerShape, from: string): string {
  if (activation === "identity") return "";
  const loop = (statements: string): string => `for (var c = 0u; c < ${outputs}u; c++) { ${statements} }`;
  const state = `let s = S[${from} + e * ${outputs}u + c]; let d = ${u}[c];`;
  if (activation !== "softmax") return loop(`${state} ${u}[c] = ${moved[activation]};`);
  return `
  var all_${u} = 0.0;
  ${loop(`${state} all_${u} += s * exp_m1(d);`)}
  ${loop(`${state} ${u}[c] = s * (exp_m1(d) - all_${u}) / (1.0 + all_${u});`)}`;
}

/** WGSL allows a function 8,192 bytes of variables of its own. */
const PRIVATE = 2000;

const params = { n: "u32", first: "u32", last: "u32", h: "f32", scale: "f32" } as const;
type Check = Kernel<keyof typeof params>;
const made = new Map<string, Check>();

/** The kernel for the parameters of layer l; `starts` is where the state of each layer begins, by example count n. */
function checkOf(shape: NetworkShape, l: number): Check {
  const key = JSON.stringify([shape, l]);
  const known = made.get(key);
  if (known !== undefined) return known;
  const layers = layersOf(shape);
  const layer = layers[l]!;
  const above = layers.slice(l + 1);
  const units = [layer, ...above].reduce((sum, { outputs }) => sum + outputs, 0);
  if (units > PRIVATE)
    throw new GpuError(
      `the check keeps the units above a weight at hand, ${PRIVATE} at most, and here are ${units}`,
    );
  /** Units of all layers below number m. */
  const below = (m: number): number => layers.slice(0, m).reduce((sum, { outputs }) => sum + outputs, 0);
  const state = (m: number): string => `${below(m)}u * p.n`;
  const start =
    layer.activation === "softmax"
      ? `
  for (var c = 0u; c < ${layer.outputs}u; c++) { u${l}[c] = 0.0; }
  u${l}[k] = h;
  ${moveRow(`u${l}`, layer, state(l))}`
      : `
  let s = S[${state(l)} + e * ${layer.outputs}u + k];
  let d = h;
  let a = ${moved[layer.activation]};`;
  const first = above[0];
  const only = layer.activation !== "softmax";
  // One unit of the layer has moved, so that the next layer's product is one row.
  const second =
    first === undefined
      ? only
        ? `for (var c = 0u; c < ${layer.outputs}u; c++) { u${l}[c] = select(0.0, a, c == k); }`
        : ""
      : only
        ? `for (var c = 0u; c < ${first.outputs}u; c++) { u${l + 1}[c] = a * P[${first.W}u + k * ${first.outputs}u + c]; }`
        : product(l, first);
  const later = above.map(
    (next, m) => `
  ${m === 0 ? "" : product(l + m, next)}
  ${moveRow(`u${l + 1 + m}`, next, state(l + 1 + m))}`,
  );
  const count = shape.sizes.at(-1)!;
  const check = kernel({
    name: `central differences of layer ${l + 1}`,
    params,
    reads: ["P", "X", "S", "L", "Y"],
    writes: ["numerical"],
    module: `${helpers}
fn rise(e: u32, k: u32, h: f32) -> f32 {
  ${[layer, ...above].map(({ outputs }, m) => `var u${l + m}: array<f32, ${outputs}>;`).join("\n  ")}
  ${start}
  ${second}
  ${later.join("")}
  var sum = 0.0;
  ${rises[shape.loss](`u${layers.length - 1}`, count)}
}`,
    body: `
  let k = i % ${layer.outputs}u;
  let j = i / ${layer.outputs}u;
  var sum = 0.0;
  for (var e = p.first; e < p.last; e++) {
    // The bias is the weight of an input that is 1.
    let x = select(1.0, X[e * ${layer.inputs}u + min(j, ${layer.inputs - 1}u)], j < ${layer.inputs}u);
    if (x != 0.0) { sum += rise(e, k, p.h * x) - rise(e, k, -p.h * x); }
  }
  let before = select(numerical[${layer.W}u + i], 0.0, p.first == 0u);
  numerical[${layer.W}u + i] = before + p.scale * sum;`,
  });
  made.set(key, check);
  return check;
}

/** u_{m+1} = u_m · W, all units of layer m having moved. */
function product(m: number, { inputs, outputs, W }: LayerShape): string {
  return `for (var c = 0u; c < ${outputs}u; c++) {
    var t = 0.0;
    for (var j = 0u; j < ${inputs}u; j++) { t += u${m}[j] * P[${W}u + j * ${outputs}u + c]; }
    u${m + 1}[c] = t;
  }`;
}

/** Examples that one dispatch walks over. */
const EXAMPLES = 64;

/** Multiply-adds that one parameter of layer l costs for one example; an exponential counts as ten. */
function costOf(shape: NetworkShape, l: number): number {
  const [first, ...rest] = layersOf(shape).slice(l + 1);
  const products = rest.reduce((sum, { inputs, outputs }) => sum + inputs * outputs, 0);
  const units = (first?.outputs ?? 0) + rest.reduce((sum, { outputs }) => sum + outputs, 0);
  return 2 * (products + 11 * units + 15 * shape.sizes.at(-1)! + 15);
}

/**
 * The numerical derivative by every parameter, in their order.
 *
 * @throws GpuError, RangeError if the shapes do not fit, or the signal's reason
 */
export async function centralDifferences(
  on: Gpu,
  shape: NetworkShape,
  batch: Batch,
  h: number,
  { signal, progress }: Following = {},
): Promise<Float64Array> {
  const { P, n } = batch;
  const layers = layersOf(shape);
  const gpu = on.room();
  try {
    const [parameters, Y, numerical] = [gpu.from(P), gpu.from(batch.Y), gpu.zeros(P.length)];
    const { passes, inputs, S, L } = statesOf(gpu, shape, parameters, gpu.from(batch.X), n);
    gpu.run(passes);
    const scale = scaleOf(shape, n) / (2 * h);
    const pieces = layers.flatMap((_, l) =>
      Array.from({ length: Math.ceil(n / EXAMPLES) }, (_, b) => ({ l, first: b * EXAMPLES })),
    );
    for (const [done, { l, first }] of pieces.entries()) {
      const { inputs: k, outputs } = layers[l]!;
      const last = Math.min(n, first + EXAMPLES);
      const arrays = [parameters, inputs[l]!, S, L, Y, numerical];
      const work = (last - first) * costOf(shape, l);
      const check = gpu.prepare(
        checkOf(shape, l),
        (k + 1) * outputs,
        { n, first, last, h, scale },
        arrays,
        work,
      );
      // A few dispatches at a time, between which it can be stopped.
      for (let from = 0; from < check.dispatches.length; from += 4) {
        signal?.throwIfAborted();
        gpu.run([{ ...check, dispatches: check.dispatches.slice(from, from + 4) }]);
        await gpu.settle();
      }
      progress?.((done + 1) / pieces.length);
    }
    return await gpu.read(numerical);
  } finally {
    gpu.free();
  }
}

/** The forward pass; what each layer is moved from in one array, and what the loss is moved from. */
function statesOf(gpu: Gpu, shape: NetworkShape, P: GpuArray, X: GpuArray, n: number) {
  const layers = layersOf(shape);
  const S = gpu.zeros(n * layers.reduce((sum, { outputs }) => sum + outputs, 0));
  const inputs = [X];
  const passes: Pass[] = [];
  let at = 0;
  for (const [l, { inputs: k, outputs, activation, W, b }] of layers.entries()) {
    const [z, a, none] = [gpu.zeros(n * outputs), gpu.zeros(n * outputs), gpu.zeros(outputs)];
    const sizes = { n, c: outputs };
    passes.push(
      ...matmul(gpu, z, inputs[l]!, part(P, W), { m: n, k, n: outputs }, "nn"),
      ...biasActivation(gpu, z, z, part(P, b), sizes, "identity"),
      ...biasActivation(gpu, a, z, none, sizes, activation),
      ...copy(gpu, part(S, at), movesFrom(activation) === "z" ? z : a, n * outputs),
    );
    inputs.push(a);
    at += n * outputs;
  }
  const c = shape.sizes.at(-1)!;
  const [L, none] = [gpu.zeros(n * c), gpu.zeros(c)];
  passes.push(...biasActivation(gpu, L, inputs.at(-1)!, none, { n, c }, lossMovesFrom(shape.loss)));
  return { passes, inputs, S, L };
}
