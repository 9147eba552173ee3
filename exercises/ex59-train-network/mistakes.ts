/** Wrong training runs, in plain numbers. */
import type { Mistakes } from "../../grader/exercise/form.ts";
import { asMatrices, classifierGradient, inOneList } from "../../reference/networks/small-classifier.ts";
import type { Fit, Run } from "./args.ts";

type Rates = Pick<Run, "lr" | "mf">;
type Numbers = Float64Array;

interface Altered {
  /** Where the gradient is taken, of the start and of where the run is. */
  readonly where?: (start: Numbers, now: Numbers, M: Numbers, rates: Rates) => Numbers;
  /** The new M of an entry. */
  readonly step?: (m: number, g: number, rates: Rates, n: number, place: number) => number;
  /** What is added to an entry, of the M before and after. */
  readonly added?: (before: number, after: number) => number;
  /** The matrices that move before the gradient of the next is taken, by their places. */
  readonly inTurn?: readonly number[];
  /** Whether the biases move. */
  readonly movesBiases?: boolean;
  /** What is noted of an iteration. */
  readonly noted?: (before: number, after: number) => number;
}

/** The run with a part of it exchanged, over all parameters in one list. */
const altered =
  ({
    where = (_, now) => now,
    step = (m, g, { lr, mf }) => mf * m - lr * g,
    added = (_, after) => after,
    inTurn,
    movesBiases = true,
    noted = (_, after) => after,
  }: Altered) =>
  (given: Run): Fit => {
    const { X, Y, params, iterations } = given;
    const [Wh, bh, , bo] = params;
    const sizes = { m: Wh.length, h: bh[0]!.length, c: bo[0]!.length };
    const moves = params.flatMap((A, place) => A.flat().map(() => movesBiases || place % 2 === 0));
    const start = inOneList(params);
    const G = new Float64Array(start.length);
    let [P, M] = [start, G.slice()];
    const losses = [classifierGradient(G, P, X, Y, sizes)];
    const places = params.flatMap((A, place) => A.flat().map(() => place));
    const turns = inTurn?.map((turn) => places.map((place) => place === turn)) ?? [moves];
    for (let k = 0; k < iterations; k++) {
      for (const turn of turns) {
        classifierGradient(G, where(start, P, M, given), X, Y, sizes);
        const [before, after] = [
          M,
          M.map((m, i) => (turn[i] ? step(m, G[i]!, given, X.length, places[i]!) : m)),
        ];
        P = P.map((x, i) => (turn[i] ? x + added(before[i]!, after[i]!) : x));
        M = after;
      }
      losses.push(classifierGradient(G, P, X, Y, sizes));
    }
    const [first, ...later] = losses as [number, ...number[]];
    return {
      params: asMatrices(P, sizes),
      losses: [first, ...later.map((loss, k) => noted(losses[k]!, loss))],
    };
  };

export const mistakes: Mistakes<Run, Fit> = {
  "first-loss-missing": {
    is: ({ right }) => ({ ...right, losses: right.losses.slice(1) }),
    step: "momentum#step-6",
    says: "The loss at the start is missing. It comes first, so that there is one loss more than iterations.",
  },
  "losses-one-late": {
    is: altered({ noted: (before) => before }),
    step: "momentum#step-6",
    says: "The parameters are right. Each loss is noted before its iteration, so that the one at the start comes twice and the last one is missing.",
  },
  "gradients-of-the-start": {
    is: altered({ where: (start) => start }),
    step: "momentum#step-6",
    says: "Every iteration takes the gradient at the start. Go through the network anew with the parameters of the iteration, and back.",
  },
  nesterov: {
    is: altered({ where: (_, now, M, { mf }) => now.map((x, i) => x + mf * M[i]!) }),
    step: "momentum#step-5",
    says: "The gradient is taken at θ + μM, ahead of where the run is. That is Nesterov's momentum; here it is taken at θ.",
  },
  "old-step-added": {
    is: altered({ added: (before) => before }),
    step: "momentum#step-2",
    says: "θ moves by the M from before the iteration. First comes the new M, then θ moves by it.",
  },
  ascent: {
    is: altered({ step: (m, g, { lr, mf }) => mf * m + lr * g }),
    step: "momentum#step-2",
    says: "The gradient is added, and that climbs. M goes against it: μM − ηg.",
  },
  "nothing-kept": {
    is: altered({ step: (_, g, { lr }) => -lr * g }),
    step: "momentum#step-2",
    says: "This is plain descent. M is to be kept from one iteration to the next: is it set to 0 in the loop?",
  },
  "mean-for-sum": {
    is: altered({ step: (m, g, { lr, mf }, n) => mf * m - (lr * g) / n }),
    step: "softmax-network#step-3",
    says: "The gradients are divided by the number of examples. J is a sum over the examples, and so are they.",
  },
  "one-after-another": {
    is: altered({ inTurn: [0, 1, 2, 3] }),
    step: "momentum#step-2",
    says: "The matrices move one after another, and the gradient of each is taken after those before it have moved. Take all four gradients at the same parameters first, and then move all.",
  },
  "one-after-another-backwards": {
    is: altered({ inTurn: [3, 2, 1, 0] }),
    step: "momentum#step-2",
    says: "The output layer moves first, and the gradient of the hidden layer is taken after that. Take all four gradients at the same parameters first, and then move all.",
  },
  "biases-without-momentum": {
    is: altered({ step: (m, g, { lr, mf }, _, place) => (place % 2 === 0 ? mf * m : 0) - lr * g }),
    step: "momentum#step-2",
    says: "The biases make plain steps, −ηg. All four matrices keep a part of their last step.",
  },
  "least-loss-kept": {
    is: (given) => {
      const best = given.right.losses.indexOf(Math.min(...given.right.losses));
      return { ...given.right, params: altered({})({ ...given, iterations: best }).params };
    },
    step: "momentum#step-6",
    says: "The losses are right. The parameters are those of the least loss on the way. Asked for are those after the last iteration.",
  },
  "losses-as-means": {
    is: ({ right, X }) => ({ ...right, losses: right.losses.map((loss) => loss / X.length) }),
    step: "softmax-network#step-3",
    says: "The parameters are right. The losses are means over the examples, and J is their sum.",
  },
  "weighted-mean": {
    is: altered({ step: (m, g, { lr, mf }) => mf * m - (1 - mf) * lr * g }),
    step: "momentum#step-3",
    says: "The gradient has the weight 1 − μ, so that M is a mean of steps. Momentum adds them up: the gradient has all of its weight.",
  },
  "biases-not-moved": {
    is: altered({ movesBiases: false }),
    step: "softmax-network#step-5",
    says: "The biases never move. They take part in every example, and have gradients and steps of their own.",
  },
};
