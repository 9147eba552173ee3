/** A network that reads digits in the page: held to the training it is made of, and to what it shows. */
import { beforeAll, describe, expect, it } from "vitest";
import { coarse } from "../../../reference/data/coarse-digits.ts";
import { digitData } from "../../../reference/data/digits.ts";
import { digitTraining } from "../../../reference/train/digits.ts";
import { worstOf } from "../../../site/figures/fig45/pictures.ts";
import {
  CLASSES,
  EPOCHS,
  LEARNT,
  type Run,
  readAs,
  runOf,
  type Stand,
} from "../../../site/figures/fig45/training.ts";
import { fig45 } from "../../../site/figures/fig45.ts";
import { defaultsOf, type StateOf } from "../../../site/figures/frame/controls.ts";

const says = (changes: Partial<StateOf<typeof fig45.controls>>): string => {
  const state = { ...defaultsOf(fig45.controls), ...changes };
  return fig45.says(fig45.compute(state), state);
};

describe("a network that reads digits", () => {
  let run: Run;
  beforeAll(() => {
    run = runOf({ hidden: 100, rate: 0.1, batch: 100, seed: 0 });
  });

  it("goes as the course's training goes, with its loss and its accuracy", () => {
    const { images, labels } = digitData(0, 300);
    const X = Float64Array.from(images.slice(0, LEARNT).flatMap(coarse));
    const rest = { hidden: 100, learningRate: 0.1, batch: 100, seed: 0 };
    const training = digitTraining(X, labels.slice(0, LEARNT), rest);
    training.step();
    training.step();
    const stand = run.stands[2] as Stand;
    expect(stand.P).toEqual(training.batches?.P);
    // Two ways to a mean of 200 logarithms.
    expect(stand.learnt.loss / training.loss()).toBeCloseTo(1, 12);
    expect(stand.learnt.accuracy).toBe(training.accuracy?.());
  });

  it("learns to read most digits that it has not seen, in fifty epochs or with η = 1 in twenty", () => {
    expect(run.stands[0]?.others.accuracy).toBeLessThan(0.2);
    expect(run.stands[EPOCHS]?.others.accuracy).toBeGreaterThan(0.85);
    expect(says({ eta: 1, epoch: 20 })).toMatch(
      /100\.0 % and 100\.0 % are right\. None of the others is misread/,
    );
    expect(says({ hidden: 1 })).toMatch(/Misread are \d\d of the others, most often \d as \d \(\d+\), /);
  });

  it("shows those first whose own class is least likely, and so all that are surely misread", () => {
    const stand = run.stands[20] as Stand;
    const { labels } = run.others;
    const sure = worstOf(stand, run.others).map((i) => stand.said[CLASSES * i + labels[i]!]!);
    expect(sure).toEqual([...sure].sort((a, b) => a - b));
    const misread = Array.from(labels).filter((label, i) => readAs(stand.said, i) !== label);
    expect(misread.length / labels.length).toBeCloseTo(1 - stand.others.accuracy, 12);
    for (let i = 0; i < labels.length; i++)
      expect(stand.said.slice(CLASSES * i, CLASSES * (i + 1)).reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
  });
});
