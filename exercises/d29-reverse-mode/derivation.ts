import { derivation } from "../../grader/exercise/derivation.ts";

const tex = String.raw;

export default derivation({
  title: "Two ways back through a graph",
  unit: 11,
  requires: ["ex64"],
  minutes: 15,
  page: "reverse-mode",
  known: ["v", "y"],
  start: tex`\frac{\partial y}{\partial a}`,
  step: 4,
  lines: 3,
  rules: 3,
  slips: {
    overwritten: {
      is: tex`(1 - \tanh^2 v) b`,
      says: "What comes back by the two ways is added: 1 from the sum, and 1 − tanh² v through tanh.",
      step: 4,
    },
    "first-way-only": {
      is: "b",
      says: "One of the two ways is missing. tanh passes its slope on to v as well.",
      step: 4,
    },
    "own-value": {
      is: tex`(2 - \tanh^2 v) a`,
      says: "The product is derived by its other factor: ∂(ab)/∂a is b.",
      step: 2,
    },
    "square-of-tanh-forgotten": {
      is: tex`(2 - \tanh v) b`,
      says: "The square is missing: the slope of tanh is 1 − tanh².",
      step: 2,
    },
    "inner-derivative-forgotten": {
      is: tex`2 - \tanh^2 v`,
      says: "The way ends at v. From v to a it goes on with ∂v/∂a = b.",
      step: 4,
    },
    "value-for-slope": {
      is: tex`(1 + \tanh v) b`,
      says: "This is the value of tanh. What comes back through it is its slope, 1 − tanh² v.",
      step: 2,
    },
    "plus-for-minus": {
      is: tex`(2 + \tanh^2 v) b`,
      says: "A plus stands where a minus belongs: the slope of tanh is 1 − tanh² v.",
      step: 2,
    },
  },
  hints: [
    "v is used twice in y. Which two ways lead from y back to v?",
    "What comes back by the two ways is added first: ∂y/∂v. Only then does v pass it on to a.",
    "∂y/∂v = 1 + (1 − tanh² v), and ∂v/∂a = b.",
  ],
});
