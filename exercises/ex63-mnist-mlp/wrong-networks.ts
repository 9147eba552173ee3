/** Networks and runs with one of their pieces exchanged, in plain numbers. */
import { normalFrom } from "../../reference/functions/generators.ts";
import type { Gradients, Layers, Matrix, Network, Run } from "./args.ts";
import { drawn, networkOf, type Trained, training } from "./plain-network.ts";

export type Pass = Network & { readonly X: Matrix };
export type Back = Pass & { readonly y: readonly number[] };
type Pieces = Parameters<typeof networkOf>[0];
type Start = NonNullable<NonNullable<Pieces>["start"]>;

export type Outcome = Pick<Trained, "lossTrain" | "accuracyTrain" | "aOut">;

/** What a network with these pieces gives forward and back. */
export const forward =
  (pieces: Pieces) =>
  (given: Pass): Layers => {
    const network = networkOf(pieces);
    return network.forward(network.start(given), given.X);
  };
export const backward =
  (pieces: Pieces) =>
  (given: Back): Gradients => {
    const network = networkOf(pieces);
    const p = network.start(given);
    return network.backward(p, given.X, network.forward(p, given.X), given.y);
  };
export const run =
  (pieces: Parameters<typeof training>[0]) =>
  (given: Network & Run): Outcome => {
    const { lossTrain, accuracyTrain, aOut } = training(pieces)(given);
    return { lossTrain, accuracyTrain, aOut };
  };

/** Normal numbers without the 0.1. */
export const scaleForgotten: Start = (of, rng) => drawn(of, normalFrom(rng));
