import { circles } from "./circles.ts";
import { line } from "./line.ts";
import { logistic } from "./logistic.ts";
import type { Model } from "./training.ts";

/** The runs of the documents, by name. */
export const models: ReadonlyMap<string, Model> = new Map(
  [line, logistic, circles].map((model) => [model.name, model]),
);
