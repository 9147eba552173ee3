/**
 * A gradient by variables that are computed from the inputs, such as Z = logit(H) for given activations H.
 */
import type { Num } from "../../reference/num.ts";
import type { Lifted, Tracked } from "../../reference/tracked.ts";
import type { Gradient } from "./exercise.ts";

/**
 * @param at the forward formula's variables for inputs; those to differentiate by must be fresh leaves
 * @param of the forward formula
 * @param by leaves among the variables, in the form of the answer
 */
export function gradientAt<I extends object, V>({
  name,
  at,
  of,
  by,
}: {
  readonly name: string;
  readonly at: (inputs: Lifted<I>) => V;
  readonly of: (variables: V) => Num;
  readonly by: (variables: V) => Tracked;
}): Gradient<I> {
  // Central differences move a leaf and run the formula again on the same inputs: the leaves must stay the same.
  const known = new WeakMap<object, V>();
  const variables = (inputs: Lifted<I>): V => {
    const found = known.get(inputs as object);
    if (found !== undefined) return found;
    const made = at(inputs);
    known.set(inputs as object, made);
    return made;
  };
  return { name, of: (inputs) => of(variables(inputs)), by: (inputs) => by(variables(inputs)) };
}
