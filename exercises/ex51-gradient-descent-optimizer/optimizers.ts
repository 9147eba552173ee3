/** The class of ex51 over tracked numbers, and the same class with each mistake. */
import { stepped } from "../../reference/differentiation/descent.ts";
import { type Num, num } from "../../reference/numbers/num.ts";

/** The right class, over tracked numbers. */
class GradientDescentOptimizer {
  protected learningRate: Num;
  constructor(learningRate: Num) {
    this.learningRate = learningRate;
  }
  backward(W: Num[][], dW: Num[][], b: Num[][], dz: Num[][]): [Num[][], Num[][]] {
    return [this.step(W, dW), this.step(b, dz)];
  }
  protected step(X: Num[][], G: Num[][]): Num[][] {
    return stepped(X, G, this.learningRate);
  }
}
export const model = { GradientDescentOptimizer };
type Step = [W: Num[][], dW: Num[][], b: Num[][], dz: Num[][]];

/** A class that takes its steps in another way. */
export const stepping = (step: (x: Num, g: Num, lr: Num) => Num) => ({
  GradientDescentOptimizer: class extends GradientDescentOptimizer {
    protected override step(X: Num[][], G: Num[][]): Num[][] {
      return X.map((row, i) => row.map((x, j) => step(x, G[i]![j]!, this.learningRate)));
    }
  },
});

export class BiasLeftOut extends GradientDescentOptimizer {
  override backward(...[W, dW, b]: Step): [Num[][], Num[][]] {
    return [this.step(W, dW), b];
  }
}

/** Moves a layer by all gradients that it has ever seen. */
export class GradientsAddedUp extends GradientDescentOptimizer {
  private sums: [Num[][], Num[][]] | undefined;
  override backward(...[W, dW, b, dz]: Step): [Num[][], Num[][]] {
    const add = (X: Num[][], Y: Num[][]) => X.map((row, i) => row.map((x, j) => x.plus(Y[i]![j]!)));
    this.sums = this.sums === undefined ? [dW, dz] : [add(this.sums[0], dW), add(this.sums[1], dz)];
    return super.backward(W, this.sums[0], b, this.sums[1]);
  }
}

/** Keeps the first layer it was handed, and goes on from there. */
export class LayerKept extends GradientDescentOptimizer {
  private kept: [Num[][], Num[][]] | undefined;
  override backward(...[W, dW, b, dz]: Step): [Num[][], Num[][]] {
    this.kept = super.backward(this.kept?.[0] ?? W, dW, this.kept?.[1] ?? b, dz);
    return this.kept;
  }
}

/** Starts every step at the first layer that it was handed. */
export class StartKept extends GradientDescentOptimizer {
  private start: [Num[][], Num[][]] | undefined;
  override backward(...[W, dW, b, dz]: Step): [Num[][], Num[][]] {
    this.start ??= [W, b];
    return super.backward(this.start[0], dW, this.start[1], dz);
  }
}

/** Halves its rate with every step. */
export class RateHalved extends GradientDescentOptimizer {
  override backward(...layer: Step): [Num[][], Num[][]] {
    const after = super.backward(...layer);
    this.learningRate = this.learningRate.times(0.5);
    return after;
  }
}

/** All objects have the rate of the last one that was made. */
export class RateOfTheLast extends GradientDescentOptimizer {
  private static last = num(0);
  constructor(learningRate: Num) {
    super(learningRate);
    RateOfTheLast.last = learningRate;
  }
  protected override step(X: Num[][], G: Num[][]): Num[][] {
    return stepped(X, G, RateOfTheLast.last);
  }
}
