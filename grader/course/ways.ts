/** The ways through the course: which exercises each leads to, and with them all that they build on. */

/** What a way has to know of an exercise. */
export interface Stop {
  /** "ex10" */
  readonly id: string;
  readonly unit: number;
  readonly requires: readonly string[];
}

export interface Way {
  readonly name: string;
  readonly title: string;
  /** For whom it is, in a sentence. */
  readonly about: string;
  readonly leadsTo: (stop: Stop) => boolean;
}

/** The unit in which networks begin. */
const NETWORKS = 6;

export const WAYS: readonly Way[] = [
  {
    name: "all",
    title: "From the start",
    about: "Everything, each exercise after the derivation that it needs.",
    leadsTo: () => true,
  },
  {
    name: "networks",
    title: "Neural networks only",
    about:
      "Layers, backpropagation, optimisers, automatic differentiation, and of what comes before only what they build on.",
    leadsTo: ({ unit }) => unit >= NETWORKS,
  },
  {
    name: "weekend",
    title: "One weekend",
    about: "Straight to a network with softmax that you differentiate yourself.",
    leadsTo: ({ id }) => id === "ex48",
  },
];

/** The exercises of a way, in the order that they are given in. */
export function alongWay<T extends Stop>(way: Way, all: readonly T[]): readonly T[] {
  const byId = new Map(all.map((stop) => [stop.id, stop]));
  const needed = new Set<string>();
  const add = (stop: T): void => {
    if (needed.has(stop.id)) return;
    needed.add(stop.id);
    for (const id of stop.requires) {
      const before = byId.get(id);
      if (before !== undefined) add(before);
    }
  };
  for (const stop of all) if (way.leadsTo(stop)) add(stop);
  return all.filter(({ id }) => needed.has(id));
}
