/**
 * Products of matrices, panel by panel through the kernel's memory.
 *
 * Every entry is the sum of plain loops, in their order and with their roundings, so that it has the same bits.
 */
import type { Form, Sizes } from "../matmul-loops.ts";
import type { Kernel } from "./kernel.ts";

/** Rows of A, or columns of B, in a panel; what there is not of the last one is 0. */
const LANES = 4;
/** Numbers of a tile of C. */
const TILE = LANES * LANES;
/** So many columns of B and so many terms of a sum lie in the memory at most. */
const COLUMNS = 128;
const TERMS = 512;
/** Where what lies, in numbers: a panel of A, tiles of C, panels of B. */
const [A_AT, C_AT, B_AT] = [0, LANES * TERMS, LANES * (TERMS + COLUMNS)] as const;
const BYTES = Float64Array.BYTES_PER_ELEMENT;

/** C = A·B, Aᵀ·B or A·Bᵀ; arguments as matmul has them, k ≥ 1. */
export function productByKernel(
  { memory, products }: Kernel,
  C: Float64Array,
  A: Float64Array,
  B: Float64Array,
  { m, k, n }: Sizes,
  form: Form,
): void {
  const [row, alongA] = form === "tn" ? [1, m] : [k, 1];
  const [column, alongB] = form === "nt" ? [k, 1] : [1, n];
  for (let j = 0; j < n; j += COLUMNS) {
    const columns = Math.min(COLUMNS, n - j);
    const panels = Math.ceil(columns / LANES);
    for (let t = 0; t < k; t += TERMS) {
      const terms = Math.min(TERMS, k - t);
      const ofB = { lanes: columns, lane: column, terms, term: alongB };
      intoPanels(memory, B_AT, B, j * column + t * alongB, ofB);
      for (let i = 0; i < m; i += LANES) {
        const rows = Math.min(LANES, m - i);
        intoPanels(memory, A_AT, A, i * row + t * alongA, { lanes: rows, lane: row, terms, term: alongA });
        const from = i * n + j;
        // A row of C lies in its tiles four by four.
        if (t === 0) memory.fill(0, C_AT, C_AT + panels * TILE);
        else
          for (let r = 0; r < rows; r++)
            copy(memory, C_AT + LANES * r, TILE, C, from + r * n, LANES, columns);
        products(BYTES * C_AT, BYTES * A_AT, BYTES * B_AT, panels, terms);
        for (let r = 0; r < rows; r++) copy(C, from + r * n, LANES, memory, C_AT + LANES * r, TILE, columns);
      }
    }
  }
}

/** How many lanes and terms there are, and how far apart two of them lie in a matrix. */
interface Strides {
  readonly lanes: number;
  readonly lane: number;
  readonly terms: number;
  readonly term: number;
}

function intoPanels(
  memory: Float64Array,
  at: number,
  M: Float64Array,
  from: number,
  { lanes, lane, terms, term }: Strides,
): void {
  let to = at;
  for (let l = 0, first = from; l < lanes; l += LANES, first += LANES * lane)
    if (lanes - l >= LANES)
      for (let t = 0, p = first; t < terms; t++, p += term, to += LANES) {
        memory[to] = M[p]!;
        memory[to + 1] = M[p + lane]!;
        memory[to + 2] = M[p + 2 * lane]!;
        memory[to + 3] = M[p + 3 * lane]!;
      }
    else
      for (let t = 0, p = first; t < terms; t++, p += term)
        for (let each = 0; each < LANES; each++) memory[to++] = l + each < lanes ? M[p + each * lane]! : 0;
}

/** Copies numbers four by four, the last ones one by one; the next four lie a step further on either side. */
function copy(
  to: Float64Array,
  toAt: number,
  toStep: number,
  from: Float64Array,
  fromAt: number,
  fromStep: number,
  count: number,
): void {
  let [t, f, left] = [toAt, fromAt, count];
  for (; left >= LANES; left -= LANES, t += toStep, f += fromStep) {
    to[t] = from[f]!;
    to[t + 1] = from[f + 1]!;
    to[t + 2] = from[f + 2]!;
    to[t + 3] = from[f + 3]!;
  }
  while (left-- > 0) to[t++] = from[f++]!;
}
