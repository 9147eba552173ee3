/**
 * Products of matrices, panel by panel through the kernel's memory.
 *
 * Every entry is the sum of plain loops, in their order and with their roundings, so that it has the same bits.
 */
import type { Form, Sizes } from "../matmul-loops.ts";
import type { Kernel } from "./kernel.ts";

/** Rows of A, or columns of B, in a panel; what there is not of the last one is 0. */
const LANES = 4;
/** So many columns of B and so many terms of a sum lie in the memory at most. */
const COLUMNS = 128;
const TERMS = 512;
/** Where what lies, in numbers: a panel of A, tiles of C, panels of B. */
const [A_AT, C_AT, B_AT] = [0, LANES * TERMS, LANES * (TERMS + COLUMNS)] as const;
const BYTES = Float64Array.BYTES_PER_ELEMENT;

/** C = A·B, Aᵀ·B or A·Bᵀ; arguments as matmul has them. */
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
  const most = Math.ceil(k / Math.ceil(k / TERMS));
  if (k === 0) C.fill(0, 0, m * n);
  for (let j = 0; j < n; j += COLUMNS) {
    const columns = Math.min(COLUMNS, n - j);
    const panels = Math.ceil(columns / LANES);
    for (let t = 0; t < k; t += most) {
      const terms = Math.min(most, k - t);
      const ofB = { lanes: columns, lane: column, terms, term: alongB };
      intoPanels(memory, B_AT, B, j * column + t * alongB, ofB);
      for (let i = 0; i < m; i += LANES) {
        const rows = Math.min(LANES, m - i);
        intoPanels(memory, A_AT, A, i * row + t * alongA, { lanes: rows, lane: row, terms, term: alongA });
        const from = i * n + j;
        if (t === 0) memory.fill(0, C_AT, C_AT + panels * LANES * LANES);
        else for (let r = 0; r < rows; r++) intoTiles(memory, C, from + r * n, r, columns);
        products(BYTES * C_AT, BYTES * A_AT, BYTES * B_AT, panels, terms);
        for (let r = 0; r < rows; r++) outOfTiles(C, from + r * n, memory, r, columns);
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

/** A row of C as row r of its tiles. */
function intoTiles(memory: Float64Array, C: Float64Array, from: number, r: number, columns: number): void {
  let [at, to] = [from, C_AT + LANES * r];
  const end = from + columns;
  for (; at + LANES <= end; at += LANES, to += LANES * LANES) {
    memory[to] = C[at]!;
    memory[to + 1] = C[at + 1]!;
    memory[to + 2] = C[at + 2]!;
    memory[to + 3] = C[at + 3]!;
  }
  while (at < end) memory[to++] = C[at++]!;
}

function outOfTiles(C: Float64Array, from: number, memory: Float64Array, r: number, columns: number): void {
  let [to, at] = [from, C_AT + LANES * r];
  const end = from + columns;
  for (; to + LANES <= end; to += LANES, at += LANES * LANES) {
    C[to] = memory[at]!;
    C[to + 1] = memory[at + 1]!;
    C[to + 2] = memory[at + 2]!;
    C[to + 3] = memory[at + 3]!;
  }
  while (to < end) C[to++] = memory[at++]!;
}
