/** What is done with the functions: two data sets of one stream, and a look at what it gives next. */
interface Made {
  readonly makeCircles: (n: number, factor: number, noise: number, gauss: () => number) => unknown;
  readonly noisyLine3d: (
    n: number,
    start: number[],
    end: number[],
    noise: number,
    gauss: () => number,
  ) => unknown;
}

/** The number that the stream gives after circles and a line. */
export function afterwards(
  { makeCircles, noisyLine3d }: Made,
  n: number,
  noise: number,
  gauss: () => number,
): number {
  makeCircles(n, 0.5, noise, gauss);
  noisyLine3d(n, [0, 0, 0], [1, 1, 1], noise, gauss);
  return gauss();
}
