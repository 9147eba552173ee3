/**
 * A point: a number for everything that was declared, drawn from a seed; and the values of what is defined there.
 */
import { entriesOf } from "./evaluate.ts";
import { FormulaError } from "./formula-error.ts";
import type { Quantity } from "./quantity.ts";
import type { Scope } from "./scope.ts";
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

export class Point {
  readonly scope: Scope;
  readonly drawn: Drawn;
  readonly trace: Trace;
  /** How many derivatives are being taken here, one within the other. */
  readonly order: number;
  private readonly overrides: ReadonlyMap<string, Tensor<Quantity>>;
  private readonly indices: Map<string, number>;
  private readonly memo: Map<string, Tensor<Quantity>>;
  private readonly open: Set<string>;

  constructor(
    scope: Scope,
    drawn: Drawn,
    overrides: ReadonlyMap<string, Tensor<Quantity>> = new Map(),
    indices: Map<string, number> = new Map(),
    shared: { trace: Trace; memo: Map<string, Tensor<Quantity>>; open: Set<string> } = {
      trace: {},
      memo: new Map(),
      open: new Set(),
    },
    order = 0,
  ) {
    this.scope = scope;
    this.drawn = drawn;
    this.overrides = overrides;
    this.indices = indices;
    this.trace = shared.trace;
    this.memo = shared.memo;
    this.open = shared.open;
    this.order = order;
  }

  /** A point with a trace of its own. */
  static traced(scope: Scope, drawn: Drawn, trace: Trace): Point {
    return new Point(scope, drawn, new Map(), new Map(), { trace, memo: new Map(), open: new Set() });
  }

  /** The same point with indices fixed. */
  at(indices: Iterable<readonly [string, number]>): Point {
    const all = new Map([...this.indices, ...indices]);
    const { trace, memo, open } = this;
    return new Point(this.scope, this.drawn, this.overrides, all, { trace, memo, open }, this.order);
  }

  /** Something with an index fixed while it is worked out: sums do this a million times. */
  with<T>(index: string, value: number, work: (point: Point) => T): T {
    const before = this.indices.get(index);
    this.indices.set(index, value);
    try {
      return work(this);
    } finally {
      if (before === undefined) this.indices.delete(index);
      else this.indices.set(index, before);
    }
  }

  /**
   * The same point with symbols moved elsewhere; what is defined by them moves along.
   *
   * @param order how many derivatives are being taken there
   */
  moved(values: Iterable<readonly [string, Tensor<Quantity>]>, order = this.order): Point {
    const moved = [...values];
    const all = new Map([...this.overrides, ...moved]);
    const stays = ([name]: readonly [string, Tensor<Quantity>]): boolean =>
      !moved.some(([other]) => other === name || this.scope.dependsOn(name, other));
    const memo = new Map([...this.memo].filter(stays));
    const shared = { trace: this.trace, memo, open: new Set<string>() };
    return new Point(this.scope, this.drawn, all, this.indices, shared, order);
  }

  index(name: string): number | undefined {
    return this.indices.get(name);
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
    const known = this.overrides.get(name) ?? this.memo.get(name) ?? this.drawn.values.get(name);
    if (known !== undefined) return known;
    if (symbol.domain === "size") return scalar(this.size(name));
    const definition = this.scope.definition(name);
    if (definition === undefined) throw new FormulaError(`${symbol.names[0]} is used before it is defined`);
    if (this.open.has(name)) throw new FormulaError(`${symbol.names[0]} is defined by itself`);
    this.open.add(name);
    try {
      const value = this.computed(symbol, definition.indices, (point) => entriesOf(definition.body, point));
      this.memo.set(name, value);
      return value;
    } finally {
      this.open.delete(name);
    }
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
