/**
 * Reverse mode over matrices of tracked numbers: each operation says what flows back to its operands.
 *
 *     Ā = C̄·Bᵀ,  B̄ = Aᵀ·C̄   for C = A·B;      b̄ = Σ_i C̄_i   for a row b that is added to every row
 *
 * Operations give tensors of the class that they are called on, so that a class with another way of one of them, or of
 * the sweep, keeps it.
 */
import { product, transpose } from "../numbers/matrix.ts";
import { type Num, num, sum } from "../numbers/num.ts";

export type Entries = Num[][];

/** What flows to each operand when an adjoint has come to the result. */
export type Back = (adjoint: Entries) => readonly Entries[];

export class Tensor {
  readonly data: Entries;
  grad: Entries;
  readonly isWanted: boolean;
  operands: readonly Tensor[] = [];
  back: Back = () => [];

  constructor(data: Entries, requiresGrad = false) {
    this.data = data;
    this.grad = filled(data, num(0));
    this.isWanted = requiresGrad;
  }

  matmul(other: Tensor): Tensor {
    const [A, B] = [this.data, other.data];
    return this.made(product(A, B), [this, other], (C) => [
      product(C, transpose(B)),
      product(transpose(A), C),
    ]);
  }

  /** @param b one row */
  addRow(b: Tensor): Tensor {
    const row = b.data[0] as Num[];
    const moved = this.data.map((own) => own.map((entry, j) => entry.plus(row[j] as Num)));
    return this.made(moved, [this, b], (C) => [C, [transpose(C).map(sum)]]);
  }

  add(other: Tensor): Tensor {
    return this.with(
      other,
      (a, b) => a.plus(b),
      () => [num(1), num(1)],
    );
  }

  sub(other: Tensor): Tensor {
    return this.with(
      other,
      (a, b) => a.minus(b),
      () => [num(1), num(-1)],
    );
  }

  mul(other: Tensor): Tensor {
    return this.with(
      other,
      (a, b) => a.times(b),
      (a, b) => [b, a],
    );
  }

  scale(k: Num | number): Tensor {
    return this.each(
      (a) => a.times(k),
      () => num(k),
    );
  }

  transpose(): Tensor {
    return this.made(transpose(this.data), [this], (C) => [transpose(C)]);
  }

  tanh(): Tensor {
    return this.each(
      (a) => a.tanh(),
      (t) => num(1).minus(t.squared()),
    );
  }

  sigmoid(): Tensor {
    return this.each(
      (a) => a.sigmoid(),
      (s) => s.times(num(1).minus(s)),
    );
  }

  relu(): Tensor {
    return this.each(
      (a) => a.relu(),
      (r) => num(r.value > 0 ? 1 : 0),
    );
  }

  sum(): Tensor {
    return this.made([[sum(this.data.flat())]], [this], (C) => [filled(this.data, C[0]![0]!)]);
  }

  mean(): Tensor {
    const count = this.data.flat().length;
    return this.made([[sum(this.data.flat()).over(count)]], [this], (C) => [
      filled(this.data, C[0]![0]!.over(count)),
    ]);
  }

  /** Adds the derivatives of this, which has one entry, to `grad` of every leaf behind it that wants them. */
  backward(): void {
    const adjoints = new Map<Tensor, Entries>([[this, [[num(1)]]]]);
    const order = this.order();
    for (const node of order) {
      const parts = node.back(adjoints.get(node) as Entries);
      for (const [i, operand] of node.operands.entries())
        adjoints.set(operand, this.collected(adjoints.get(operand), parts[i] as Entries));
    }
    for (const node of order) if (node.isWanted) node.grad = added(node.grad, adjoints.get(node) as Entries);
  }

  /** What an operand holds when a part more has come. */
  protected collected(had: Entries | undefined, part: Entries): Entries {
    return had === undefined ? part : added(had, part);
  }

  /** All tensors behind this one, each before its operands. */
  protected order(): readonly Tensor[] {
    return this.upwards().reverse();
  }

  /** Each after its operands. */
  protected upwards(seen = new Set<Tensor>()): Tensor[] {
    if (seen.has(this)) return [];
    seen.add(this);
    return [...this.operands.flatMap((operand) => operand.upwards(seen)), this];
  }

  protected made(data: Entries, operands: readonly Tensor[], back: Back): Tensor {
    const made = new (this.constructor as typeof Tensor)(data);
    made.operands = operands;
    made.back = back;
    return made;
  }

  /** Entry by entry, with the slopes by both operands. */
  protected with(
    other: Tensor,
    value: (a: Num, b: Num) => Num,
    slopes: (a: Num, b: Num) => readonly [byThis: Num, byOther: Num],
  ): Tensor {
    const [A, B] = [this.data, other.data];
    const data = mapped(A, (a, i, j) => value(a, B[i]?.[j] as Num));
    const part = (C: Entries, which: 0 | 1): Entries =>
      mapped(C, (c, i, j) => c.times(slopes(A[i]?.[j] as Num, B[i]?.[j] as Num)[which]));
    return this.made(data, [this, other], (C) => [part(C, 0), part(C, 1)]);
  }

  /** Each entry by itself, with the slope by its result or by the entry. */
  protected each(value: (a: Num) => Num, slope: (result: Num, a: Num) => Num): Tensor {
    const A = this.data;
    const R = mapped(A, (a) => value(a));
    return this.made(R, [this], (C) => [
      mapped(C, (c, i, j) => c.times(slope(R[i]?.[j] as Num, A[i]?.[j] as Num))),
    ]);
  }
}

const mapped = (X: Entries, change: (x: Num, i: number, j: number) => Num): Entries =>
  X.map((row, i) => row.map((x, j) => change(x, i, j)));
const filled = (like: Entries, entry: Num): Entries => mapped(like, () => entry);
const added = (A: Entries, B: Entries): Entries => mapped(A, (a, i, j) => a.plus(B[i]?.[j] as Num));
