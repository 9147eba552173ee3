/** Saved, and loaded again. */
import { equal, record, tensors } from "../../grader/exercise/form.ts";
import { lift, type Tracked } from "../../reference/numbers/tracked.ts";
import { bitExact, eachNumber, type Params, trip } from "./args.ts";
import { tripMistakes } from "./mistakes.ts";
import * as played from "./scenarios.ts";

const loadedBack = (says: string) => tensors(says, () => ({}));

export const roundTrip = trip.answer<{ loaded: Params; again: Params }>({
  says: "parameters are saved, and loaded into a network that has others; the loaded ones are changed, and the same text is loaded once more",
  scenario: played.roundTrip,
  returns: record(
    { loaded: loadedBack("what comes back"), again: loadedBack("what comes back the second time") },
    "what was loaded, both times",
  ),
  is: (_, { params }) => ({ loaded: lift(params) as Tracked, again: lift(params) as Tracked }),
  edges: {
    "large numbers and small ones": {
      given: { params: { b: [1.7976931348623157e308, -5e-324, -0] }, own: { b: [1, 2, 3] } },
      says: "They come back as they were.",
    },
    "NaN and infinities": {
      given: {
        params: { b: [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY] },
        own: { b: [1, 2, 3] },
      },
      mayThrow: true,
      says: "stateDict throws, or writes them so that loadStateDict reads them again.",
      ifNumber: "A network that was ruined by NaN would seem to be well after loading.",
    },
    "a large network": {
      given: {
        params: {
          "layer1.weight": many(40, 30),
          "layer1.bias": many(1, 40)[0]!,
          "layer2.weight": many(10, 40),
        },
        own: {
          "layer2.weight": eachNumber({ W: many(10, 40) }, () => 0).W!,
          "layer1.bias": many(1, 40)[0]!,
          "layer1.weight": many(40, 30),
        },
      },
      says: "1,640 numbers come back as they were.",
    },
  },
  laws: {
    "both times everything comes back, bit for bit": {
      claims: (f, { params }) => {
        const { loaded, again } = f();
        return [bitExact(loaded, params), bitExact(again, params)];
      },
      ifBroken: "Is −0 written as 0, or are digits cut off?",
    },
    "it does not matter which numbers the network had": (f, { own }) =>
      equal(f({ own: eachNumber(own, (x) => -x) }), f()),
  },
  mistakes: tripMistakes,
});

/** A matrix of numbers with many digits. */
function many(rows: number, columns: number): number[][] {
  return Array.from({ length: rows }, (_, i) =>
    Array.from({ length: columns }, (__, j) => Math.sin(i * columns + j + 1)),
  );
}
