import { adaline } from "./adaline.ts";
import { adalineSgd } from "./adaline-sgd.ts";
import { blobs, blobsDeep } from "./blobs.ts";
import { blobsAdam } from "./blobs-adam.ts";
import { circles, circlesWhole } from "./circles.ts";
import { digits } from "./digits.ts";
import { line } from "./line.ts";
import { logistic } from "./logistic.ts";
import { paraboloid, paraboloidWider } from "./paraboloid.ts";
import { perceptron } from "./perceptron.ts";
import { perceptronBlobs } from "./perceptron-blobs.ts";
import type { Model } from "./training.ts";
import { xor, xorDeep } from "./xor.ts";

/** The runs of the documents, by name. */
export const models: ReadonlyMap<string, Model> = new Map(
  [
    ...[line, logistic, perceptron, xor, xorDeep, paraboloid, paraboloidWider],
    ...[perceptronBlobs, adaline, adalineSgd, blobs, blobsDeep, blobsAdam],
    ...[circles, circlesWhole, digits],
  ].map((model) => [model.name, model]),
);
