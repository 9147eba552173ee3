import { integer, random } from "../randomness/random.ts";
import { readIdx } from "./idx.ts";

export interface Digits {
  /** 784 brightnesses from 0 to 1 an example. */
  readonly images: readonly Float64Array[];
  readonly labels: Uint8Array;
}

/** Seven rows of five dots a digit; a row is a number whose bits are the dots, left to right. */
const glyphs: readonly (readonly number[])[] = [
  [14, 17, 19, 21, 25, 17, 14],
  [4, 12, 4, 4, 4, 4, 14],
  [14, 17, 1, 2, 4, 8, 31],
  [31, 2, 4, 2, 1, 17, 14],
  [2, 6, 10, 18, 31, 2, 2],
  [31, 16, 30, 1, 1, 17, 14],
  [6, 8, 16, 30, 17, 17, 14],
  [31, 1, 2, 4, 8, 8, 8],
  [14, 17, 17, 14, 17, 17, 14],
  [14, 17, 17, 15, 1, 2, 12],
];

/**
 * Seeded stand-in for MNIST: digits of dots, each of 3 × 3 pixels, shifted, slanted, of uneven ink, with noise.
 *
 * Easier than handwriting; what it teaches about a network is the same.
 */
export function digitData(seed: number, n = 1000): Digits {
  const rng = random(seed, "digits");
  const labels = Uint8Array.from({ length: n }, () => integer(rng, 0, 9));
  const images = Array.from(labels, (label) => {
    const image = new Float64Array(784);
    const top = integer(rng, 1, 6);
    const left = integer(rng, 3, 10);
    const slant = (rng() - 0.5) / 2;
    for (let row = 0; row < 21; row++) {
      const shift = Math.round(left + slant * (10 - row));
      for (let column = 0; column < 15; column++) {
        const isInk = ((glyphs[label]![Math.floor(row / 3)]! >> (4 - Math.floor(column / 3))) & 1) === 1;
        if (isInk) image[28 * (top + row) + shift + column] = 0.6 + 0.4 * rng();
      }
    }
    for (let k = 0; k < 784; k++) if (rng() < 0.02) image[k] = rng();
    return image;
  });
  return { images, labels };
}

/** @throws RangeError if the files are no 28 × 28 digits, or their counts differ */
export function digitsFrom(imageFile: Uint8Array, labelFile: Uint8Array): Digits {
  const { shape, values } = readIdx(imageFile, "images", 3);
  const { values: labels } = readIdx(labelFile, "labels", 1);
  const [n = 0, rows, columns] = shape;
  if (rows !== 28 || columns !== 28)
    throw new RangeError(`images: 28 × 28 pixels expected, got ${rows} × ${columns}`);
  if (labels.length !== n || n === 0)
    throw new RangeError(`labels: one for each of ${n} images expected, got ${labels.length}`);
  const wrong = labels.findIndex((label) => label > 9);
  if (wrong >= 0) throw new RangeError(`labels: 0 to 9 expected, got ${labels[wrong]} at place ${wrong}`);
  const images = Array.from({ length: n }, (_, i) =>
    Float64Array.from(values.subarray(784 * i, 784 * (i + 1)), (byte) => byte / 255),
  );
  return { images, labels };
}
