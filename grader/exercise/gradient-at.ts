/**
 * A gradient by variables that are computed from the inputs, such as Z = logit(H) for given activations H.
 */
import type { Num } from "../../reference/numbers/num.ts";
import type { Tracked } from "../../reference/numbers/tracked.ts";

/**
 * @param at the forward formula's variables for given inputs, lifted; those to differentiate by must be fresh leaves
 * @param of the forward formula
 * @param by leaves among the variables, in the form of the answer
 */
export function gradientAt<Given extends object, V>({
  name,
  at,
  of,
  by,
}: {
  readonly name: string;
  readonly at: (given: Given) => V;
  readonly of: (variables: V) => Num;
  readonly by: (variables: V) => Tracked;
}) {
  // Central differences move a leaf and run the formula again on the same inputs: the leaves must stay the same.
  const known = new WeakMap<object, V>();
  const variables = (given: Given): V => {
    const found = known.get(given);
    if (found !== undefined) return found;
    const made = at(given);
    known.set(given, made);
    return made;
  };
  return { name, of: (given: Given) => of(variables(given)), by: (given: Given) => by(variables(given)) };
}
