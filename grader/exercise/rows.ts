/** A matrix by its rows, on one line where it fits: `rows([1, 5, 2], [2, 5, -1])`. */
export const rows = (...all: number[][]): number[][] => all;
