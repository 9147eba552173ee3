import { exercise } from "../../grader/exercise/form.ts";
import { gradientStep } from "./gradient-step.ts";
import { minimize } from "./minimize.ts";
import { numericalGradient } from "./numerical-gradient.ts";

export default exercise({
  title: "Gradient vector, numerical gradient and one descent step",
  unit: 1,
  source:
    "Building FeedForward Networks with Pytorch, Introduction to gradient, (Full batch) gradient descent; Machine Learning Visualized, 0.1.3; 01 build and train feedforward nn, 1.7",
  requires: ["ex02"],
  derivation: "gradient-descent",
  minutes: 40,
  points: 30,
  symbols: { n: "number of entries of x", eᵢ: "the vector with 1 at place i and 0 elsewhere" },
  functions: { numericalGradient, gradientStep, minimize },
  nouns: { moved: "the moved point", points: "the list of points" },
  hints: [
    "What is the slope of f along the first entry alone? Which two points do you need for it, and what do they have in common?",
    "The gradient points to where f grows. Which sign takes you down, and what decides how far? And at which point is the next gradient wanted?",
    "For each i copy x, move entry i by h to either side, and divide the difference of f by 2·h. A step is xᵢ − lr·gradᵢ. minimize starts a list with a copy of x0 and pushes gradientStep of the last point, steps times.",
  ],
});
