/** A product of matrices and a row that is added: what comes back to each, an entry at a time. */

import { Tensor } from "../../reference/networks/tensor.ts";
import { num } from "../../reference/numbers/num.ts";
import { choice, list } from "./frame/controls.ts";
import { defineFigure } from "./frame/figure.ts";
import { type MatrixBars, matrixBars, movedEntry, perUnit, rowsOf } from "./matrix-bars.ts";
import { factor, short } from "./short.ts";

type Matrix = readonly (readonly number[])[];

const A = [2, 1, 0, -1];
const B = [1, -1, 0, 3, 0, 2];
const ADJOINT = [1, 0, -1, 0.5, 2, 0];
const WIDTHS = { a: 2, b: 3, c: 3 } as const;
const MOST = 4;
const SUB = ["₁", "₂", "₃"];
/** What the pressed entry belongs to. */
const OF = ["A", "B", "R"] as const;
type Of = (typeof OF)[number];

const entries = (label: string, symbol: string, value: readonly number[]) =>
  list({ label, symbol, min: -MOST, max: MOST, step: 0.05, most: value.length, value });

const controls = {
  of: choice({
    label: "Follow an entry of",
    options: { A: "Ā, the left factor’s", B: "B̄, the right factor’s", R: "R̄, the added row’s" },
    value: "A",
  }),
  a: entries("A", "A", A),
  b: entries("B", "B", B),
  c: entries("C̄", "\\bar C", ADJOINT),
  at: list({ label: "Row and column of it", min: 0, max: 2, step: 1, most: 2, value: [0, 0] }),
};

const tensor = (matrix: Matrix, isWanted = false): Tensor =>
  new Tensor(
    matrix.map((row) => row.map((entry) => num(entry))),
    isWanted,
  );
const plain = (rows: Tensor["data"]): Matrix => rows.map((row) => row.map(({ value }) => value));

interface Data {
  readonly given: { readonly a: number[][]; readonly b: number[][]; readonly c: number[][] };
  readonly product: Matrix;
  /** The output Σ c̄·c, with the row at 0. */
  readonly output: number;
  readonly back: Readonly<Record<Of, Matrix>>;
  readonly pressed: { readonly of: Of; readonly row: number; readonly column: number };
}

function dataOf(state: {
  readonly a: readonly number[];
  readonly b: readonly number[];
  readonly c: readonly number[];
  readonly of: Of;
  readonly at: readonly number[];
}): Data {
  const given = {
    a: rowsOf(state.a, A, WIDTHS.a),
    b: rowsOf(state.b, B, WIDTHS.b),
    c: rowsOf(state.c, ADJOINT, WIDTHS.c),
  };
  const [left, right, row] = [tensor(given.a, true), tensor(given.b, true), tensor([[0, 0, 0]], true)];
  const product = left.matmul(right);
  const output = product.addRow(row).mul(tensor(given.c)).sum();
  output.backward();
  const back = { A: plain(left.grad), B: plain(right.grad), R: plain(row.grad) };
  const [i = 0, j = 0] = state.at;
  const own = back[state.of];
  return {
    given,
    product: plain(product.data),
    output: output.data[0]?.[0]?.value ?? 0,
    back,
    pressed: {
      of: state.of,
      row: Math.min(i, own.length - 1),
      column: Math.min(j, (own[0]?.length ?? 1) - 1),
    },
  };
}

/** The parts that meet in the pressed entry: of C̄, and of the other factor, which a row has not. */
function parts({
  given: { a, b, c },
  pressed: { of, row, column },
}: Data): readonly (readonly [number, number | undefined])[] {
  const at = (matrix: Matrix, i: number, j: number): number => matrix[i]?.[j] ?? 0;
  switch (of) {
    case "A":
      return [0, 1, 2].map((j) => [at(c, row, j), at(b, column, j)] as const);
    case "B":
      return [0, 1].map((i) => [at(c, i, column), at(a, i, row)] as const);
    case "R":
      return [0, 1].map((i) => [at(c, i, column), undefined] as const);
  }
}

const SMALL: Readonly<Record<Of, string>> = { A: "ā", B: "b̄", R: "r̄" };
const nameOf = ({ pressed: { of, row, column } }: Data): string => `${SMALL[of]}${SUB[row]}${SUB[column]}`;

/** Panels of one size, whatever the number of columns. */
function panel(of: Omit<MatrixBars, "description" | "cell" | "most"> & { readonly most?: number }) {
  const columns = of.rows[0]?.length ?? 1;
  return matrixBars({
    most: MOST,
    ...of,
    description: `${of.rows.length} by ${columns}: ${of.rows.map((row) => row.map((value) => short(value, 3)).join(", ")).join("; ")}.`,
    cell: { width: 192 / columns, height: 96 },
    shows: (value) => short(value, 3),
  });
}

const largest = (matrix: Matrix): number => 1.15 * Math.max(1, ...matrix.flat().map(Math.abs));

export const fig58 = defineFigure({
  id: "fig58",
  title: "Back through a product",
  question:
    "Six numbers have come back to C. Drag them, and press entries of Ā, B̄ and R̄: which row of C̄ meets which row of B in an entry of Ā? What does a single entry of C̄ reach, and why does the added row get sums?",
  controls,
  compute: dataOf,
  draw(data) {
    const { given, product, back, pressed } = data;
    const { of, row, column } = pressed;
    const isPressed = (matrix: Of) => (i: number, j: number) => of === matrix && i === row && j === column;
    const entry = (name: string) => (i: number, j: number) => `${name}, row ${i + 1}, column ${j + 1}`;
    return [
      panel({
        name: "a",
        title: "A",
        rows: given.a,
        colour: "ink",
        isLit: (_, l) => of === "B" && l === row,
        called: entry("A"),
        drags: "a",
      }),
      panel({
        name: "b",
        title: "B",
        rows: given.b,
        colour: "ink",
        isLit: (l) => of === "A" && l === column,
        called: entry("B"),
        drags: "b",
      }),
      panel({
        name: "product",
        title: "C = A·B",
        rows: product,
        colour: "data",
        most: largest(product),
        isLit: () => false,
        called: entry("C"),
      }),
      panel({
        name: "adjoint",
        title: "C̄: drag it",
        rows: given.c,
        colour: "error",
        isLit: (i, j) => (of === "A" ? i === row : j === column),
        called: entry("C̄"),
        drags: "c",
      }),
      panel({
        name: "to-a",
        title: "Ā = C̄ Bᵀ",
        rows: back.A,
        colour: "gradient",
        most: largest(back.A),
        isLit: isPressed("A"),
        called: entry("Ā"),
        presses: "A",
      }),
      panel({
        name: "to-b",
        title: "B̄ = Aᵀ C̄",
        rows: back.B,
        colour: "gradient",
        most: largest(back.B),
        isLit: isPressed("B"),
        called: entry("B̄"),
        presses: "B",
      }),
      panel({
        name: "to-row",
        title: "R̄: sums of columns",
        rows: back.R,
        colour: "gradient",
        most: largest(back.R),
        isLit: isPressed("R"),
        called: entry("R̄"),
        presses: "R",
      }),
    ];
  },
  says(data) {
    const { pressed, back, output } = data;
    const sum = parts(data)
      .map(
        ([c, other], i) =>
          `${i === 0 ? short(c) : factor(c)}${other === undefined ? "" : ` · ${factor(other)}`}`,
      )
      .join(" + ");
    const meets = {
      A: `row ${pressed.row + 1} of C̄ with row ${pressed.column + 1} of B`,
      B: `column ${pressed.column + 1} of C̄ with column ${pressed.row + 1} of A`,
      R: `column ${pressed.column + 1} of C̄ added up, since the row is added to each row of C`,
    }[pressed.of];
    return `${nameOf(data)} = ${sum} = ${short(back[pressed.of][pressed.row]?.[pressed.column] ?? 0)}: ${meets}. The output is ${short(output)}, and so is A entry by entry times Ā, added up.`;
  },
  table({ given, product, back }) {
    const rows = (name: string, matrix: Matrix): string[][] =>
      matrix.map((row, i) => [
        `${name}, row ${i + 1}`,
        ...Array.from({ length: 3 }, (_, j) => (j < row.length ? short(row[j] as number) : "")),
      ]);
    return {
      caption: "All matrices, row by row",
      head: ["matrix", "column 1", "column 2", "column 3"],
      rows: [
        ...rows("A", given.a),
        ...rows("B", given.b),
        ...rows("C", product),
        ...rows("C̄", given.c),
        ...rows("Ā", back.A),
        ...rows("B̄", back.B),
        ...rows("R̄", back.R),
      ],
    };
  },
  example: { a: "A", b: "B", c: "\\bar C" },
  presets: [
    { label: "Only the first entry of C̄", state: { c: [1, 0, 0, 0, 0, 0] } },
    { label: "Nothing from the second row", state: { c: [1, 0, -1, 0, 0, 0], of: "B" } },
    { label: "All ones", state: { c: [1, 1, 1, 1, 1, 1] } },
    { label: "The added row", state: { of: "R" } },
  ],
  drag(name, { dy }, _, { given }) {
    const which = name[0] as keyof typeof given;
    return { [which]: movedEntry(given[which], name, -dy * perUnit(MOST, 96)) };
  },
  press: (name) => ({ of: name[0] as Of, at: [Number(name[1]), Number(name[2])] }),
});
