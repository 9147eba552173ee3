/** Wrong answers that students write: the class with a mistake in it, in the place where it is made. */
import { curedBy, type Mistakes } from "../../grader/exercise/form.ts";
import { type Back, type Entries, Tensor } from "../../reference/networks/tensor.ts";
import { product } from "../../reference/numbers/matrix.ts";
import { type Num, num } from "../../reference/numbers/num.ts";
import { combined, entrywise } from "../../reference/numbers/tracked.ts";
import type { Matrix, Network, OneGraph, OneOperation, TwoCalls } from "./args.ts";

interface Applied {
  readonly a: Entries;
  readonly b: Entries;
  readonly result: Entries;
}

/** The class in which an operation passes back something else; `right` is what it should. */
function passing(
  method: "addRow" | "mul" | "sub" | "add" | "matmul" | "tanh" | "sigmoid" | "sum" | "mean",
  back: (C: Entries, right: readonly Entries[], applied: Applied) => readonly Entries[],
  Base = Tensor,
): { readonly Tensor: typeof Tensor } {
  class Wrong extends Base {}
  const rightMethod: (other: Tensor) => Tensor = Tensor.prototype[method];
  const methods: Record<string, unknown> = Wrong.prototype as object as Record<string, unknown>;
  methods[method] = function (this: Tensor, other: Tensor): Tensor {
    const made = rightMethod.call(this, other);
    const passedOn = made.back;
    const applied = { a: this.data, b: other?.data, result: made.data };
    made.back = (C) => back(C, passedOn(C), applied);
    return made;
  };
  return { Tensor: Wrong };
}

/** C ⊙ f(X) */
const weighed = (C: Entries, X: Entries, f = (x: Num): Num => x): Entries =>
  entrywise((c, x) => c.times(f(x)), C, X);
const itsComplement = (x: Num): Num => x.times(num(1).minus(x));

const biases = curedBy(4, {
  "bias-first-row": {
    with: passing("addRow", (C, [A]) => [A!, [C[0]!]]),
    says: "The row that is added gets the gradient of the first row alone. It was added to every row: what comes back to them adds up.",
  },
  "bias-averaged": {
    with: passing("addRow", (C, [A, b]) => [A!, [b![0]!.map((sum) => sum.over(C.length))]]),
    says: "The row that is added gets the mean over the rows. It was added to every row, so that what comes back to them adds up: where the loss is a mean, the 1/n is in the adjoint already.",
  },
});
const common = {
  "tanh-slope-of-the-sigmoid": {
    with: passing("tanh", (C, _, { result }) => [weighed(C, result, itsComplement)]),
    step: 5,
    says: "tanh has the slope t(1 − t) here, which is that of the sigmoid. Of tanh it is 1 − t².",
  },
  "mean-as-sum": {
    with: passing("mean", (_, [A], { a }) => [combined([A!], () => a.flat().length)]),
    step: 6,
    says: "mean passes its adjoint on as a sum does. Each of N entries has a share of 1/N in the mean.",
  },
  "upstream-dropped": {
    with: {
      Tensor: class extends Tensor {
        protected override made(data: Entries, operands: readonly Tensor[], back: Back): Tensor {
          const ones = data.map((row) => row.map(() => num(1)));
          return super.made(data, operands, () => back(ones));
        }
      },
    },
    step: 1,
    says: "Each operation passes on its own slopes, and not what came back to it. The chain rule multiplies them by the adjoint of the result.",
  },
};

export const operationMistakes: Mistakes<OneOperation, { y: number; A: Matrix; B: Matrix }> = curedBy(5, {
  ...biases,
  ...common,
  "tanh-slope-at-the-entry": {
    with: passing("tanh", (C, _, { a }) => [weighed(C, a, (x) => num(1).minus(x.squared()))]),
    says: "The slope of tanh is 1 − z² here, of the entry z. It is 1 − t², of the result t.",
  },
  "sigmoid-slope-at-the-entry": {
    with: passing("sigmoid", (C, _, { a }) => [weighed(C, a, itsComplement)]),
    says: "The sigmoid's slope s(1 − s) is taken of the entry z. s is the result, σ(z).",
  },
  "sum-as-mean": {
    with: passing("sum", (_, [A], { a }) => [combined([A!], () => 1 / a.flat().length)]),
    step: 6,
    says: "sum passes its adjoint on as a mean does. Each entry counts fully in a sum: it gets the adjoint itself.",
  },
  "adjoint-through-mul": {
    with: passing("mul", (C) => [C, C]),
    says: "mul passes the adjoint on as it is. Each factor gets it times the other factor, entry by entry.",
  },
  "product-rule-with-own-value": {
    with: passing("mul", (C, _, { a, b }) => [weighed(C, a), weighed(C, b)]),
    says: "In mul each factor gets its own entries as slopes. The derivative of a·b by a is the other factor, b.",
  },
  "sign-of-the-second-lost": {
    with: passing("sub", (C) => [C, C]),
    says: "In sub both operands get the adjoint as it is. The second one is subtracted: it gets the adjoint with a minus sign.",
  },
});

const overwritten = {
  with: {
    Tensor: class extends Tensor {
      protected override collected(_: Entries | undefined, part: Entries): Entries {
        return part;
      }
    },
  },
  step: 7,
  says: "Gradients are overwritten. A tensor that is used twice has a derivative of two parts, and they add up, entry by entry.",
};

export const networkMistakes: Mistakes<Network, Record<"X" | "W" | "b" | "V" | "c" | "Y", Matrix>> = {
  ...biases,
  ...common,
  overwritten,
};

/** Visits tensors in the order in which they are met. */
class Discovered extends Tensor {
  protected override order(): readonly Tensor[] {
    const met = new Set<Tensor>();
    const visit = (node: Tensor): void => {
      if (met.has(node)) return;
      met.add(node);
      node.operands.forEach(visit);
    };
    visit(this);
    return [...met];
  }
}

/** Adds what comes later to the matrix that it was passed first. */
class InPlace extends Tensor {
  protected override collected(had: Entries | undefined, part: Entries): Entries {
    if (had === undefined) return part;
    for (const [i, row] of part.entries())
      for (const [j, entry] of row.entries()) had[i]![j] = had[i]![j]!.plus(entry);
    return had;
  }
}

export const sharedMistakes: Mistakes<OneGraph, { A: Matrix; B: Matrix }> = {
  overwritten,
  "discovery-order": {
    with: { Tensor: Discovered },
    step: "reverse-mode#step-5",
    says: "Tensors are visited in the order in which they are discovered. One may pass its adjoint on only after all that was made of it: list each tensor after its operands, and walk the list from the end.",
  },
  "matmul-without-transpose": {
    with: passing("matmul", (C, [, B], { b }) => [product(C, b), B!]),
    step: 2,
    says: "The left factor of matmul gets C̄·B, which fits for square matrices alone. It gets C̄·Bᵀ: summed is the index that the two share.",
  },
  "one-matrix-for-two": {
    with: passing("add", (C) => [C, C], InPlace),
    step: 7,
    says: "add passes the same matrix on to both operands, and what comes later is added to it in place, so that the other one changes, too. Add into a new matrix.",
  },
};

/** Takes what tensors hold, inner ones too, for what has come to them. */
class LeftOver extends Tensor {
  override backward(): void {
    this.grad = [[num(1)]];
    for (const { operands, back, grad } of this.order())
      for (const [i, part] of back(grad).entries()) operands[i]!.grad = combined([operands[i]!.grad, part]);
  }
}

class StartedOver extends Tensor {
  override backward(): void {
    for (const node of this.order()) node.grad = node.data.map((row) => row.map(() => num(0)));
    super.backward();
  }
}

class AllWanted extends Tensor {
  constructor(data: Entries) {
    super(data, true);
  }
}

export const twiceMistakes: Mistakes<TwoCalls, { A: Matrix; B: Matrix }> = curedBy("reverse-mode#step-6", {
  "old-adjoints-flow-again": {
    with: { Tensor: LeftOver },
    says: "What inner tensors hold from the first call flows down again in the second. The adjoints of a call start from zeros; only what it finds is added to grad.",
  },
  "started-over": {
    with: { Tensor: StartedOver },
    says: "The second call forgets the first. Gradients accumulate over calls until they are set to zeros by hand.",
  },
  "saved-unasked": {
    with: { Tensor: AllWanted },
    step: 1,
    says: "A tensor that was made with requiresGrad false has collected a gradient. It is a constant: its grad stays zeros.",
  },
});
