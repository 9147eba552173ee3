import { adaline } from "./adaline.ts";
import { circles } from "./circles.ts";
import { digits } from "./digits.ts";
import { line } from "./line.ts";
import { logistic } from "./logistic.ts";
import { paraboloid } from "./paraboloid.ts";
import { perceptron } from "./perceptron.ts";
import type { Model } from "./training.ts";
import { xor } from "./xor.ts";

/** The runs of the documents, by name. */
export const models: ReadonlyMap<string, Model> = new Map(
  [line, logistic, perceptron, xor, paraboloid, adaline, circles, digits].map((model) => [model.name, model]),
);
