/** Going on from a model that is there. */
import { args, curedBy, equal, record, rows, scalar } from "../../grader/exercise/form.ts";
import { fitAdaline } from "../../reference/linear-models/adaline.ts";
import { netInput, passesOver, stepFrom } from "../../reference/linear-models/adaline-plain.ts";
import { lr, sizes, w, X, y } from "./args.ts";
import { fitAdalineSGD } from "./fit.ts";

type State = { w: number[]; b: number };

const state = (says: string, ofWeights: string, ofBias: string) =>
  record<State>({ w: w(ofWeights), b: scalar(ofBias) }, says);

const going = args({ state: state("the model so far", "its weights", "its bias"), X, y, lr }, { sizes });

const places = (n: number): number[] => Array.from({ length: n }, (_, i) => i);
const oneByOne = (n: number): number[][] => places(n).map((i) => [i]);

export const partialFit = going.answer<State>({
  says: "The model after new examples: one step after each of them, in the order of the rows, from where the model is.",
  returns: state(
    "the model after the new examples",
    "weights after the last example",
    "bias after the last example",
  ),
  is: ({ state, X, y, lr }) => {
    const { w, b } = fitAdaline(X, y, state, lr, X.length === 0 ? [] : [oneByOne(X.length)]);
    return { w, b };
  },
  example: { state: { w: [0.25], b: 0.25 }, X: rows([3]), y: [0], lr: 0.125 },
  edges: {
    "one example": {
      given: { state: { w: [1, -1], b: 0.5 }, X: rows([2, 1]), y: [0], lr: 0.0625 },
      says: "A single example is a matrix of one row. It makes one step.",
    },
    "no example": {
      given: { state: { w: [1, -1], b: 0.5 }, X: [], y: [], lr: 0.25 },
      says: "Nothing new has come, and the model stays as it is.",
    },
    "learning rate 0": { given: { lr: 0 }, says: "Nothing moves." },
  },
  laws: {
    "all at once, or first the first and then the others: the same model": (f, { X, y }) => {
      const first = f({ X: X.slice(0, 1), y: y.slice(0, 1) });
      return equal(f({ state: first, X: X.slice(1), y: y.slice(1) }), f());
    },
    "it is a pass of fitAdalineSGD in the order 0, 1, 2, …": (f, { state, X, y, lr }, { ask }) => {
      const run = { X, y, w0: state.w, b0: state.b, lr, nIter: 1, orders: [places(X.length)] };
      const { w, b } = ask(fitAdalineSGD, run);
      return equal(f(), { w, b });
    },
    "examples whose labels are met change nothing": (f, { state: { w, b }, X }) =>
      equal(f({ y: X.map((x) => netInput(x, { w, b })) }), { w, b }),
  },
  mistakes: curedBy(6, {
    "from-zero": {
      is: ({ state, X, y, lr }) => {
        const { w, b } = passesOver({ X, y, w0: state.w.map(() => 0), b0: 0, lr }, [oneByOne(X.length)]);
        return { w, b };
      },
      says: "Training begins anew, at 0. The model goes on from the state that is handed over: that is the point of learning online.",
    },
    "one-step-for-all": {
      is: ({ state, X, y, lr }) => stepFrom({ X, y, lr }, state),
      step: 3,
      says: "All examples make one step together. One step follows each of them, and the next one sees its weights.",
    },
    "from-the-state-again": {
      is: ({ state, X, y, lr }) => stepFrom({ X: X.slice(-1), y: y.slice(-1), lr }, state),
      says: "Every example makes its step from the state that was handed over, so that only the last one counts. A step needs the model that the example before has left: go on from that.",
    },
    "only-the-first": {
      is: ({ state, X, y, lr }) => stepFrom({ X: X.slice(0, 1), y, lr }, state),
      says: "Only the first example counts. There may be several, and each makes a step.",
    },
    "bias-not-moved": {
      is: ({ right, state }) => ({ ...right, b: state.b }),
      step: 2,
      says: "The bias stays as it was. It takes its step after each example as well, 2η(y − z).",
    },
  }),
});
