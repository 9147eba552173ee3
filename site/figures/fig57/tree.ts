/** Modules as trees of fields, and the list of their parameters: each tensor once, under its first name. */
import { layerParameters } from "../../../reference/networks/parameter-count.ts";

/** A weight of k rows and m columns, or a bias of one row. */
export interface Weights {
  readonly rows: number;
  readonly columns: number;
}

/** What stands in a field: a tensor, a module with fields of its own, or something that brings nothing. */
export type Part =
  | { readonly kind: "tensor"; readonly tensor: Weights }
  | { readonly kind: "module"; readonly type: string; readonly fields: Fields }
  | { readonly kind: "other"; readonly type: string; readonly fields: Fields };
export type Fields = readonly (readonly [name: string, part: Part])[];

/** A parameter as a module lists it. */
export interface Listed {
  readonly name: string;
  readonly tensor: Weights;
  readonly count: number;
}

/** A row of the tree, from top to bottom. */
export interface Row {
  readonly field: string;
  readonly part: Part;
  readonly depth: number;
  /** Its place in the list; none for what is no tensor, is met again, or is never reached. */
  readonly listed: number | undefined;
  /** The first name, where the tensor is met again. */
  readonly metBefore: string | undefined;
}

export interface Sizes {
  readonly m: number;
  readonly k: number;
  readonly t: number;
}

const tensor = (rows: number, columns: number): Part => ({ kind: "tensor", tensor: { rows, columns } });
const layer = (inputs: number, units: number): Part => ({
  kind: "module",
  type: `Linear(${inputs}, ${units})`,
  fields: [
    ["weight", tensor(units, inputs)],
    ["bias", tensor(1, units)],
  ],
});
const plain = (type: string): Part => ({ kind: "module", type, fields: [] });
const inPlaces = (parts: readonly Part[]): Fields => parts.map((part, at) => [String(at), part]);
const inside = (type: string, fields: Fields): Part => ({ kind: "module", type, fields });

export const MODELS = {
  two: "a model of two layers",
  sequential: "a Sequential",
  nested: "a Sequential in another",
  again: "one layer in two fields",
  array: "layers in a plain array",
} as const;

export function modelOf(name: keyof typeof MODELS, { m, k, t }: Sizes): Part {
  const [first, second] = [layer(m, k), layer(k, t)];
  switch (name) {
    case "two":
      return inside("Model", [
        ["layer1", first],
        ["layer2", second],
      ]);
    case "sequential":
      return inside("Sequential", inPlaces([first, plain("Tanh"), second]));
    case "nested":
      return inside(
        "Sequential",
        inPlaces([plain("Dropout"), inside("Sequential", inPlaces([first, plain("Tanh")])), second]),
      );
    case "again":
      return inside("Model", [
        ["layer1", first],
        ["layer2", second],
        ["again", first],
      ]);
    case "array":
      return inside("Model", [
        ["layers", { kind: "other", type: "an array", fields: inPlaces([first, second]) }],
      ]);
  }
}

/** Row by row through the tree, and the list that comes of it. */
export function walk(model: Part): { readonly rows: readonly Row[]; readonly list: readonly Listed[] } {
  const rows: Row[] = [];
  const list: Listed[] = [];
  const visit = (part: Part, field: string, path: string, depth: number, isReached: boolean): void => {
    const before =
      part.kind === "tensor" ? list.find(({ tensor: known }) => known === part.tensor) : undefined;
    const isNew = part.kind === "tensor" && isReached && before === undefined;
    if (isNew) {
      const { rows: units, columns } = part.tensor;
      list.push({ name: path, tensor: part.tensor, count: units * columns });
    }
    rows.push({ field, part, depth, listed: isNew ? list.length - 1 : undefined, metBefore: before?.name });
    if (part.kind === "tensor") return;
    for (const [name, inner] of part.fields)
      visit(
        inner,
        name,
        path === "" ? name : `${path}.${name}`,
        depth + 1,
        isReached && part.kind === "module",
      );
  };
  visit(model, "", "", 0, true);
  return { rows, list };
}

/** How many numbers both layers have, by the formula of the page: k(m + 1) + t(k + 1). */
export const byFormula = ({ m, k, t }: Sizes): number =>
  layerParameters(k, m).plus(layerParameters(t, k)).value;
