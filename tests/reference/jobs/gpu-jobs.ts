/**
 * All jobs on the GPU beside the CPU, for on-gpu.test.ts, in a process of its own: prints how far they are apart.
 *
 * With `lost`, the device is closed when a job is under way.
 */
import { relativeError } from "../../../reference/dense/relative-error.ts";
import { closeGpu, sharedGpu } from "../../../reference/gpu/device.ts";
import { principalComponents } from "../../../reference/jobs/covariance.ts";
import { decisionGrid } from "../../../reference/jobs/decision-grid.ts";
import { checkGradient } from "../../../reference/jobs/gradient-check.ts";
import type { JobOptions } from "../../../reference/jobs/job.ts";
import { clusterPoints } from "../../../reference/jobs/k-means.ts";
import { directionLike, landscape } from "../../../reference/jobs/landscape.ts";
import { runTraining } from "../../../reference/jobs/train.ts";
import { normal, random } from "../../../reference/randomness/random.ts";
import { blobs } from "../../../reference/train/blobs.ts";
import { circles } from "../../../reference/train/circles.ts";
import type { Model } from "../../../reference/train/training.ts";
import { subjectOf } from "./subject.ts";

const device = { choice: "webgpu", allowSoftware: true } as const;
const isLost = process.argv[2] === "lost";
const lines: string[] = [];

/** Options of the GPU's run, which loses its device once some of the work is done. */
function onGpu(): JobOptions {
  let closed = false;
  const progress = (): void => {
    if (!isLost || closed) return;
    closed = true;
    sharedGpu(device).then(({ gpu }) => gpu?.close());
  };
  return { device, progress, say: (line) => lines.push(line) };
}

const rng = random(21, "gpu-jobs");
const draws = (count: number): Float64Array => Float64Array.from({ length: count }, () => normal(rng));
const found: { name: string; on: string; error: number }[] = [];
const found1 = (name: string, on: string, error: number): void => void found.push({ name, on, error });

for (const [hidden, loss] of [
  ["sigmoid", "crossEntropy"],
  ["relu", "squared"],
] as const) {
  const subject = subjectOf([9, 11, 7, 3], hidden, loss, 130);
  const check = await checkGradient(subject, onGpu());
  found1(`check/${hidden}`, check.on, relativeError(check.numerical, check.gradient));
}
{
  // What is wrong is found although the differences are f32, and the right ones then are f64.
  const subject = subjectOf([9, 11, 3], "tanh", "crossEntropy", 70);
  const right = await checkGradient(subject);
  const gradient = right.gradient.slice();
  gradient[13]! *= 1.01;
  const check = await checkGradient({ ...subject, gradient }, { device, say: (line) => lines.push(line) });
  found1("check/found", check.on, Math.abs(check.numerical[13]! / right.numerical[13]! - 1));
}
{
  const subject = subjectOf([6, 8, 5, 3], "tanh", "crossEntropy", 6);
  const { shape, P } = subject;
  const plane = { ...subject, U: directionLike(shape, P, 1, "U"), V: directionLike(shape, P, 1, "V") };
  const size = { points: 70, radius: 1 };
  const cpu = await landscape(shape, plane, size);
  const gpu = await landscape(shape, plane, size, onGpu());
  found1("landscape", gpu.on, relativeError(gpu.losses, cpu.losses));
}
{
  const { shape, P } = subjectOf([2, 7, 3], "tanh");
  const grid = { x: [-2, 2], y: [-1, 3], columns: 401, rows: 997 } as const;
  const cpu = await decisionGrid(shape, P, grid);
  const gpu = await decisionGrid(shape, P, grid, onGpu());
  found1("grid", gpu.on, relativeError(gpu.values, cpu.values));
}
{
  const X = draws(2 * 5003);
  const points = { X, m: 2, start: X.slice(0, 10), rounds: 6 };
  const cpu = await clusterPoints(points);
  const gpu = await clusterPoints(points, onGpu());
  found1("clusters", gpu.on, relativeError(gpu.wcss, cpu.wcss));
  // A point between two centroids may go to either: they are moved by its share.
  found1("clusters/centroids", gpu.on, relativeError(gpu.centroids, cpu.centroids));
}
{
  const X = draws(13 * 997).map((x, q) => x * (1 + (q % 13)) + 100);
  const cpu = await principalComponents(X, 13);
  const gpu = await principalComponents(X, 13, onGpu());
  found1("components", gpu.on, relativeError(gpu.covariance, cpu.covariance));
}
const trained = async (model: Model, steps: number): Promise<void> => {
  const [cpu, gpu] = [0, 0].map(() => model.train({ learningRate: model.learningRate }));
  const points = [Math.floor(steps / 3), Math.floor((2 * steps) / 3)];
  await runTraining(cpu!, { steps, points });
  const { progress: _, ...options } = onGpu();
  const lose = onGpu().progress!;
  const end = await runTraining(gpu!, { ...options, steps, points, progress: () => lose(0) });
  found1(model.name, end.on, Math.abs(gpu!.loss() / cpu!.loss() - 1));
  const P = (of: typeof cpu): Float64Array => of!.batches!.P;
  found1(`${model.name}/parameters`, end.on, relativeError(P(gpu), P(cpu)));
};
await trained(circles, 30);
await trained(blobs, 12);
process.stdout.write(JSON.stringify({ found, lines }));
await closeGpu();
