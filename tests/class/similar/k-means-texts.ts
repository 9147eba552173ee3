/** Right answers to ex30, each as somebody else would write it, and what a copy of one is made into. */
import { readFileSync } from "node:fs";

const root = new URL("../../../", import.meta.url);
export const textOf = (path: string): string => readFileSync(new URL(path, root), "utf8");

export const stub = textOf("exercises/ex30-k-means/k-means.ts");
export const solution = textOf("solutions/ex30-k-means.ts");

/** With arrays' own methods and a generic minimum. */
export const functional = `
const dist2 = (a: number[], b: number[]) => a.reduce((acc, ai, i) => acc + Math.pow(ai - b[i], 2), 0);
const argmin = (values: number[]) => values.indexOf(Math.min(...values));
const zip = (points: number[][], labels: number[]) => points.map((p, i) => ({ p, label: labels[i] }));
const label = (X: number[][], C: number[][]) => X.map((x) => argmin(C.map((c) => dist2(x, c))));
const cost = (X: number[][], C: number[][], L: number[]) =>
  zip(X, L).map(({ p, label }) => dist2(p, C[label])).reduce((a, b) => a + b, 0);

export function updateCentroids(X, labels, centroids) {
  return centroids.map((old, k) => {
    const mine = zip(X, labels).filter(({ label }) => label === k).map(({ p }) => p);
    if (!mine.length) return [...old];
    return old.map((_, j) => mine.map((p) => p[j]).reduce((a, b) => a + b) / mine.length);
  });
}

export function kMeans(X, init, epochs) {
  const history = [];
  let C = init.map((row) => [...row]);
  while (history.length < epochs) {
    const L = label(X, C);
    history.push(cost(X, C, L));
    C = updateCentroids(X, L, C);
  }
  const L = label(X, C);
  return { centroids: C, labels: L, wcss: [...history, cost(X, C, L)] };
}

export function elbow(X, inits, epochs) {
  return inits.map((init) => kMeans(X, init, epochs).wcss.at(-1) / X.length);
}
`;

/** With counters, flat loops and nothing else. */
export const loops = `
export function updateCentroids(X: number[][], labels: number[], centroids: number[][]) {
  const result: number[][] = [];
  for (let k = 0; k < centroids.length; k += 1) {
    let count = 0;
    const mean: number[] = [];
    for (let d = 0; d < centroids[k].length; d += 1) mean.push(0);
    for (let n = 0; n < X.length; n += 1) {
      if (labels[n] !== k) continue;
      count = count + 1;
      for (let d = 0; d < mean.length; d += 1) mean[d] = mean[d] + X[n][d];
    }
    if (count > 0) {
      for (let d = 0; d < mean.length; d += 1) mean[d] = mean[d] / count;
      result.push(mean);
    } else {
      result.push(centroids[k].slice());
    }
  }
  return result;
}

export function kMeans(X: number[][], init: number[][], epochs: number) {
  let centroids = init;
  const wcss: number[] = [];
  let labels: number[] = [];
  for (let round = 0; round <= epochs; round += 1) {
    labels = [];
    let total = 0;
    for (const point of X) {
      let nearest = -1;
      let smallest = Infinity;
      centroids.forEach((centroid, k) => {
        let square = 0;
        for (const d in centroid) {
          const difference = point[d] - centroid[d];
          square += difference * difference;
        }
        if (square < smallest) { smallest = square; nearest = k; }
      });
      labels.push(nearest);
      total += smallest;
    }
    wcss.push(total);
    if (round < epochs) centroids = updateCentroids(X, labels, centroids);
  }
  return { centroids, labels, wcss };
}

export function elbow(X: number[][], inits: number[][][], epochs: number) {
  const answer = [];
  for (const start of inits) {
    const { wcss } = kMeans(X, start, epochs);
    answer.push(wcss[wcss.length - 1] / X.length);
  }
  return answer;
}
`;

const words = [
  "squaredDistance",
  "assign",
  "sum",
  "best",
  "least",
  "distance",
  "sizes",
  "sums",
  "labels",
  "centroids",
  "init",
  "epochs",
  "wcss",
  "J",
];

/** A copy with other names, without comments and types, and with other line breaks. */
export const renamed = (source: string): string =>
  words
    .reduce(
      (text, word, i) => text.replace(new RegExp(`\\b${word}\\b`, "g"), `q${"xyzuvw"[i % 6]}${i}`),
      source.replace(/\/\*[\s\S]*?\*\//g, ""),
    )
    .replace(/: (?:Matrix|Vector|number|number\[\])(?=[,)])/g, "")
    .replace(/!(?=[[\].);,\s])/g, "")
    .replace(/;\n/g, ";   \n\n");

/** The same functions in another order. */
export function reordered(source: string): string {
  const parts = source.split(/\n(?=(?:export )?function |\/\*\*)/);
  return [...parts.slice(1).reverse(), parts[0]].join("\n");
}
