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

/** The code of each place, and the lines that give a name to what is used more than once. */
function written(
  leaves: readonly string[],
  program: readonly (readonly number[])[],
): { readonly texts: readonly string[]; readonly shared: readonly string[] } {
  const steps = program.map(stepOf);
  const uses = new Map<number, number>();
  for (const { first, second } of steps) {
    for (const place of [first, second]) {
      if (place !== undefined) uses.set(place, (uses.get(place) ?? 0) + 1);
    }
  }
  const texts = [...leaves];
  const shared: string[] = [];
  for (const { operation, first, second, number } of steps) {
    const argument = !takesTwo(operation) ? "" : second === undefined ? `${number}` : texts[second];
    const text = `${texts[first]}.${operation}(${argument})`;
    const name = nameOf(SHARED, shared.length);
    const isShared = (uses.get(texts.length) ?? 0) > 1;
    if (isShared) shared.push(`const ${name} = ${text};`);
    texts.push(isShared ? name : text);
  }
  return { texts, shared };
}

/**
 * Lines that build an expression and call it y; what is used more than once gets a name of its own.
 *
 *     const a = new Value(0.5), b = new Value(-2);
 *     const p = a.mul(b);
 *     const y = p.add(p.tanh());
 */
export function expressionText(leaves: readonly number[], program: readonly (readonly number[])[]): string[] {
  const names = leafNames(leaves.length);
  const declared = leaves.map((leaf, i) => `${names[i]} = new Value(${leaf})`);
  const { texts, shared } = written(names, program);
  return [`const ${declared.join(", ")};`, ...shared, `const y = ${texts.at(-1)};`];
}

/**
 * A function of x as code; its leaves are a constant, and x.
 *
 *     const f = (x) => x.mul(2).tanh();
 */
export function functionText(constant: number, program: readonly (readonly number[])[]): string[] {
  const { texts, shared } = written([`new Value(${constant})`, "x"], program);
  const result = texts.at(-1);
  if (shared.length === 0) return [`const f = (x) => ${result};`];
  return ["const f = (x) => {", ...shared.map((line) => `  ${line}`), `  return ${result};`, "};"];
}
