/** Unit 10: digits are read, by lines and by a network, with a loop that keeps its books. */
import type { Capstone, Show } from "../capstone.ts";
import { readByLines } from "../digit-lines.ts";
import { outputsOf, saveAndLoad, train } from "../digit-network.ts";
import { CLASSES, classesOf, type Digits, type Task, taskOf, UNSEEN } from "../digit-task.ts";
import type { Hands } from "../hands.ts";
import { percent, short } from "../numbers.ts";
import type { Picture } from "../picture.ts";
import type { Matrix } from "../two-layers.ts";

const SHOWN = 4;
const EVALUATED_AT_ONCE = 32;

export const reader: Capstone = {
  unit: 10,
  title: "Digits are read, by lines and by a network, with a loop whose numbers you can believe",
  uses: [
    {
      exercise: "ex49",
      functions: ["forwardAll", "backwardAll", "updateAll"],
      does: "takes the steps one by one",
    },
    { exercise: "ex58", functions: ["trainLinear"], does: "trains a line for each digit" },
    { exercise: "ex60", functions: ["epochStats"], does: "puts an epoch together from its batches" },
    { exercise: "ex61", functions: ["computeMseAndAcc"], does: "evaluates on digits that nobody learned" },
    { exercise: "ex62", functions: ["stateDict", "loadStateDict"], does: "saves the network, and loads it" },
    { exercise: "ex63", functions: ["NeuralNetMLP", "trainMlp"], does: "trains the network in one call" },
  ],
  setting: { name: "hidden units", values: ["2", "4", "8", "12", "24"], usual: "12" },
  async work(hands, { seed, setting = "12" }, show) {
    const hidden = Number(setting);
    const task = taskOf(seed);
    const lines = await readByLines(hands, task, show);
    const layers = await train(hands, task, seed, hidden, show);
    const outputs = await outputsOf(hands, layers, task.unseen.X);
    await evaluate(hands, task, lines, outputs, show);
    await saveAndLoad(hands, task, layers, outputs, show);
    showMisread(task.unseen, outputs, show);
  },
};

async function evaluate(
  hands: Hands,
  { unseen: { y } }: Task,
  lines: Matrix,
  outputs: Matrix,
  show: Show,
): Promise<void> {
  const scores = await hands.askAll<{ mse: number; acc: number }>(
    "computeMseAndAcc",
    [lines, outputs].map((X) => ({
      predict: { fn: "identity" },
      X,
      y,
      numLabels: CLASSES,
      batchSize: EVALUATED_AT_ONCE,
    })),
  );
  show({
    kind: "table",
    title: `${UNSEEN} digits that nobody has learned, in batches of ${EVALUATED_AT_ONCE}`,
    head: ["read by", "mean squared error", "right"],
    rows: ["ten lines", "the network"].map((name, k) => [
      name,
      short(scores[k]?.mse ?? Number.NaN),
      percent(scores[k]?.acc ?? Number.NaN),
    ]),
  });
  show({
    kind: "says",
    text: "Digits of dots are regular: ten lines read them about as well as a network does. Handwriting is not, and there lines stay behind.",
  });
}

/** The unseen digits that are misread, those first of which the network was surest. */
function showMisread({ images, y }: Digits, outputs: Matrix, show: Show): void {
  const read = classesOf(outputs);
  const surely = (i: number): number => outputs[i]?.[read[i] ?? -1] ?? 0;
  const misread = y.flatMap((yi, i) => (read[i] === yi ? [] : [i])).sort((i, j) => surely(j) - surely(i));
  if (misread.length === 0) {
    show({
      kind: "says",
      text: "No unseen digit is misread: they are cleaner than handwriting. Try 2 hidden units.",
    });
    return;
  }
  show({
    kind: "pictures",
    title: `Misread: ${misread.length} of ${UNSEEN}, the surest mistakes first`,
    pictures: misread.slice(0, SHOWN).map(
      (i): Picture => ({
        title: `a ${y[i]}, read as ${(read[i] ?? -1) < 0 ? "nothing" : read[i]}`,
        width: 28,
        pixels: Array.from(images[i] ?? [], (light) => [light, light, light] as const),
      }),
    ),
  });
  show({
    kind: "says",
    text: "Look at what they have in common with what they were taken for: a slant, a stroke of little ink, noise that fills a gap. Few hidden units have to tell ten digits apart by few questions; try 4, and 24.",
  });
}
