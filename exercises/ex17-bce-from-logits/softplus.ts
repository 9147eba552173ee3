/** The logarithm of 1 + e^z, without the exponential of what is large. */
import { args, atMost, curedBy, equal, scalar, times } from "../../grader/exercise/form.ts";
import { sigmoid, softplus as softplusOf } from "../../reference/linear-models/sigmoid.ts";
import { num } from "../../reference/numbers/num.ts";
import { sigmoid as plainSigmoid, softplus as plainSoftplus } from "../../reference/numbers/sigmoid.ts";
import { overflowed } from "./args.ts";

const wide = args({
  z: scalar("any number, ±Infinity included", {
    draw: (draw) =>
      draw.family === "wild" && draw.integer(0, 3) === 0 ? draw.between(-40, 40) : draw.real(),
  }),
});

/** An edge case at z, with what is right there. */
const at = (z: number, expected: number, says: string) => ({ given: { z }, expected, says });

export const softplus = wide.answer({
  says: "Softplus, a ramp with a soft corner. No z may overflow.",
  formula: String.raw`\ln(1 + e^z)`,
  returns: scalar("ln(1 + e^z), at least 0"),
  is: ({ z }) => softplusOf(z),
  example: { z: 2 },
  edges: {
    zero: at(0, Math.LN2, "At the corner it is ln 2."),
    "z = 21": {
      given: { z: 21 },
      says: "At 21 it is 21 and 8e-10, which a number still holds.",
      ifNumber: "It is z itself from 37 on. Some libraries take z from 20 on, and lose what is above.",
    },
    "z = 40": at(40, 40, "Far to the right it is z itself."),
    "z = -40": {
      given: { z: -40 },
      says: "Far to the left it is e^z, here 4e-18. 0 is right too: 1 + 4e-18 rounds to 1.",
    },
    "z = 1000": {
      ...at(1000, 1000, "However far to the right, it is z."),
      ifInfinite: overflowed,
      ifNaN: overflowed,
    },
    "z = -1000": {
      ...at(-1000, 0, "e^−1000 is below the smallest number: the value is 0."),
      ifInfinite: "e^1000 is Infinity: to the left, too, the exponent has to be −|z|.",
      ifNaN: overflowed,
    },
    "z = Infinity": at(Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, "It grows without end."),
    "z = -Infinity": at(Number.NEGATIVE_INFINITY, 0, "At the left end of the line it is 0."),
    "z = NaN": at(Number.NaN, Number.NaN, "NaN is not hidden."),
  },
  laws: {
    "softplus(z) − softplus(−z) = z": (f, { z }) => equal(f().minus(f({ z: -z })), z),
    "it lies above the ramp max(z, 0), by ln 2 at most": (f, { z }) => {
      const above = f().minus(num(z).relu());
      return [atMost(0, above), atMost(above, Math.LN2)];
    },
    "it lies above its tangents, whose slope is σ(z)": (f, { z }) =>
      [-1, 1].map((step) => atMost(f().plus(sigmoid(num(z)).times(step)), f({ z: z + step }))),
    "it is −ln σ(−z)": (f, { z }) => Math.abs(z) < 10 && equal(f(), sigmoid(num(-z)).log().negated()),
  },
  mistakes: curedBy(6, {
    "exponent-sign-lost": {
      is: ({ z }) => plainSoftplus(-z),
      says: "This is ln(1 + e^(−z)), which falls. Softplus rises: its exponent is z.",
    },
    "one-forgotten": {
      is: ({ z }) => z,
      says: "This is ln(e^z), which is z. The 1 under the logarithm is what bends the line to 0 on the left.",
    },
    "ramp-alone": {
      is: ({ z }) => Math.max(z, 0),
      step: 7,
      says: "This is the ramp max(z, 0) alone. The soft corner is the term ln(1 + e^(−|z|)).",
    },
    "bars-forgotten": {
      is: ({ z }) => Math.max(z, 0) + plainSoftplus(-z),
      step: 7,
      says: "The bars are missing: beside max(z, 0) the exponent is −|z|. For a negative z, e^(−z) is large.",
    },
    "exponent-positive": {
      is: ({ z }) => Math.max(z, 0) + plainSoftplus(Math.abs(z)),
      step: 7,
      says: "The exponent is |z|, which grows on both sides. Beside max(z, 0) it is −|z|.",
    },
    "logarithm-of-the-sigmoid": {
      is: ({ z }) => -plainSoftplus(-z),
      says: "This is ln σ(z), which is never positive. Softplus is −ln σ(−z).",
    },
    "sigmoid-for-softplus": {
      is: ({ z }) => plainSigmoid(z),
      says: "This is the sigmoid, the slope of softplus.",
    },
    "base-2": {
      is: times(Math.LOG2E),
      says: "The logarithm has the base 2. This one is natural, with the base e: Math.log.",
    },
  }),
});
