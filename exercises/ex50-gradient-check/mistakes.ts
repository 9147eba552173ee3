/** Wrong gradient checks: other errors, another choice among them, another verdict. */
import type { Mistakes } from "../../grader/exercise/form.ts";
import {
  CHECK_STEP,
  CHECK_TOLERANCE,
  type Checked,
  checkedEntries,
} from "../../reference/differentiation/gradient-check.ts";
import { lift } from "../../reference/numbers/tracked.ts";
import { entriesOf, gradientOf, type Outcome, type Params, type Subject } from "./args.ts";

/** The outcome for other errors, or another choice among them. */
const outcome =
  (
    change: (one: Checked & { mine: number; theirs: number }) => number,
    isBetter: (a: number, b: number) => boolean = (a, b) => a > b,
  ) =>
  (given: Subject): Outcome => {
    const right = gradientOf(given.loss, given.params);
    const all = entriesOf(given).map((one) => {
      const at = (p: Params): number => p[one.name as keyof Params][one.row]![one.col]!;
      return { ...one, relError: change({ ...one, mine: at(given.grads), theirs: at(right) }) };
    });
    const { name, row, col, relError } = all.reduce((best, one) =>
      isBetter(one.relError, best.relError) ? one : best,
    );
    return { ok: relError <= (given.tol ?? CHECK_TOLERANCE), worst: { name, row, col, relError } };
  };

export const mistakes: Mistakes<Subject, Outcome> = {
  "absolute-error": {
    is: outcome(({ mine, theirs }) => Math.abs(mine - theirs)),
    step: 6,
    says: "The errors are absolute differences. The loss of a whole data set has slopes in the thousands, so take the relative error.",
  },
  "mean-for-largest": {
    is: (given) => {
      const errors = entriesOf(given).map(({ relError }) => relError.value);
      const mean = errors.reduce((sum, error) => sum + error, 0) / errors.length;
      const { worst } = given.right;
      return { ok: mean <= (given.tol ?? CHECK_TOLERANCE), worst: { ...worst, relError: mean } };
    },
    step: 8,
    says: "The errors are averaged. One wrong entry among many right ones is still wrong: the largest counts.",
  },
  "best-for-worst": {
    is: outcome(
      ({ relError }) => relError.value,
      (a, b) => a < b,
    ),
    step: 8,
    says: "This is the entry that agrees best. The one with the largest error decides.",
  },
  "last-for-worst": {
    is: (given) => {
      const last = entriesOf(given).at(-1)!;
      const relError = last.relError.value;
      const { name, row, col } = last;
      return { ok: relError <= (given.tol ?? CHECK_TOLERANCE), worst: { name, row, col, relError } };
    },
    step: 8,
    says: "This is the last entry of all. An entry takes the place of the worst so far only where its error is larger.",
  },
  "first-above-the-tolerance": {
    is: (given) => {
      const all = entriesOf(given).map(({ relError, ...place }) => ({ ...place, relError: relError.value }));
      const { ok, worst } = given.right;
      return { ok, worst: all.find(({ relError }) => relError > (given.tol ?? CHECK_TOLERANCE)) ?? worst };
    },
    step: 8,
    says: "This is the first entry above the tolerance. Go on to the end: the largest error of all is asked for.",
  },
  "always-ok": {
    is: ({ right: { worst } }) => ({ ok: true, worst }),
    step: 8,
    says: "ok is always true. It is false where the largest error is above the tolerance.",
  },
  "weights-alone": {
    is: (given) => {
      const weights = entriesOf(given).filter(({ name }) => name.startsWith("W"));
      const { name, row, col, relError } = weights.reduce((best, one) =>
        one.relError.value > best.relError.value ? one : best,
      );
      return {
        ok: relError.value <= (given.tol ?? CHECK_TOLERANCE),
        worst: { name, row, col, relError: relError.value },
      };
    },
    step: 8,
    says: "Only the weights are looked at, Wh and Wo. The biases are parameters like them: go through all names, Object.keys(params).",
  },
  "row-and-column-exchanged": {
    is: ({ right: { ok, worst } }) => ({ ok, worst: { ...worst, row: worst.col, col: worst.row } }),
    step: 8,
    says: "Row and column of the worst entry have changed places. The row comes first, as in P[row][col].",
  },
  "verdict-turned": {
    is: ({ right: { ok, worst } }) => ({ ok: !ok, worst }),
    step: 8,
    says: "ok is turned around: it is true where even the largest error is at most tol.",
  },
  "step-ignored": {
    is: ({ loss, params, grads, tol }) => {
      const all = checkedEntries(loss, lift(params), lift(grads), CHECK_STEP);
      const { relError, ...worst } = all.reduce((best, one) =>
        one.relError.value > best.relError.value ? one : best,
      );
      const error = relError.value;
      return { ok: error <= (tol ?? CHECK_TOLERANCE), worst: { ...worst, relError: error } };
    },
    step: 4,
    says: "The slopes are measured with a step of 1e-4 whatever is handed over. Hand eps on to what measures them: 1e-4 counts only where it is left out.",
  },
  "tolerance-ignored": {
    is: ({ right: { worst } }) => ({ ok: worst.relError <= CHECK_TOLERANCE, worst }),
    step: 8,
    says: "The tolerance is 1e-5 whatever is handed over. That is its value only where tol is left out.",
  },
};
