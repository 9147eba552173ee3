import { exercise } from "../../grader/exercise/form.ts";
import { gaussian, initNormal } from "./normal.ts";
import scenarios from "./scenarios.ts?raw";
import { numbers, turns } from "./streams.ts";
import { initLinearDefault, initXavierUniform } from "./uniform.ts";

export default exercise({
  title: "Weight initialisation with a seeded generator",
  unit: 9,
  source:
    "Building FeedForward Networks with Pytorch, Introducing the multilayer neural network; 01 build and train feedforward nn, 1.5; Machine Learning Visualized, 0.4.10 and 0.7.9; 09.1 Deep Learning – Neural Network, init_weights",
  requires: ["ex49"],
  derivation: "initialisation",
  minutes: 60,
  points: 40,
  exports: { mulberry32: "function" },
  scenarios,
  symbols: { l: "bound of the weights", "2³²": "4,294,967,296, as many values as 32 bits have" },
  functions: { numbers, turns, gaussian, initNormal, initXavierUniform, initLinearDefault },
  nouns: {
    a: "the state",
    t: "the mixed bits",
    radius: "the radius",
    limit: "the bound",
    W: "the weights",
    b: "the biases",
  },
  hints: [
    "Where does a generator keep how far it has come, so that two of them do not meet? And what would two units do that start with the same weights?",
    "In which order are the numbers of the stream used up? Between which bounds does 2u − 1 lie for u in [0, 1), and between which l times it?",
    "mulberry32: let a = seed in the function, and return () => { … } with the five lines of the task. gaussian: Math.sqrt(-2 * Math.log(1 - u())) first, then times Math.cos(2 * Math.PI * u()). The layers: refuse a side of 0, then row by row scale * gaussian(rng), or l * (2 * rng() - 1) with l = Math.sqrt(6 / (inp + out)) or 1 / Math.sqrt(inp).",
  ],
});
