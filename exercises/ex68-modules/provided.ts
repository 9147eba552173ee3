/**
 * The course's own modules, for the exercises that build on ex68. They pass ex68 as any right answer does.
 *
 * They run beside a submission, which may change what the built-ins do: functions are taken at the start, and lists are
 * filled and read by their indices.
 */
declare class Tensor {
  data: Matrix;
  grad: Matrix;
  constructor(data: Matrix, requiresGrad?: boolean);
  matmul(other: Tensor): Tensor;
  addRow(b: Tensor): Tensor;
  transpose(): Tensor;
}

type Matrix = number[][];

const { keys } = Object;
const { sqrt } = Math;

export abstract class Module {
  training = true;

  parameters(): Tensor[] {
    const named = this.namedParameters();
    const all: Tensor[] = [];
    for (let i = 0; i < named.length; i++) all[i] = named[i]![1];
    return all;
  }

  namedParameters(): [name: string, tensor: Tensor][] {
    const found: [name: string, tensor: Tensor][] = [];
    const fields = keys(this);
    for (let i = 0; i < fields.length; i++) {
      const field = fields[i]!;
      const value = partAt(this, field);
      if (value instanceof Tensor) add(found, field, value);
      if (!(value instanceof Module)) continue;
      const inner = value.namedParameters();
      for (let k = 0; k < inner.length; k++) add(found, `${field}.${inner[k]![0]}`, inner[k]![1]);
    }
    return found;
  }

  zeroGrad(): void {
    const all = this.parameters();
    for (let i = 0; i < all.length; i++) {
      const { data } = all[i]!;
      all[i]!.grad = filled(data.length, data.length === 0 ? 0 : data[0]!.length, () => 0);
    }
  }

  train(): void {
    this.training = true;
    const fields = keys(this);
    for (let i = 0; i < fields.length; i++) {
      const value = partAt(this, fields[i]!);
      if (value instanceof Module) value.train();
    }
  }

  eval(): void {
    this.training = false;
    const fields = keys(this);
    for (let i = 0; i < fields.length; i++) {
      const value = partAt(this, fields[i]!);
      if (value instanceof Module) value.eval();
    }
  }

  abstract forward(x: Tensor): Tensor;
}

export class Linear extends Module {
  weight: Tensor;
  bias: Tensor;

  constructor(numInputs: number, numOutputs: number, rng: () => number) {
    super();
    const limit = 1 / sqrt(numInputs);
    const next = (): number => limit * (2 * rng() - 1);
    this.weight = new Tensor(filled(numOutputs, numInputs, next), true);
    this.bias = new Tensor(filled(1, numOutputs, next), true);
  }

  forward(x: Tensor): Tensor {
    return x.matmul(this.weight.transpose()).addRow(this.bias);
  }
}

export class Sequential extends Module {
  #count: number;

  constructor(...layers: Module[]) {
    super();
    this.#count = layers.length;
    for (let i = 0; i < layers.length; i++) fieldsOf(this)[i] = layers[i];
  }

  forward(x: Tensor): Tensor {
    let a = x;
    for (let i = 0; i < this.#count; i++) a = (fieldsOf(this)[i] as Module).forward(a);
    return a;
  }
}

export function countParameters(model: Module): number {
  const all = model.parameters();
  let count = 0;
  for (let i = 0; i < all.length; i++) {
    const { data } = all[i]!;
    for (let k = 0; k < data.length; k++) count += data[k]!.length;
  }
  return count;
}

const fieldsOf = (module: Module): Record<string, unknown> => module as unknown as Record<string, unknown>;
const partAt = (module: Module, field: string): unknown => fieldsOf(module)[field];

/** At the end of the list, where it is not there already. */
function add(found: [name: string, tensor: Tensor][], name: string, tensor: Tensor): void {
  for (let i = 0; i < found.length; i++) if (found[i]![1] === tensor) return;
  found[found.length] = [name, tensor];
}

function filled(rows: number, columns: number, entry: () => number): Matrix {
  const matrix: Matrix = [];
  for (let i = 0; i < rows; i++) {
    const row: number[] = [];
    for (let j = 0; j < columns; j++) row[j] = entry();
    matrix[i] = row;
  }
  return matrix;
}
