/** What names and shapes a module lists, in the right answer and in wrong ones. */
import { list, record, text, truth, vector } from "../../grader/exercise/form.ts";
import type { Place } from "./tree.ts";

export type Listed = {
  readonly names: string[];
  readonly shapes: number[][];
  readonly agree: boolean;
};

export const listing = record(
  {
    names: list(text("a name", { choices: ["0.weight"] }), "p", "the names, in order"),
    shapes: list(vector("2", "rows and columns"), "p", "the shapes of the tensors"),
    agree: truth("whether parameters() gives the same tensors in the same order"),
  },
  "the names and shapes of all parameters",
);

export const listed = (places: readonly Place[]): Listed => ({
  names: places.map(({ name }) => name),
  shapes: places.map(({ shape }) => shape),
  agree: true,
});
