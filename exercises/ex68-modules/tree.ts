/** Nested Sequentials: how they are drawn, what they hold, and how a finding shows them. */
import { type ArgsOf, args, scalar, vector } from "../../grader/exercise/form.ts";

export const coin = (says: string) => scalar(says, { domain: "binary", draw: (draw) => draw.integer(0, 1) });
const last = (earlier: { readonly [name: string]: unknown }): number =>
  (earlier.widths as number[]).length - 2;

export const tree = args(
  {
    widths: vector("L+1", "the number of inputs, then that of the outputs of each Linear", {
      domain: "integer",
      draw: (draw) => draw.list(draw.length("L+1"), () => draw.integer(1, 5)),
    }),
    bent: coin("1 if a Tanh, which has no parameters, stands behind each Linear but the last"),
    from: scalar("the first Linear of the inner Sequential", {
      domain: "integer",
      draw: (draw, earlier) => draw.integer(0, last(earlier)),
    }),
    to: scalar("where the inner Sequential ends; it may be empty", {
      domain: "integer",
      draw: (draw, { from, ...earlier }) => draw.integer(from as number, last(earlier) + 1),
    }),
    again: scalar("the Linear that stands at the end once more, or −1", {
      domain: "integer",
      draw: (draw, earlier) => draw.pick([-1, draw.integer(0, last(earlier))]),
    }),
    tied: scalar("the Linear whose weight is that of the first one, or −1", {
      domain: "integer",
      draw: (draw, earlier) => draw.pick([-1, draw.integer(1, last(earlier))]),
    }),
  },
  // As wide at the end as at the start, a bias for each input gives the same count.
  { sizes: { L: [2, 4] }, accepts: ({ widths }) => widths[0] !== widths.at(-1) },
);

export type Tree = ArgsOf<typeof tree>;

/** Layers in a row, without anything else. */
export const plain = (...widths: number[]): Tree => ({
  widths,
  bent: 0,
  from: 0,
  to: 0,
  again: -1,
  tied: -1,
});

/** A Linear by its place among the layers, an activation, or a Sequential. */
export type Part = number | "tanh" | readonly Part[];

export const layers = ({ widths }: Pick<Tree, "widths">): number[] => widths.slice(1).map((_, k) => k);

export function partsOf({ widths, bent, from, to, again }: Tree): Part[] {
  const count = widths.length - 1;
  const row = (low: number, high: number): Part[] =>
    layers({ widths })
      .slice(low, high)
      .flatMap((k): Part[] => (bent === 1 && k < count - 1 ? [k, "tanh"] : [k]));
  return [...row(0, from), row(from, to), ...row(to, count), ...(again < 0 ? [] : [again])];
}

/** A parameter at one of its places. */
export interface Place {
  readonly name: string;
  readonly shape: number[];
  /** The tensor that is there: one that stands at two places has one key. */
  readonly tensor: string;
}

/** All places of parameters, in the order in which they are met. */
export function placesOf(given: Tree, parts: readonly Part[] = partsOf(given), prefix = ""): Place[] {
  return parts.flatMap((part, i) => {
    if (part === "tanh") return [];
    if (typeof part !== "number") return placesOf(given, part, `${prefix}${i}.`);
    const [inputs, outputs] = given.widths.slice(part) as [number, number];
    const { widths } = given;
    const isTied = part === given.tied;
    const shape = isTied ? [widths[1]!, widths[0]!] : [outputs, inputs];
    return [
      { name: `${prefix}${i}.weight`, shape, tensor: `weight ${isTied ? 0 : part}` },
      { name: `${prefix}${i}.bias`, shape: [1, outputs], tensor: `bias ${part}` },
    ];
  });
}

/** Those places that are not in the inner Sequential. */
export const outerPlaces = (given: Tree): Place[] =>
  placesOf(
    given,
    partsOf(given).map((part) => (typeof part === "object" ? [] : part)),
  );

/** Each tensor where it is met first. */
export const firstPlaces = (places: readonly Place[]): Place[] =>
  places.filter(({ tensor }, i) => places.findIndex((one) => one.tensor === tensor) === i);

/** The activation that findings write down where there is one. */
export const tanhText = (bent: number): string[] =>
  bent === 1 ? ["class Tanh extends Module { forward(x) { return x.tanh(); } }"] : [];

/** How a finding shows the call. */
export const shown =
  (call: string) =>
  (given: Tree): string => {
    const { widths, tied, bent } = given;
    const made = layers(given).map((k) => `new Linear(${widths[k]}, ${widths[k + 1]}, rng)`);
    const text = (parts: readonly Part[]): string =>
      `new Sequential(${parts
        .map((part) =>
          part === "tanh" ? "new Tanh()" : typeof part === "number" ? `layers[${part}]` : text(part),
        )
        .join(", ")})`;
    return [
      ...tanhText(bent),
      `const layers = [${made.join(", ")}];`,
      ...(tied > 0 ? [`layers[${tied}].weight = layers[0].weight;`] : []),
      `const model = ${text(partsOf(given))};`,
      call,
    ].join("\n");
  };
