import type { Printable } from "./print-value.ts";

/** The entry that a path such as `.dW[0][2]` names; undefined where there is none. */
export function entryAt(value: Printable | undefined, path: string): Printable | undefined {
  let entry: unknown = value;
  for (const [, index, name] of path.matchAll(/\[(\d+)\]|\.([^.[\]]+)/g)) {
    if (typeof entry !== "object" || entry === null) return undefined;
    const key = index ?? name ?? "";
    if (!Object.hasOwn(entry, key)) return undefined;
    entry = (entry as Readonly<Record<string, unknown>>)[key];
  }
  return entry as Printable | undefined;
}
