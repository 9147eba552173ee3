/** What is done with the class: small computations, each swept back once or twice. Generic in the number. */
type Matrix<N> = N[][];
type Gradients<N, K extends string> = Record<K, Matrix<N>>;

interface Tensor<N> {
  readonly data: Matrix<N>;
  grad: Matrix<N>;
  matmul(other: Tensor<N>): Tensor<N>;
  addRow(b: Tensor<N>): Tensor<N>;
  add(other: Tensor<N>): Tensor<N>;
  sub(other: Tensor<N>): Tensor<N>;
  mul(other: Tensor<N>): Tensor<N>;
  scale(k: N): Tensor<N>;
  transpose(): Tensor<N>;
  tanh(): Tensor<N>;
  sum(): Tensor<N>;
  mean(): Tensor<N>;
  backward(): void;
}

interface Made<N> {
  readonly Tensor: new (data: Matrix<N>, requiresGrad: boolean) => Tensor<N>;
}

/** One operation; the entries of its result are weighed with C and added up. */
export function operation<N>(
  { Tensor }: Made<N>,
  method: string,
  A: Matrix<N>,
  B: Matrix<N>,
  k: N,
  C: Matrix<N>,
): { y: N; A: Matrix<N>; B: Matrix<N> } {
  const [a, b] = [new Tensor(A, true), new Tensor(B, true)];
  const methods = a as unknown as Record<string, (operand: Tensor<N> | N) => Tensor<N>>;
  if (typeof methods[method] !== "function") throw new TypeError(`Tensor has no method ${method}`);
  const result = methods[method](method === "scale" ? k : b);
  // Without C nothing is added up: a sweep starts here if there is one entry, and else throws.
  const y = C.length === 0 ? result : result.mul(new Tensor(C, false)).sum();
  y.backward();
  return { y: y.data[0]![0]!, A: a.grad, B: b.grad };
}

/** The mean squared error of a network with one hidden layer of tanh, times k. */
export function net<N>(
  { Tensor }: Made<N>,
  X: Matrix<N>,
  W: Matrix<N>,
  b: Matrix<N>,
  V: Matrix<N>,
  c: Matrix<N>,
  Y: Matrix<N>,
  k: N,
): Gradients<N, "X" | "W" | "b" | "V" | "c" | "Y"> {
  const leaf = (data: Matrix<N>): Tensor<N> => new Tensor(data, true);
  const leaves = { X: leaf(X), W: leaf(W), b: leaf(b), V: leaf(V), c: leaf(c), Y: leaf(Y) };
  const H = leaves.X.matmul(leaves.W).addRow(leaves.b).tanh();
  const E = H.matmul(leaves.V).addRow(leaves.c).sub(leaves.Y);
  E.mul(E).mean().scale(k).backward();
  const names = Object.keys(leaves) as (keyof typeof leaves)[];
  return Object.fromEntries(names.map((name) => [name, leaves[name].grad])) as ReturnType<typeof net<N>>;
}

/** Computations in which something is used more than once. */
const graphs: Readonly<Record<string, <N>(A: Tensor<N>, B: Tensor<N>) => Tensor<N>>> = {
  "A.matmul(A)": (A) => A.matmul(A),
  "A.matmul(A.transpose()).add(B)": (A, B) => A.matmul(A.transpose()).add(B),
  "A.add(B).add(A.mul(B))": (A, B) => A.add(B).add(A.mul(B)),
  "A.mul(B).add(A.add(B))": (A, B) => A.mul(B).add(A.add(B)),
  "P.mul(P.tanh())": (A, B) => twiceUsed(A.mul(B), (P) => P.mul(P.tanh())),
  "P.tanh().matmul(A).mul(P)": (A, B) => twiceUsed(A.mul(B), (P) => P.tanh().matmul(A).mul(P)),
  "P.add(P.matmul(B).tanh())": (A, B) => twiceUsed(A.mul(B), (P) => P.add(P.matmul(B).tanh())),
};
const twiceUsed = <T>(P: T, use: (P: T) => T): T => use(P);

/** The gradient of the mean of one of them. */
export function shared<N>(
  { Tensor }: Made<N>,
  computation: string,
  A: Matrix<N>,
  B: Matrix<N>,
): Gradients<N, "A" | "B"> {
  const [a, b] = [new Tensor(A, true), new Tensor(B, true)];
  graphs[computation]!(a, b).mean().backward();
  return { A: a.grad, B: b.grad };
}

/** What two leaves hold after two sweeps, with their gradients set to zeros in between or not, wanted or not. */
export function twice<N>(
  { Tensor }: Made<N>,
  A: Matrix<N>,
  B: Matrix<N>,
  zeroed: boolean,
  wantsA: boolean,
  wantsB: boolean,
): Gradients<N, "A" | "B"> {
  const [a, b] = [new Tensor(A, wantsA), new Tensor(B, wantsB)];
  const y = a.mul(b).tanh().sum();
  y.backward();
  // What a fresh one holds.
  if (zeroed) [a.grad, b.grad] = [new Tensor(A, wantsA).grad, new Tensor(B, wantsB).grad];
  y.backward();
  return { A: a.grad, B: b.grad };
}
