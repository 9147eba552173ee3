/** What holds whatever the numbers are. */
import { equal, type Laws } from "../../grader/exercise/form.ts";
import { product, transpose } from "../../reference/numbers/matrix.ts";
import { dot, num } from "../../reference/numbers/num.ts";
import { combined, lift } from "../../reference/numbers/tracked.ts";
import type { Matrix, Network, OneGraph, OneOperation, TwoCalls } from "./args.ts";

const mapped = (X: Matrix, change: (x: number) => number): Matrix => X.map((row) => row.map(change));
const times = <N>(X: N, factor: number): N => combined([X as never], () => factor) as N;

export const operationLaws: Laws<OneOperation, { y: number; A: Matrix; B: Matrix }> = {
  "weights twice as large make y and both gradients twice as large": (f, { C }) => {
    const once = f();
    const double = f({ C: mapped(C, (c) => 2 * c) });
    return equal([double.y, double.A, double.B], times([once.y, once.A, once.B], 2));
  },
  "a product follows its factors alike: Σ Ā⊙A = Σ B̄⊙B = y": (f, { A }, { draw }) => {
    const [B, C] = [draw.matrix(A[0]!.length, 3), draw.matrix(A.length, 3)];
    const of = f({ method: "matmul", B, C });
    return [equal(dot(of.A.flat(), A.flat()), of.y), equal(dot(of.B.flat(), B.flat()), of.y)];
  },
  "the sum is the mean times the number of entries, and so is its gradient": (f, { A }) => {
    const C = [[1]];
    const [sum, mean] = [f({ method: "sum", B: A, C }), f({ method: "mean", B: A, C })];
    return equal([sum.y, sum.A], times([mean.y, mean.A], A.flat().length));
  },
  "tanh(z) is 2σ(2z) − 1: its gradient is 4 times that of the sigmoid at 2z": (f, { A }, { draw }) => {
    const C = draw.matrix(A.length, A[0]!.length);
    const narrow = mapped(A, Math.sin);
    const tanh = f({ method: "tanh", A: narrow, B: A, C });
    const sigmoid = f({ method: "sigmoid", A: mapped(narrow, (a) => 2 * a), B: A, C });
    return equal(tanh.A, times(sigmoid.A, 4));
  },
};

export const networkLaws: Laws<Network, Record<"X" | "W" | "b" | "V" | "c" | "Y", Matrix>> = {
  "the loss times 3 has 3 times the gradient": (f, { k }) => {
    const { X, W, b, V, c, Y } = f();
    const more = f({ k: 3 * k });
    return equal([more.X, more.W, more.b, more.V, more.c, more.Y], times([X, W, b, V, c, Y], 3));
  },
  "all examples twice leave the gradients of weights and biases as they are": (f, { X, Y }) => {
    const { W, b, V, c } = f();
    const doubled = f({ X: [...X, ...X], Y: [...Y, ...Y] });
    return equal([doubled.W, doubled.b, doubled.V, doubled.c], [W, b, V, c]);
  },
  "the output layer is that of ex45: V̄ = Hᵀδ and c̄ = Σᵢ δᵢ, with δ = −Ȳ": (f, { X, W, b }) => {
    const { V, c, Y } = f();
    const H = product(lift(X), lift(W)).map((row) => row.map((z, j) => z.plus(b[0]![j]!).tanh()));
    const delta = times(Y, -1);
    return [equal(V, product(transpose(H), delta)), equal(c, [combined(delta)])];
  },
};

export const sharedLaws: Laws<OneGraph, { A: Matrix; B: Matrix }> = {
  "A·A has both parts: C̄Aᵀ + AᵀC̄": (f, { A }) => {
    const C = A.map((row) => row.map(() => num(1).over(A.length ** 2)));
    const turned = transpose(lift(A));
    return equal(f({ computation: "A.matmul(A)" }).A, combined([product(C, turned), product(turned, C)]));
  },
  "what B is added to, and no more, gives it the adjoint of a mean, 1/N everywhere": (f, { B }) => {
    const share = 1 / B.length ** 2;
    return equal(
      f({ computation: "A.matmul(A.transpose()).add(B)" }).B,
      B.map((row) => row.map(() => share)),
    );
  },
  "A + B + A⊙B grows by (1 + B)/N in A and by (1 + A)/N in B": (f, { A, B }) => {
    const of = f({ computation: "A.add(B).add(A.mul(B))" });
    const part = (X: Matrix) => lift(X).map((row) => row.map((x) => x.plus(1).over(X.length ** 2)));
    return [equal(of.A, part(B)), equal(of.B, part(A))];
  },
};

export const twiceLaws: Laws<TwoCalls, { A: Matrix; B: Matrix }> = {
  "without zeroing, the leaves hold twice what they hold with it": (f) => {
    const [once, both] = [f({ zeroed: true }), f({ zeroed: false })];
    return equal([both.A, both.B], times([once.A, once.B], 2));
  },
  "exchanged leaves have exchanged gradients": (f, { A, B, wantsA, wantsB }) => {
    const here = f();
    const there = f({ A: B, B: A, wantsA: wantsB, wantsB: wantsA });
    return equal([there.B, there.A], [here.A, here.B]);
  },
};
