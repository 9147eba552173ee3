/** Edge cases as a list: what each is called, and what is asked for. */
import type { Exercise } from "../../exercise/exercise.ts";

export function edgeLines({ functions }: Exercise): readonly string[] {
  const all = Object.entries(functions);
  const found = new Map<string, { readonly name: string; readonly says: string; readonly fns: string[] }>();
  for (const [fn, { edges }] of all) {
    for (const [name, { says, throws }] of Object.entries(edges)) {
      const sentence = says ?? (throws ? "An exception is asked for." : "");
      const key = `${name}\n${sentence}`;
      const same = found.get(key);
      if (same === undefined) found.set(key, { name, says: sentence, fns: [fn] });
      else same.fns.push(fn);
    }
  }
  const known = new Set(all.flatMap(([name, fn]) => [name, ...Object.keys(fn.inputs)]));
  return [...found.values()].map(({ name, says, fns }) => {
    const title = capital(name, known);
    const of = ` (${fns.map((fn) => `\`${fn}\``).join(", ")})`;
    return `- ${fns.length === all.length ? `**${title}.**` : `**${title}**${of}.`} ${says}`.trimEnd();
  });
}

/** A word at the start gets its capital; a symbol such as `dims = 0` does not. */
const capital = (name: string, known: ReadonlySet<string>): string => {
  const word = /^[a-z]+(?=[ ,-]|$)/.exec(name)?.[0] ?? "";
  return word === "" || known.has(word) || (word.length === 1 && word !== "a")
    ? name
    : name.charAt(0).toUpperCase() + name.slice(1);
};
