/** What is compared with what: the forms of a slope, or of a value. */
import { type Activation, activations, type Form, reverseSlope } from "./slope-forms.ts";

export const NAMES = { sigmoid: "sigmoid", tanh: "tanh", relu: "ReLU" } as const;
export type Name = keyof typeof NAMES;

export interface Line extends Form {
  readonly className: string;
}
/** What is compared, and what it is compared with. */
export interface Contest {
  readonly right: Form;
  readonly lines: readonly Line[];
}

export function contestOf(f: Name, what: "slope" | "value"): Contest {
  const a: Activation = activations[f];
  if (what === "value")
    return {
      right: a.value,
      lines: [
        { ...a.naiveValue, className: "error" },
        { ...a.value, className: "reference" },
      ],
    };
  return {
    right: a.stable,
    lines: [
      { ...a.quotient, className: "error" },
      { ...a.fromValue, className: "prediction" },
      { formula: "chain rule in steps", of: (z) => reverseSlope(a, z), className: "reference" },
    ],
  };
}
