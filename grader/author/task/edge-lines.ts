/** Edge cases as a list: what each is called, and what is asked for. */
import type { Exercise } from "../../exercise/exercise.ts";

export function edgeLines({ functions }: Exercise): readonly string[] {
  const all = Object.entries(functions);
  const found = new Map<string, Line>();
  for (const [fn, { edges }] of all) {
    for (const [name, { says, throws }] of Object.entries(edges)) {
      const sentence = says ?? (throws ? "An exception is asked for." : "");
      const key = `${name}\n${sentence}`;
      const same = found.get(key);
      if (same === undefined) found.set(key, { names: [name], says: sentence, fns: [fn] });
      else same.fns.push(fn);
    }
  }
  const known = new Set(all.flatMap(([name, fn]) => [name, ...Object.keys(fn.inputs)]));
  return together([...found.values()]).map(({ names, says, fns }) => {
    const title = capital(listed(names), known);
    const of = ` (${fns.map((fn) => `\`${fn}\``).join(", ")})`;
    return `- ${fns.length === all.length ? `**${title}.**` : `**${title}**${of}.`} ${says}`.trimEnd();
  });
}

interface Line {
  readonly names: string[];
  readonly says: string;
  readonly fns: string[];
}

/** Cases of the same functions that ask for the same share a line. */
function together(lines: readonly Line[]): readonly Line[] {
  const found = new Map<string, Line>();
  for (const line of lines) {
    const key = line.says === "" ? JSON.stringify(line.names) : JSON.stringify([line.says, line.fns]);
    const same = found.get(key);
    if (same === undefined) found.set(key, line);
    else same.names.push(...line.names);
  }
  return [...found.values()];
}

/** "2 to the power of 0, 1, 3": the words with which all begin stand once. */
function listed(names: readonly string[]): string {
  const [first = "", ...others] = names;
  const words = first.split(" ");
  const begins = (n: number): boolean =>
    others.every((name) => name.startsWith(`${words.slice(0, n).join(" ")} `));
  let shared = 0;
  while (shared < words.length - 1 && begins(shared + 1)) shared++;
  return [first, ...others.map((name) => name.split(" ").slice(shared).join(" "))].join(", ");
}

/** A word at the start gets its capital; a symbol such as `dims = 0` does not. */
const capital = (name: string, known: ReadonlySet<string>): string => {
  const word = /^[a-z]+(?=[ ,-]|$)/.exec(name)?.[0] ?? "";
  return word === "" || known.has(word) || (word.length === 1 && word !== "a")
    ? name
    : name.charAt(0).toUpperCase() + name.slice(1);
};
