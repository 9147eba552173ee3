/** Finds the student that a row of a further table means. */
import { normal, type RosterRow } from "./roster.ts";

/** The columns that may name a student. */
export const studentColumns = [
  "folder",
  "student",
  "identifier",
  "github_username",
  "github",
  "username",
  "login",
  "email",
] as const;

/**
 * A function from a text to the folders that it may mean: the folder's own name, or what the roster or the name of a
 * clone says.
 */
export function studentFinder(
  folders: readonly string[],
  rows: ReadonlyMap<string, RosterRow>,
  prefix = "",
): (text: string) => readonly string[] {
  const owners = new Map<string, Set<string>>();
  const add = (key: string, folder: string): void => {
    owners.set(key, (owners.get(key) ?? new Set()).add(folder));
  };
  for (const folder of folders) {
    const whole = normal(folder);
    add(whole, folder);
    if (prefix !== "" && whole.startsWith(normal(prefix))) add(whole.slice(normal(prefix).length), folder);
    for (const key of rows.get(folder)?.keys.keys() ?? []) add(key, folder);
  }
  return (text) => [...(owners.get(normal(text)) ?? [])];
}
