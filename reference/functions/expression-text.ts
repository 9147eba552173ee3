/**
 * A scalar expression as the code that builds it.
 */
import { stepOf, takesTwo } from "./expression.ts";

const LEAVES = "abcdefgh";
const SHARED = "pqrstuvw";

/** The name of a leaf or of a shared place: a, b, … and p, q, …, with a number where the letters end. */
const nameOf = (letters: string, i: number): string =>
  `${letters[i % letters.length]}${i < letters.length ? "" : Math.floor(i / letters.length)}`;

/** The names of the leaves. */
export const leafNames = (n: number): string[] => Array.from({ length: n }, (_, i) => nameOf(LEAVES, i));

/**
 * Lines that build an expression and call it y; what is used more than once gets a name of its own.
 *
 *     const a = new Value(0.5), b = new Value(-2);
 *     const p = a.mul(b);
 *     const y = p.add(p.tanh());
 */
export function expressionText(leaves: readonly number[], program: readonly (readonly number[])[]): string[] {
  const steps = program.map(stepOf);
  const n = leaves.length;
  const last = n + steps.length - 1;
  const uses = new Map<number, number>();
  for (const { first, second } of steps) {
    for (const place of [first, second]) {
      if (place !== undefined) uses.set(place, (uses.get(place) ?? 0) + 1);
    }
  }
  const texts = leafNames(n);
  const declared = leaves.map((leaf, i) => `${texts[i]} = new Value(${leaf})`);
  const lines = [`const ${declared.join(", ")};`];
  let named = 0;
  for (const [r, { operation, first, second, number }] of steps.entries()) {
    const argument = !takesTwo(operation) ? "" : second === undefined ? `${number}` : texts[second];
    const text = `${texts[first]}.${operation}(${argument})`;
    if (n + r !== last && (uses.get(n + r) ?? 0) === 1) {
      texts.push(text);
      continue;
    }
    const name = n + r === last ? "y" : nameOf(SHARED, named++);
    texts.push(name);
    lines.push(`const ${name} = ${text};`);
  }
  return steps.length === 0 ? [...lines, `const y = ${texts[last]};`] : lines;
}
