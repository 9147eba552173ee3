/**
 * A point: a number for everything that was declared, drawn from a seed; and the values of what is defined there.
 */
import type { Expression } from "./expression.ts";
import { FormulaError } from "./formula-error.ts";
import type { Quantity } from "./quantity.ts";
import type { Definition, Scope } from "./scope.ts";
import type { Declared } from "./symbols.ts";
import { matrix, numberIn, sameShape, scalar, shapeText, type Tensor, vector } from "./tensor.ts";
import type { Trace } from "./trace.ts";

/** A declared function with its derivatives: f(x, 0) is the value, f(x, 1) the slope. */
export type DrawnFunction = (x: number, primes: number) => number;

export interface Drawn {
  readonly sizes: ReadonlyMap<string, number>;
  readonly values: ReadonlyMap<string, Tensor>;
  /** One function, or one for each index. */
  readonly functions: ReadonlyMap<string, readonly DrawnFunction[]>;
}

/** The value of an expression at a point, with its slopes along the derivatives that are being taken. */
export type Evaluate = (e: Expression, point: Point) => Tensor<Quantity>;

/** What a point holds beside what was drawn. */
interface Held {
  /** What was moved last, and where from: what does not depend on it is worked out there, once for all moves. */
  readonly moved: ReadonlyMap<string, Tensor<Quantity>>;
  readonly from: Point | undefined;
  readonly indices: Map<string, number>;
  readonly memo: Map<string, Tensor<Quantity>>;
  /** What is being worked out: a symbol that is met again is defined by itself. */
  readonly open: Set<string>;
  readonly trace: Trace;
  /** How many derivatives are being taken here, one within the other. */
  readonly order: number;
}

/** Nothing moved, no index fixed, nothing worked out yet. */
export const untouched = (trace: Trace): Held => ({
  moved: new Map(),
  from: undefined,
  indices: new Map(),
  memo: new Map(),
  open: new Set(),
  trace,
  order: 0,
});

/** What expressions are worth is handed in: most of them hold symbols, whose values are asked for here. */
export class Point {
  readonly scope: Scope;
  readonly drawn: Drawn;
  private readonly evaluate: Evaluate;
  private readonly held: Held;

  constructor(scope: Scope, drawn: Drawn, evaluate: Evaluate, held: Held) {
    this.scope = scope;
    this.drawn = drawn;
    this.evaluate = evaluate;
    this.held = held;
  }

  get trace(): Trace {
    return this.held.trace;
  }

  get order(): number {
    return this.held.order;
  }

  /** The value of an expression here. */
  entries(e: Expression): Tensor<Quantity> {
    return this.evaluate(e, this);
  }

  /** The same point with indices fixed. */
  at(indices: Iterable<readonly [string, number]>): Point {
    return this.holding({ indices: new Map([...this.held.indices, ...indices]) });
  }

  private holding(other: Partial<Held>): Point {
    return new Point(this.scope, this.drawn, this.evaluate, { ...this.held, ...other });
  }

  /** Something with an index fixed while it is worked out: sums do this a million times. */
  with<T>(index: string, value: number, work: (point: Point) => T): T {
    const { indices } = this.held;
    const before = indices.get(index);
    indices.set(index, value);
    try {
      return work(this);
    } finally {
      if (before === undefined) indices.delete(index);
      else indices.set(index, before);
    }
  }

  /**
   * The same point with symbols moved elsewhere; what is defined by them moves along.
   *
   * @param order how many derivatives are being taken there
   */
  moved(values: Iterable<readonly [string, Tensor<Quantity>]>, order = this.order): Point {
    return this.holding({ moved: new Map(values), from: this, memo: new Map(), open: new Set(), order });
  }

  /** Where a symbol's value is worked out: here, or at the point that was left if the move does not touch it. */
  private home(name: string): Point {
    const { moved, from } = this.held;
    if (from === undefined) return this;
    for (const other of moved.keys()) if (other === name || this.scope.dependsOn(name, other)) return this;
    return from.home(name);
  }

  index(name: string): number | undefined {
    return this.held.indices.get(name);
  }

  /** A size by name, or a number that stands for itself. */
  size(axis: string): number {
    const size = this.drawn.sizes.get(axis) ?? Number(axis);
    if (!Number.isInteger(size)) throw new FormulaError(`the size ${axis} is not declared`);
    return size;
  }

  /** The whole value of a symbol, defined ones included. */
  value(symbol: Declared): Tensor<Quantity> {
    const name = symbol.keys[0] as string;
    const home = this.home(name);
    if (home !== this) return home.value(symbol);
    const { moved, memo, open } = this.held;
    const known = moved.get(name) ?? memo.get(name) ?? this.drawn.values.get(name);
    if (known !== undefined) return known;
    if (symbol.domain === "size") return scalar(this.size(name));
    const definition = this.scope.definition(name);
    if (definition === undefined) throw new FormulaError(`${symbol.names[0]} is used before it is defined`);
    if (open.has(name)) throw new FormulaError(`${symbol.names[0]} is defined by itself`);
    open.add(name);
    try {
      const value = this.computed(symbol, definition.indices, (point) => point.entries(definition.body));
      memo.set(name, value);
      return value;
    } finally {
      open.delete(name);
    }
  }

  /**
   * One entry of what is defined entry by entry, without the others: within a derivative nothing that is worked out is
   * kept for the next one. Undefined where the whole is known, or is made of other definitions, which would be worked
   * out again for each entry.
   */
  entryAlone(
    symbol: Declared,
    { indices, body }: Definition,
    places: readonly number[],
  ): Tensor<Quantity> | undefined {
    const name = symbol.keys[0] as string;
    const { moved, memo, order } = this.held;
    const isWhole = indices.length === 0 || indices.length !== places.length;
    const isKnown = this.home(name) !== this || moved.has(name) || memo.has(name);
    if (order === 0 || isWhole || isKnown || !this.scope.isFirst(name)) return undefined;
    if (places.some((place, k) => !(place >= 0 && place < this.size(symbol.shape[k] as string))))
      return undefined;
    const at = (k: number): Tensor<Quantity> =>
      k === indices.length
        ? this.entries(body)
        : this.with(indices[k] as string, (places[k] as number) + 1, () => at(k + 1));
    return scalar(numberIn(at(0)));
  }

  private computed(
    symbol: Declared,
    indices: readonly string[],
    body: (point: Point) => Tensor<Quantity>,
  ): Tensor<Quantity> {
    const sizes = symbol.shape.map((axis) => this.size(axis));
    const [rows = 1, cols = 1] = sizes;
    const [i, j] = indices;
    const range = (n: number): number[] => Array.from({ length: n }, (_, k) => k + 1);
    let value: Tensor<Quantity>;
    if (i === undefined) value = body(this);
    else if (sizes.length === 1) value = vector(range(rows).map((a) => numberIn(this.with(i, a, body))));
    else {
      const lines = range(rows).map((a) =>
        this.with(i, a, () =>
          j === undefined ? body(this).at : range(cols).map((c) => numberIn(this.with(j, c, body))),
        ),
      );
      value = matrix(rows, cols, lines.flat());
    }
    const declared: Tensor = { rank: sizes.length as 0 | 1 | 2, rows, cols, at: [] };
    if (!sameShape(value, declared))
      throw new FormulaError(
        `${symbol.names[0]} is declared as ${shapeText(declared)} and defined as ${shapeText(value)}`,
      );
    return value;
  }
}
