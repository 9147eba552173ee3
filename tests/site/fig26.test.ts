/** k-means, in its figure. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { HEIGHT, scatteredPoints, WIDTH } from "../../reference/data/document-data.ts";
import { random } from "../../reference/randomness/random.ts";
import { assigned, leadsAt, nearestTo } from "../../site/figures/fig26/clusters.ts";
import { regionsOf } from "../../site/figures/fig26/regions.ts";
import { EPOCHS, MOST } from "../../site/figures/fig26/run.ts";
import { fig26 } from "../../site/figures/fig26.ts";
import { defaultsOf } from "../../site/figures/frame/controls.ts";
import { shape } from "../../site/figures/shapes.ts";
import { anyOf, anyState, edgeStates, marksOf, slipIn } from "./figure-states.ts";

type State = ReturnType<typeof startOf>;
/** The points of the document. */
const startOf = () => ({ ...defaultsOf(fig26.controls), points: "seed" as const, K: 3 });
const runIn = (changes: Partial<State>) => fig26.compute({ ...startOf(), ...changes }).run;
/** With ordinary spaces in numbers. */
const saysIn = (changes: Partial<State>): string => {
  const state = { ...startOf(), ...changes };
  return fig26.says(fig26.compute(state), state).replaceAll("\u202f", " ");
};

describe("fig26", () => {
  it("ends at 5 032 492.13 with three centroids, and elsewhere when it goes on from the result of two", () => {
    expect(saysIn({})).toBe(
      "K = 3, epoch 8: J = 5 032 492.13, a mean of 50 324.92 a point. Nothing has moved since epoch 4. Started from the result of K = 2 it would end at 4 798 411.07.",
    );
    expect(saysIn({ carry: "carried" })).toMatch(
      /J = 4 798 411\.07.* Started afresh it would end at 5 032 492\.13/,
    );
  });

  it("rests at 64 with the page's four shops, and at 16 once a centroid is dragged to their left", () => {
    const state = defaultsOf(fig26.controls);
    const data = fig26.compute(state);
    expect(data.run.states.map(({ J }) => J).slice(0, 3)).toEqual([66, 64, 64]);
    expect(fig26.says(data, state)).toMatch(
      /^K = 2, epoch 8: J = 64\.00, a mean of 16\.00 a point\. Nothing has/,
    );
    // 40 units of the picture are a kilometre: (1, 3).
    const changes = fig26.drag?.("centroid-0", { x: 40, y: 150, dx: 0, dy: 0 }, state, data);
    const dragged = { ...state, ...changes, epoch: EPOCHS };
    const { states } = fig26.compute(dragged).run;
    expect(states[0]?.centroids).toEqual([
      [1, 3],
      [6, 5],
    ]);
    expect(states[EPOCHS]?.J).toBe(16);
    expect(fig26.says(fig26.compute(dragged), dragged)).toMatch(
      /from the places of the page it ends at 64\.00/,
    );
  });

  it("has the document's elbow when it carries over and cuts decimals", () => {
    // What the document prints is J/n before the last update; 8 epochs are enough for most K to rest by then.
    const ends = runIn({ carry: "carried", whole: true }).ends.map((J) => J / 100);
    expect(ends.slice(0, 3).map((mean) => mean.toFixed(2))).toEqual(["158627.63", "62379.95", "47984.72"]);
    expect(runIn({ carry: "carried", whole: true, K: 2 }).states[EPOCHS]?.J).toBe(6237995);
    expect(runIn({ carry: "carried", K: 2 }).states[EPOCHS]?.J).toBeCloseTo(6237883.54, 2);
  });

  it("never lets J grow with Euclid and the mean, or Manhattan and the median", () => {
    for (const distance of ["euclid", "manhattan"] as const)
      for (let seed = 0; seed < 20; seed++)
        expect(saysIn({ distance, seed, K: 7 }), `seed ${seed}`).not.toMatch(/J has grown/);
  });

  it("runs from where a centroid was dragged to, and from the seed's places once asked back", () => {
    const state = startOf();
    const data = fig26.compute(state);
    const changes = fig26.drag?.("centroid-1", { x: 400, y: 20, dx: 0, dy: 0 }, state, data) ?? {};
    const [first, , third] = data.run.states[EPOCHS]?.centroids ?? [];
    expect([changes.epoch, changes.carry]).toEqual([0, "dragged"]);
    expect(changes.starts).toEqual([...(first ?? []), 1000, 625, ...(third ?? [])]);
    const dragged = runIn({ ...(changes as Partial<State>) });
    expect(dragged.isDragged).toBe(true);
    expect(dragged.states[0]?.centroids[1]).toEqual([1000, 625]);
    expect(saysIn({ ...(changes as Partial<State>) })).toMatch(
      /from the places of the seed it ends at 5 032 492\.13/,
    );
    expect(runIn({ ...(changes as Partial<State>), carry: "afresh" }).isDragged).toBe(false);
  });

  it("keeps what was dragged when K grows, and fills up from the seed", () => {
    const { states } = runIn({ K: 3, starts: [10, 20, 30, 40], carry: "dragged" });
    expect(states[0]?.centroids).toEqual([
      [10, 20],
      [30, 40],
      [710, 498],
    ]);
  });

  it("chooses K by the handle on the curve", () => {
    const state = startOf();
    const data = fig26.compute(state);
    const at = (x: number) => fig26.drag?.("K", { x, y: 0, dx: 0, dy: 0 }, state, data);
    expect(at(344)).toEqual({ K: 12 });
    expect(at(50 + 294 / (MOST - 1))).toEqual({ K: 2 });
  });

  it("tells a centroid that has no point", () => {
    expect(saysIn({ K: 2, starts: [600, 300, 600, 300], carry: "dragged", epoch: 0 })).toMatch(
      /Without a point: centroid 2\./,
    );
  });

  it("draws each point once, in the form and colour of its centroid", () => {
    const state = { ...startOf(), K: 12 };
    const data = fig26.compute(state);
    const [map] = fig26.draw(data, state);
    const forms = marksOf(map?.marks ?? [], "form");
    const { labels } = data.run.states[EPOCHS] ?? { labels: [] };
    expect(forms.length).toBe(12);
    forms.forEach((form, k) => {
      expect(form.attributes.class).toBe(`form cluster of-${k}`);
      const rings = shape(k, 0, 0, 1).split("M").length - 1;
      const members = labels.filter((label) => label === k).length;
      expect(String(form.attributes.d).split("M").length - 1).toBe(rings * members);
    });
  });

  it("has twelve forms that differ", () => {
    expect(new Set(Array.from({ length: MOST }, (_, k) => shape(k, 0, 0, 10))).size).toBe(MOST);
  });

  it("shows and says nothing that is no number: at the ends of each control, in each preset", () => {
    for (const state of edgeStates(anyOf(fig26)))
      expect(slipIn(anyOf(fig26), state), JSON.stringify(state)).toBeUndefined();
  });

  it("shows and says nothing that is no number in any state, seed 26", () => {
    fc.assert(
      fc.property(anyState(anyOf(fig26)), (state) => slipIn(anyOf(fig26), state) === undefined),
      { seed: 26, numRuns: 60 },
    );
  });
});

describe("regions of centroids", () => {
  const plain = (x: number, y: number): readonly [number, number] => [x, y];
  /** Corners of each ring of a path. */
  const ringsOf = (path: string): (readonly [number, number])[][] =>
    path
      .split("M")
      .slice(1)
      .map((ring) =>
        [...ring.matchAll(/(-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const),
      );
  /** By the even-odd rule. */
  const holds = (path: string, [x, y]: readonly [number, number]): boolean =>
    ringsOf(path)
      .flatMap((ring) =>
        ring.map((p, i) => [p, ring[(i + 1) % ring.length] as readonly [number, number]] as const),
      )
      .filter(([p, q]) => p[1] > y !== q[1] > y && x < p[0] + ((y - p[1]) / (q[1] - p[1])) * (q[0] - p[0]))
      .length %
      2 ===
    1;

  it("hold each place once, in the region of its nearest centroid", () => {
    for (const metric of ["euclid", "manhattan"] as const)
      for (let draw = 0; draw < 10; draw++) {
        const rng = random(draw, `regions/${metric}`);
        const centroids = scatteredPoints(draw).starts.slice(0, 1 + draw);
        const paths = regionsOf(assigned([], centroids, { metric, centre: "mean" }), metric, plain);
        for (let i = 0; i < 100; i++) {
          const p = [WIDTH * rng(), HEIGHT * rng()] as const;
          const leads = [...leadsAt(p, centroids, metric)].sort((a, b) => a - b);
          // Corners lie on twentieths; a level line of the grid is off by up to the grid's width of 15, on both sides.
          if (metric === "manhattan" ? (leads[0] as number) > -60 : (leads[0] as number) > -400) continue;
          const inside = paths.flatMap((path, k) => (holds(path, p) ? [k] : []));
          expect(inside, `${metric}, draw ${draw}, at ${p.map(Math.round)}`).toEqual([
            nearestTo(p, centroids, metric),
          ]);
        }
      }
  });
});
