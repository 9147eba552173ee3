/**
 * Whether a submission exports what is asked for, and what it exports instead.
 */
import type { Exercise } from "../exercise/exercise.ts";
import { neededBy, type Wanted, wantedOf } from "../exercise/wanted.ts";
import { declaredIn } from "./declared-in.ts";
import { typingErrors } from "./typing-errors.ts";

export interface Exported {
  readonly name: string;
  readonly type: string;
}

/**
 * Why a function cannot be called, in one sentence, or nothing.
 *
 * @param fn a function of the exercise
 * @param source what was handed in
 */
export function missingExport(
  exercise: Exercise,
  fn: string,
  exported: readonly Exported[],
  source: string,
): string | undefined {
  const wanted = wantedOf(exercise);
  const needed = neededFor(exercise, fn);
  for (const [name, kind] of needed) {
    const found = exported.find((one) => one.name === name);
    if (found?.type === "function") continue;
    if (found !== undefined) return `${name} is exported as ${article(found.type)}; expected a ${kind}.`;
    if (source.trim() === "" && exported.length === 0)
      return "The file is empty. `git checkout` brings its stub back.";
    const declared = declaredIn(source, name);
    const isDefault = declared?.isDefault ?? exported.every((one) => one.name === "default");
    const rightly = `\`export ${declared?.keyword ?? kind} ${name}\``;
    if (isDefault && exported.length > 0)
      return `${declared === undefined ? "What the file exports" : name} is exported as default: write ${rightly}, without \`default\`.`;
    if (declared !== undefined) return `${name} is there, without \`export\`: write ${rightly}.`;
    const taken = new Set(wanted.map(([other]) => other));
    const near = nearestTo(
      name,
      exported.map((one) => one.name).filter((other) => !taken.has(other)),
    );
    if (near !== undefined) return `The file does not export ${name}; you export ${near}.`;
    const names = exported.map((one) => one.name).slice(0, 8);
    const instead = names.length === 0 ? "It exports nothing." : `It exports ${names.join(", ")}.`;
    return `The file does not export the ${kind} ${name}. ${instead}`;
  }
  return undefined;
}

function neededFor(exercise: Exercise, name: string): Wanted {
  const { scenario, needs } = exercise.functions[name] ?? {};
  if (scenario === undefined) return [[name, "function"]];
  return neededBy(exercise).filter(([needed]) => needs?.includes(needed) !== false);
}

const article = (type: string): string => (/^[aeiou]/.test(type) ? `an ${type}` : `a ${type}`);

const plain = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, "");

/** The name that is the fewest edits away, two at most; case and signs do not count. */
function nearestTo(name: string, others: readonly string[]): string | undefined {
  const far = (other: string): number => typingErrors(plain(other).slice(0, 64), plain(name).slice(0, 64));
  return others
    .map((other) => ({ other, edits: far(other) }))
    .filter(({ edits }) => edits <= 2)
    .sort((a, b) => a.edits - b.edits)[0]?.other;
}
