/** Unit 5: a picture in few colours, and in few components. */
import { landscapeData } from "../../../reference/data/landscape.ts";
import { permutation, random } from "../../../reference/randomness/random.ts";
import type { Capstone } from "../capstone.ts";
import { percent, short } from "../numbers.ts";
import type { Colour, Picture } from "../picture.ts";

const SIZE = 32;
const COLOURS = [2, 4, 8] as const;
const EPOCHS = 12;
const COMPONENTS = [1, 3, 8] as const;

interface Clusters {
  readonly centroids: number[][];
  readonly labels: number[];
  readonly wcss: number[];
}

interface Components {
  readonly eigVals: number[];
  readonly eigVecs: number[][];
  readonly projected: number[][];
}

export const image: Capstone = {
  unit: 5,
  title: "A small picture in K colours, and in d components, with what is lost",
  uses: [
    {
      exercise: "ex29",
      functions: ["assignClusters", "wcss"],
      does: "paints in few colours, and measures the loss",
    },
    { exercise: "ex30", functions: ["kMeans"], does: "finds the colours" },
    { exercise: "ex33", functions: ["pca"], does: "finds the components" },
    {
      exercise: "ex34",
      functions: ["explainedVarianceRatio", "truncate", "reconstruct"],
      does: "leaves the others out",
    },
  ],
  async work(hands, { seed }, show) {
    const colours = landscapeData(seed, SIZE);
    const X = colours.map((pixel) => [...pixel]);
    const order = permutation(random(seed, "capstone-5"), X.length);
    const inits = COLOURS.map((K) => order.slice(0, K).map((i) => X[i] as number[]));
    const runs = await hands.askAll<Clusters>(
      "kMeans",
      inits.map((init) => ({ X, init, epochs: EPOCHS })),
    );
    const labels = await hands.askAll<number[]>(
      "assignClusters",
      runs.map(({ centroids }) => ({ X, centroids, distance: { fn: "euclideanDistance" } })),
    );
    const lost = await hands.askAll<number>(
      "wcss",
      runs.map(({ centroids }, k) => ({ X, centroids, labels: labels[k] as number[] })),
    );
    const spread = totalSpread(X);
    show({
      kind: "pictures",
      title: "Its pixels in K colours, found by k-means",
      pictures: [
        { title: "as it is", width: SIZE, pixels: colours },
        ...runs.map(
          ({ centroids }, k): Picture => ({
            title: `${COLOURS[k]} colours`,
            width: SIZE,
            pixels: (labels[k] as number[]).map((label) => colourOf(centroids[label])),
          }),
        ),
      ],
    });
    const bitsWhole = SIZE * SIZE * 24;
    show({
      kind: "table",
      title: "What K colours cost, and what they lose",
      head: ["colours", "bits", "of all bits", "WCSS", "lost"],
      rows: COLOURS.map((K, k) => {
        const bits = SIZE * SIZE * Math.log2(K) + 24 * K;
        return [
          `${K}`,
          `${bits}`,
          percent(bits / bitsWhole),
          short(lost[k] as number),
          percent((lost[k] as number) / spread),
        ];
      }),
    });
    show({
      kind: "series",
      title: "WCSS while k-means goes on",
      step: "epoch",
      lines: runs.map(({ wcss }, k) => ({ name: `${COLOURS[k]} colours`, values: wcss })),
    });

    const grey = Array.from({ length: SIZE }, (_, row) =>
      colours.slice(row * SIZE, (row + 1) * SIZE).map(([r, g, b]) => 0.3 * r + 0.59 * g + 0.11 * b),
    );
    const { eigVals, eigVecs, projected } = await hands.ask<Components>("pca", { X: grey, dims: SIZE });
    const shares = await hands.ask<number[]>("explainedVarianceRatio", { eigVals });
    const truncated = await hands.askAll<number[][]>(
      "truncate",
      COMPONENTS.map((k) => ({ projected, k })),
    );
    const back = await hands.askAll<number[][]>(
      "reconstruct",
      truncated.map((each) => ({ truncated: each, eigVecs })),
    );
    const columns = columnsOf(grey);
    show({
      kind: "pictures",
      title: "Its rows in d components, found by PCA",
      pictures: [
        { title: "in greys", width: SIZE, pixels: grey.flat().map(greyOf) },
        ...back.map(
          (Z, k): Picture => ({
            title: COMPONENTS[k] === 1 ? "1 component" : `${COMPONENTS[k]} components`,
            width: SIZE,
            pixels: Z.flatMap((row) =>
              row.map((z, j) => greyOf(z * (columns[j]?.spread as number) + (columns[j]?.centre as number))),
            ),
          }),
        ),
      ],
    });
    const kept = COMPONENTS.map((k) => shares.slice(0, k).reduce((sum, share) => sum + share, 0));
    show({
      kind: "table",
      title: "What d components keep of the rows' variance",
      head: ["components", "numbers", `of ${SIZE * SIZE}`, "kept", "lost"],
      rows: COMPONENTS.map((k, i) => {
        // A row's coordinates, and each component once, with the columns' means and spreads.
        const numbers = SIZE * k + SIZE * k + 2 * SIZE;
        return [
          `${k}`,
          `${numbers}`,
          percent(numbers / SIZE ** 2),
          percent(kept[i] as number),
          percent(1 - (kept[i] as number)),
        ];
      }),
    });
    show({
      kind: "says",
      text: `What colours lose is their WCSS as a share of that of a single colour, the mean of all pixels. Each of the ${SIZE} rows is an example of ${SIZE} numbers. Its mean and spread by column are given back at the end, and only what differs between rows is left to the components. Few colours lose shades, few components lose shapes: k-means gives each pixel one of a few colours, PCA mixes every row from the same few patterns.`,
    });
  },
};

/** A colour for what may be anything. */
const colourOf = (centroid: readonly number[] | undefined): Colour => {
  const channel = (k: number): number => Math.min(1, Math.max(0, centroid?.[k] ?? 0)) || 0;
  return [channel(0), channel(1), channel(2)];
};

const greyOf = (x: number): Colour => colourOf([x, x, x]);

/** The squared distances of all points to their mean: what one colour would lose. */
function totalSpread(X: readonly (readonly number[])[]): number {
  const means = [0, 1, 2].map((k) => X.reduce((sum, x) => sum + (x[k] as number), 0) / X.length);
  return X.reduce(
    (sum, x) => sum + x.reduce((inner, xk, k) => inner + (xk - (means[k] as number)) ** 2, 0),
    0,
  );
}

function columnsOf(X: readonly (readonly number[])[]): { centre: number; spread: number }[] {
  return (X[0] ?? []).map((_, j) => {
    const centre = X.reduce((sum, row) => sum + (row[j] as number), 0) / X.length;
    const spread = Math.sqrt(X.reduce((sum, row) => sum + ((row[j] as number) - centre) ** 2, 0) / X.length);
    return { centre, spread };
  });
}
