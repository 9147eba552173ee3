/** Ten lines that read digits, one for each of them. */
import { ACROSS, CELLS } from "../../reference/data/coarse-digits.ts";
import type { Show } from "./capstone.ts";
import { BATCH, CLASSES, type Task } from "./digit-task.ts";
import type { Hands } from "./hands.ts";
import type { Picture } from "./picture.ts";
import type { Matrix } from "./two-layers.ts";

const LINE = { lr: 0.02, batchSize: BATCH, nIter: 36 } as const;
/** Pixels on a side that a cell is drawn with. */
const ZOOM = 3;

/** A linear model for each digit: 1 for it, 0 for every other one; what all of them give for the unseen ones. */
export async function readByLines(
  hands: Hands,
  { learned, unseen, orders }: Task,
  show: Show,
): Promise<Matrix> {
  const fits = await hands.askAll<{ w: number[]; b: number }>(
    "trainLinear",
    Array.from({ length: CLASSES }, (_, digit) => ({
      X: learned.X,
      y: learned.y.map((yi) => (yi === digit ? 1 : 0)),
      w0: new Array<number>(CELLS).fill(0),
      b0: 0,
      opts: { ...LINE, orders },
    })),
  );
  show({
    kind: "pictures",
    title: `What a line looks for, after ${LINE.nIter} batches of ${BATCH} digits`,
    pictures: [0, 1, 4, 7].map((digit): Picture => {
      const w = fits[digit]?.w ?? [];
      const [low, high] = [Math.min(...w), Math.max(...w)];
      return {
        title: `a ${digit}`,
        width: ZOOM * ACROSS,
        pixels: Array.from({ length: ZOOM * ZOOM * CELLS }, (_, k) => {
          const [row, column] = [Math.floor(k / (ZOOM * ACROSS)), k % (ZOOM * ACROSS)];
          const at = w[ACROSS * Math.floor(row / ZOOM) + Math.floor(column / ZOOM)] ?? Number.NaN;
          const light = (at - low) / (high - low) || 0;
          return [light, light, light] as const;
        }),
      };
    }),
  });
  show({
    kind: "says",
    text: `Every digit is cut out, and ${CELLS} cells are left of its 784 pixels. Where a picture is bright, ink speaks for the digit, where it is dark, against it. The line with the largest output says what it is.`,
  });
  return unseen.X.map((x) =>
    fits.map(({ w, b }) => x.reduce((sum, xk, k) => sum + xk * (w[k] ?? Number.NaN), b)),
  );
}
