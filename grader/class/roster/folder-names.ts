/** What the name of a folder says of whose it is. */
import { normal, normalName } from "./texts.ts";

/** Moodle's download: `Ada Lovelace_12345_assignsubmission_file_`, with the group in front where one hands in. */
export function moodleFolder(
  folder: string,
): { readonly name: string; readonly number: string; readonly plugin: string } | undefined {
  const [, name, number, plugin] = /^(.+?)_(\d+)_assignsubmission_([a-z]+)_?$/i.exec(folder.trim()) ?? [];
  return name === undefined ? undefined : { name, number: number!, plugin: plugin!.toLowerCase() };
}

/** Canvas' download: `lovelaceada_101`, the number being the student's at Canvas. */
export const canvasNumber = (folder: string): string | undefined =>
  /^[\p{L}\p{N}-]+_(\d+)$/u.exec(folder.trim())?.[1];

/** Brightspace's download: `52345-87654 - Ada Lovelace - Dec 1, 2026 1015 AM`, the first number being the student's. */
export function brightspaceFolder(
  folder: string,
): { readonly name: string; readonly student: string; readonly date?: string } | undefined {
  const [, numbers, name, date] = /^(\d+-\d+) - (.+?)(?: - ([^-]*\d[^-]*))?$/.exec(folder.trim()) ?? [];
  if (name === undefined) return undefined;
  return { name, student: `${numbers!} - ${name}`, ...(date === undefined ? {} : { date }) };
}

/** Parts of submissions that have their files in another folder: what Moodle keeps of a text typed online. */
export function besideFiles(folders: readonly string[]): ReadonlySet<string> {
  const read = folders.map((folder) => ({ folder, ...moodleFolder(folder) }));
  const filed = new Set(read.filter(({ plugin }) => plugin === "file").map(({ number }) => number));
  return new Set(
    read
      .filter(({ number, plugin }) => number !== undefined && plugin !== "file" && filed.has(number))
      .map(({ folder }) => folder),
  );
}

/** What ILIAS, OLAT and Sakai call a folder, name and login: `Lovelace_Ada_ada_260`, `Lovelace, Ada(ada)`. */
export function nameAndLogin(folder: string): readonly string[] {
  const plain = normal(folder)
    .replaceAll("_", " ")
    .replace(/\(([^()]+)\)$/, " $1");
  return [plain, plain.replace(/\s\d+$/, "")].map(normalName);
}

/** What may stand before a login, the shortest first; nothing is one of them. */
export function cutsOf(folders: readonly string[], known: string | undefined): readonly string[] {
  if (known !== undefined && folders.some((folder) => folder.startsWith(known))) return ["", known];
  const [first = "", ...rest] = folders;
  let shared = first;
  for (const folder of rest) while (!folder.startsWith(shared)) shared = shared.slice(0, -1);
  const ends = [...shared.matchAll(/-/g)].map(({ index }) => shared.slice(0, index + 1));
  return ["", ...ends.filter((end) => end.length < first.length)];
}

/** Where groups hand in, Moodle puts one before every name: `Team 3-Ada Lovelace`. A hyphen of a name's own is in some. */
export function isGrouped(folders: readonly string[]): boolean {
  const names = folders.flatMap((folder) => moodleFolder(folder)?.name ?? []);
  return names.length > 1 && names.every((name) => name.includes("-"));
}

/**
 * What a folder may be called after, the most certain first.
 *
 * @param isGrouped whether a group may stand before the name
 */
export function formsOf(folder: string, cuts: readonly string[], isGrouped: boolean): readonly string[] {
  const whole = normal(folder);
  const moodle = moodleFolder(folder);
  const plain = cuts.filter((cut) => whole.startsWith(cut)).map((cut) => whole.slice(cut.length));
  const given = moodle?.name ?? brightspaceFolder(folder)?.name;
  const name = given === undefined ? whole.replaceAll("_", " ") : normal(given);
  const own = isGrouped && moodle !== undefined ? [...name.matchAll(/-/g)] : [];
  return [
    ...plain,
    ...(moodle === undefined ? [] : [name]),
    ...[name, ...own.map(({ index }) => name.slice(index + 1))].map(normalName),
  ];
}
