/** k-means on scattered points: where a run ends depends on where it starts. */
import type { Clusters } from "./fig26/clusters.ts";
import { COUNT, type Curve, cost, costStill, elbow, elbowStill } from "./fig26/curves.ts";
import { map, placeOf } from "./fig26/map.ts";
import { EPOCHS, MOST, PAGE, type Run, restsFrom, runOf, sizesOf } from "./fig26/run.ts";
import { choice, list, range, seed, toggle } from "./frame/controls.ts";
import { defineFigure } from "./frame/figure.ts";
import { fixed } from "./frame/numbers.ts";
import { grouped } from "./grouped.ts";

const controls = {
  epoch: range({ label: "Epoch", min: 0, max: EPOCHS, step: 1, value: EPOCHS }),
  points: choice({
    label: "Points",
    options: { page: "the shops of the example", seed: "100 from the seed" },
    value: "page",
  }),
  K: range({ label: "Centroids K", symbol: "K", min: 1, max: MOST, step: 1, value: 2 }),
  carry: choice({
    label: "Start",
    options: {
      afresh: "each K afresh",
      carried: "from the result of K − 1",
      dragged: "where they are dragged to",
    },
    value: "afresh",
  }),
  distance: choice({
    label: "Distance",
    options: { euclid: "Euclid, mean", manhattan: "Manhattan, median", mixed: "Manhattan, mean" },
    value: "euclid",
  }),
  whole: toggle({ label: "Centroids in whole numbers", value: false }),
  starts: list({ label: "Centroids dragged to", min: 0, max: 1200, step: 1, most: 2 * MOST, value: [] }),
  shops: list({ label: "Shops", symbol: "X", min: 0, max: 12, step: 0.01, most: 24, value: PAGE.X }),
  centres: list({ label: "Start of C", symbol: "C", min: 0, max: 12, step: 0.01, most: 24, value: PAGE.C }),
  seed: seed({ label: "Seed", value: 0 }),
};

interface Data {
  readonly run: Run;
  readonly cost: Curve;
  readonly elbow: Curve;
}

export const fig26 = defineFigure({
  id: "fig26",
  title: "k-means",
  question:
    "The run has come to rest, and no step can make J smaller. Is this the best that two centroids can do? Drag one of them elsewhere and press Play.",
  example: { shops: "X", centres: "C" },
  controls,
  compute(state): Data {
    const run = runOf(state);
    return { run, cost: costStill(run), elbow: elbowStill(run) };
  },
  draw: (data, { epoch, K }) => [
    map(data.run, epoch),
    cost(data.run, data.cost, epoch),
    elbow(data.run, data.elbow, K),
  ],
  says({ run }, { epoch, K, carry, distance, points }) {
    const { states, X, isDragged, otherwise } = run;
    const now = states[epoch] as Clusters;
    const decimals = distance === "manhattan" ? 1 : 2;
    const number = (J: number): string => grouped(J, decimals);
    const rest = restsFrom(states);
    const motion =
      rest === undefined
        ? `After ${EPOCHS} epochs the centroids still move.`
        : rest <= epoch
          ? `Nothing has moved since epoch ${rest}.`
          : `Nothing will move after epoch ${rest}.`;
    const rise = states.findIndex(({ J }, e) => e > 0 && J > (states[e - 1] as Clusters).J * (1 + 1e-12));
    const rises = rise < 0 ? "" : ` In epoch ${rise} J has grown.`;
    const empty = sizesOf(now).flatMap((size, k) => (size === 0 ? [k + 1] : []));
    const none = empty.length === 0 ? "" : ` Without a point: centroid ${empty.join(", ")}.`;
    const from = isDragged
      ? ` The run started where the centroids were dragged to; from the places of the ${points} it ends at ${number(run.ends[K - 1] as number)}.`
      : otherwise === undefined
        ? ""
        : carry !== "carried"
          ? ` Started from the result of K = ${K - 1} it would end at ${number(otherwise)}.`
          : ` Started afresh it would end at ${number(otherwise)}.`;
    return `K = ${K}, epoch ${epoch}: J = ${number(now.J)}, a mean of ${number(now.J / X.length)} a point. ${motion}${rises}${none}${from}`;
  },
  table({ run }, { epoch, K }) {
    const sizes = run.states.slice(0, epoch + 1).map(sizesOf);
    const places = run.states
      .slice(0, epoch + 1)
      .map(({ centroids }) =>
        centroids
          .map((c) => `(${c.map((each) => fixed(each, Number.isInteger(each) ? 0 : 1)).join(", ")})`)
          .join(" "),
      );
    return {
      caption: `Epochs with K = ${K}; then J/n at the end of a run for each K`,
      head: ["epoch or K", "J", "J/n", "points of each centroid", "centroids"],
      rows: [
        ...run.states
          .slice(0, epoch + 1)
          .map(({ J }, e) => [
            `epoch ${e}`,
            grouped(J, 2),
            grouped(J / run.X.length, 2),
            (sizes[e] as readonly number[]).join(", "),
            places[e] as string,
          ]),
        ...run.ends.map((J, i) => [`K = ${i + 1}`, grouped(J, 2), grouped(J / run.X.length, 2), "–", "–"]),
      ],
    };
  },
  animation: { control: "epoch", last: () => EPOCHS, perSecond: 1.5 },
  presets: [
    { label: "100 points", state: { points: "seed", K: 3 } },
    { label: "From the result of K = 2", state: { points: "seed", K: 3, carry: "carried" } },
    { label: "Twelve centroids", state: { points: "seed", K: 12 } },
    { label: "Manhattan", state: { points: "seed", distance: "manhattan", K: 6 } },
    {
      label: "The source’s whole numbers",
      state: { points: "seed", whole: true, carry: "carried", K: 2 },
    },
  ],
  drag(name, { x, y }, { epoch, K }, { run }) {
    if (name === "K") return { K: Math.round(COUNT.from(x)) };
    const k = Number(name.replace("centroid-", ""));
    const { centroids } = run.states[epoch] as Clusters;
    const starts = centroids
      .slice(0, K)
      .flatMap((c, l) => (l === k ? placeOf(x, y) : c.map((each) => each * run.unit)));
    return { starts, carry: "dragged", epoch: 0 };
  },
});
