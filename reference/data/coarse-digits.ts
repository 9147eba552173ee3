/** Digits as a small network takes them: cut out and made coarse. */

const SIDE = 28;
/** A digit's height and width in pixels, and the pixels on a side of a cell. */
const [HEIGHT, WIDTH, CELL] = [21, 15, 3];
/** Cells in a row, and all of them. */
export const ACROSS = WIDTH / CELL;
export const CELLS = (HEIGHT / CELL) * ACROSS;

/** The brightest window of a digit's size, cell by cell, each the mean of its pixels scaled from 0 … 1 to −1 … 1. */
export function coarse(image: ArrayLike<number>): number[] {
  const [top, left] = brightest(image);
  return Array.from({ length: CELLS }, (_, k) => {
    const [row, column] = [top + CELL * Math.floor(k / ACROSS), left + CELL * (k % ACROSS)];
    return (2 * lightIn(image, row, column, CELL, CELL)) / CELL ** 2 - 1;
  });
}

function brightest(image: ArrayLike<number>): readonly [top: number, left: number] {
  let [most, at] = [-1, [0, 0] as readonly [number, number]];
  for (let top = 0; top <= SIDE - HEIGHT; top++)
    for (let left = 0; left <= SIDE - WIDTH; left++) {
      const light = lightIn(image, top, left, HEIGHT, WIDTH);
      if (light > most) [most, at] = [light, [top, left]];
    }
  return at;
}

function lightIn(image: ArrayLike<number>, top: number, left: number, height: number, width: number): number {
  let light = 0;
  for (let row = top; row < top + height; row++)
    for (let column = left; column < left + width; column++) light += image[SIDE * row + column] ?? 0;
  return light;
}
