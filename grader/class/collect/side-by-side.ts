/**
 * Downloads without a folder for each student: Canvas and Blackboard put all files side by side, Brightspace a folder
 * for each time that somebody handed in, and whose each is stands in its name. Here each student has a folder.
 *
 *     Canvas       lovelaceada_LATE_101_9001_mse.ts                 lovelaceada_101/mse.ts
 *     Blackboard   Week 2_ada_attempt_2026-11-01-10-00-00_mse.ts    ada/2026-11-01-10-00-00/mse.ts
 *     Brightspace  52345-876 - Ada Lovelace - Dec 1, 2026 1015 AM      52345-876 - Ada Lovelace/2026-12-01T10-15
 */
import { brightspaceFolder } from "../roster/folder-names.ts";
import { isHidden, type Kind, type Path, type Tree } from "./tree.ts";

const canvas = /^([\p{L}\p{N}-]+)_(?:LATE_)?(\d+)_(?:question_\d+_)?\d+_(.+)$/u;
const blackboard = /^.+_([^_]+)_attempt_(20\d\d(?:-\d\d){5})_(.+)$/;

/** Where something lies that has this name; undefined for one that no such download has. */
function placeOf(name: string, kind: Kind): Path | undefined {
  if (kind === "folder") {
    const { student, date = "" } = brightspaceFolder(name) ?? {};
    const time = timeOf(date);
    return student === undefined || time === undefined ? undefined : [student, time];
  }
  const [, user, attempt, uploaded] = blackboard.exec(name) ?? [];
  if (user !== undefined) return [user, attempt!, uploaded!];
  const [, student, number, file] = canvas.exec(name) ?? [];
  return student === undefined ? undefined : [`${student}_${number!}`, file!];
}

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const american = /^([a-z]{3})[a-z]*\.? (\d{1,2}), (20\d\d) (\d{1,2})[:.]?(\d\d)(?: ([ap])m)?$/;
const british = /^(\d{1,2}) ([a-z]{3})[a-z]*\.?,? (20\d\d) (\d{1,2})[:.]?(\d\d)(?: ([ap])m)?$/;

/** A date as Brightspace writes it, as attempts are called: `Dec 1, 2026 1015 AM` is `2026-12-01T10-15`. */
function timeOf(date: string): string | undefined {
  const text = date.toLowerCase().replace(/\s+/g, " ").trim();
  const [, one = "", other = "", year, hour, minute, half] = american.exec(text) ?? british.exec(text) ?? [];
  const [word, day] = /\d/.test(one) ? [other, one] : [one, other];
  const month = MONTHS.indexOf(word) + 1;
  if (year === undefined || month === 0) return undefined;
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (half === "p" ? 12 : 0);
  const two = (number: number | string): string => String(number).padStart(2, "0");
  return `${year}-${two(month)}-${two(day)}T${two(hours)}-${minute}`;
}

type Folder = Map<string, Entry>;
/** A folder, or what a name that is none stands for. */
type Entry = Folder | { readonly kind: Kind; readonly name: string };

/** The tree with a folder for each student; undefined where there are folders, or no name says whose a file is. */
export function sideBySide(tree: Tree): Tree | undefined {
  const entries = [...(tree.list([]) ?? [])]
    .filter(([name]) => !isHidden(name))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, kind]) => ({ name, kind, place: placeOf(name, kind) }));
  if (entries.some(({ name, kind }) => kind === "folder" && brightspaceFolder(name) === undefined))
    return undefined;
  if (entries.every(({ place }) => place === undefined)) return undefined;
  const counts = new Map<string, number>();
  for (const { place } of entries) {
    const key = place?.join("/") ?? "";
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const top: Folder = new Map();
  for (const { name, kind, place = [name] } of entries) {
    const folder = place.slice(0, -1).reduce<Folder>((within, part) => {
      const next = within.get(part);
      if (next instanceof Map) return next;
      const made: Folder = new Map();
      within.set(part, made);
      return made;
    }, top);
    // Two of one name keep their whole names: nobody knows which of them counts.
    folder.set(counts.get(place.join("/")) === 1 ? place.at(-1)! : name, { kind, name });
  }
  /** What lies there: a folder made here, or a path of the tree itself. */
  const at = (path: Path): Folder | Path | undefined => {
    let within: Folder = top;
    for (const [i, part] of path.entries()) {
      const next = within.get(part);
      if (next === undefined) return undefined;
      if (!(next instanceof Map)) return [next.name, ...path.slice(i + 1)];
      within = next;
    }
    return within;
  };
  const pathAt = (path: Path): Path => {
    const found = at(path);
    return found === undefined || found instanceof Map ? path : found;
  };
  return {
    list(path) {
      const found = at(path);
      if (!(found instanceof Map)) return found && tree.list(found);
      return new Map([...found].map(([name, each]) => [name, each instanceof Map ? "folder" : each.kind]));
    },
    read: (path) => tree.read(pathAt(path)),
    bytes: (path, start, most) => tree.bytes(pathAt(path), start, most),
  };
}
