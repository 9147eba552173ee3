/**
 * How far rounding moves the parameters of a training run, from one step to the next.
 */

import { classifierGradient, type Sizes } from "../networks/small-classifier.ts";
import type { Parameters } from "../networks/softmax-network.ts";
import { Num } from "../numbers/num.ts";
import { leavesOf, mapNums, plainOf } from "../numbers/tracked.ts";

type Matrix = readonly (readonly Num[])[];

/** The step of the differences that measure H. */
const SMALL = 2 ** -20;

/**
 * What errors of θ and M become, to first order and in absolute values.
 *
 *     |δM′| ≤ μ|δM| + η|H||δθ| + own,   |δθ′| ≤ |I − ηH||δθ| + μ|δM| + own,   |δJ| ≤ |∇J|·|δθ| + own
 *
 * Own errors are those of one step from exact numbers. H is measured by differences of the gradient: it says how large
 * an error is, and two digits of it are enough.
 */
export class CarriedErrors {
  private readonly sizes: Sizes;
  private readonly X: number[][];
  private readonly Y: number[][];
  private readonly lr: number;
  private readonly mu: number;
  private readonly P: Float64Array;
  private readonly G: Float64Array;
  private ofTheta: Float64Array;
  private ofM: Float64Array;
  private roundings = 0;

  constructor(X: Matrix, Y: Matrix, start: Parameters, lr: number, mu: number) {
    const [Wh, bh, , bo] = start;
    this.sizes = { m: Wh.length, h: bh[0]!.length, c: bo[0]!.length };
    [this.X, this.Y] = [plainOf(X) as number[][], plainOf(Y) as number[][]];
    [this.lr, this.mu] = [Math.abs(lr), Math.abs(mu)];
    const length = leavesOf(start).length;
    [this.P, this.G] = [new Float64Array(length), new Float64Array(length)];
    [this.ofTheta, this.ofM] = [new Float64Array(length), new Float64Array(length)];
  }

  /** Goes from θ to the next θ by a step, whose own bounds these have. */
  through(theta: Parameters, step: Parameters, next: Parameters): void {
    const [before, kept] = [this.ofTheta, this.ofM];
    const [own, moved] = [leavesOf(step), leavesOf(next)];
    this.ofM = kept.map((m, i) => own[i]!.magnitude + this.mu * m);
    this.ofTheta = kept.map((m, i) => moved[i]!.magnitude + this.mu * m);
    if (this.roundings > 0) this.bent(theta, before);
    this.roundings += Math.max(...moved.map(({ roundings }) => roundings));
  }

  /** What errors of θ become on the way through the gradient. */
  private bent(theta: Parameters, errors: Float64Array): void {
    const G = this.slopesAt(theta).slice();
    for (let j = 0; j < errors.length; j++) {
      const here = this.P[j]!;
      this.P[j] = here + SMALL;
      const there = this.slopes();
      this.P[j] = here;
      for (let i = 0; i < G.length; i++) {
        const bend = (this.lr * (there[i]! - G[i]!)) / SMALL;
        this.ofM[i]! += Math.abs(bend) * errors[j]!;
        this.ofTheta[i]! += Math.abs((i === j ? 1 : 0) - bend) * errors[j]!;
      }
    }
  }

  /** θ with its errors. */
  of(theta: Parameters): Parameters {
    if (this.roundings === 0) return theta;
    let i = 0;
    return mapNums(theta, ({ value }) => new Num(value, this.ofTheta[i++], this.roundings)) as Parameters;
  }

  /** A loss at θ with what the errors of θ add to its own. */
  ofLoss(loss: Num, theta: Parameters): Num {
    const added = this.slopesAt(theta).reduce((sum, g, i) => sum + Math.abs(g) * this.ofTheta[i]!, 0);
    return new Num(loss.value, loss.magnitude + added, loss.roundings + this.roundings);
  }

  private slopesAt(theta: Parameters): Float64Array {
    for (const [i, { value }] of leavesOf(theta).entries()) this.P[i] = value;
    return this.slopes();
  }

  /** The gradient at P. */
  private slopes(): Float64Array {
    classifierGradient(this.G, this.P, this.X, this.Y, this.sizes);
    return this.G;
  }
}
