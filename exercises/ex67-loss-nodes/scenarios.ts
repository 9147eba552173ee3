/** What is done with the losses: each is made of leaves, multiplied, and swept back. */
type Matrix = number[][];

interface Tensor {
  readonly data: Matrix;
  readonly grad: Matrix;
  scale(k: number): Tensor;
  backward(): void;
}

interface Made {
  readonly Tensor: new (data: Matrix, requiresGrad: boolean) => Tensor;
  readonly mseLossT: (pred: Tensor, target: Tensor) => Tensor;
  readonly crossEntropyLossT: (logits: Tensor, labels: number[]) => Tensor;
}

/** The loss, times k, swept back, perhaps twice: the gradients of both sweeps add up. */
function sweptBack({ Tensor }: Made, name: string, loss: Tensor, k: number, sweeps: number): number {
  if (!(loss instanceof Tensor)) throw new TypeError(`${name} gives a Tensor, this one gives ${typeof loss}`);
  const value = loss.data[0]![0]!;
  for (let sweep = 0; sweep < sweeps; sweep++) loss.scale(k).backward();
  return value;
}

export function mseLossT(
  made: Made,
  pred: Matrix,
  target: Matrix,
  k: number,
  sweeps: number,
): { loss: number; pred: Matrix; target: Matrix } {
  const [p, t] = [new made.Tensor(pred, true), new made.Tensor(target, true)];
  const loss = sweptBack(made, "mseLossT", made.mseLossT(p, t), k, sweeps);
  return { loss, pred: p.grad, target: t.grad };
}

export function crossEntropyLossT(
  made: Made,
  logits: Matrix,
  labels: number[],
  k: number,
  sweeps: number,
): { loss: number; logits: Matrix } {
  const z = new made.Tensor(logits, true);
  const loss = sweptBack(made, "crossEntropyLossT", made.crossEntropyLossT(z, labels), k, sweeps);
  return { loss, logits: z.grad };
}
