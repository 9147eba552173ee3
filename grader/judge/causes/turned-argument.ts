/**
 * A matrix that is read as its transpose. Where its sizes differ, that ends in an exception or in NaN: the submission
 * is asked again with sizes that are all the same, on which it gives numbers.
 */
import { expectedOf, valuesOf } from "../expected.ts";
import { isWrong } from "../parts.ts";
import { axesOf, rangeOf } from "../sizes.ts";
import { because, type Source } from "./diagnosis.ts";
import { equalInputs } from "./equal-sizes.ts";
import { turnedInputs } from "./places.ts";
import { matchAll } from "./recognise.ts";

const ASKED = 8;
const ENOUGH = 4;
const SEED = 1;

export const turnedArgument: Source = async (asked) => {
  const { fn, ask, work } = asked;
  const matrices = turnedInputs(fn);
  if (matrices.length === 0 || fn.scenario !== undefined) return undefined;
  const size = Math.max(2, ...axesOf(fn).map((axis) => rangeOf(fn, axis)[0]));
  const inputs = equalInputs(asked, size, ASKED, SEED);
  if (inputs.length === 0) return undefined;
  const answers = (await ask(inputs)).filter((answer) => answer !== undefined);
  const wrong = answers.filter(isWrong);
  if (wrong.length < ENOUGH) return undefined;
  for (const { name, shape, turn } of matrices) {
    const match = matchAll(
      answers,
      ({ inputs }) => {
        const turned = turn(inputs);
        return turned === undefined ? undefined : valuesOf(expectedOf(fn, turned));
      },
      work,
    );
    if (match === undefined) continue;
    const [i, j] = shape as readonly [string, string];
    return because(
      "generic",
      `turned-${name}`,
      `${name} is read as its transpose. It has shape [${i}, ${j}]: one row for each of ${i}, so the first index runs over ${i}.`,
      { count: wrong.length, of: wrong.length },
    );
  }
  return undefined;
};
