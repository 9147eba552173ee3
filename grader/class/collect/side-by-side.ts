/**
 * Downloads without folders: Canvas and Blackboard put all files side by side, and whose each is stands in its name.
 * Here each student has a folder.
 *
 *     Canvas       lovelaceada_LATE_101_9001_mse.ts                 lovelaceada_101/mse.ts
 *     Blackboard   Week 2_ada_attempt_2026-11-01-10-00-00_mse.ts    ada/2026-11-01-10-00-00/mse.ts
 */
import { isHidden, type Kind, type Path, type Tree } from "./tree.ts";

const canvas = /^([\p{L}\p{N}-]+)_(?:LATE_)?(\d+)_(?:question_\d+_)?\d+_(.+)$/u;
const blackboard = /^.+_([^_]+)_attempt_(20\d\d(?:-\d\d){5})_(.+)$/;

/** Where a file lies that has this name; undefined for one that no such download has. */
function placeOf(name: string): Path | undefined {
  const [, user, attempt, uploaded] = blackboard.exec(name) ?? [];
  if (user !== undefined) return [user, attempt!, uploaded!];
  const [, student, number, file] = canvas.exec(name) ?? [];
  return student === undefined ? undefined : [`${student}_${number!}`, file!];
}

type Folder = Map<string, Entry>;
/** A folder, or what a name that is none stands for. */
type Entry = Folder | { readonly kind: Kind; readonly name: string };

/** The tree with a folder for each student; undefined where there are folders, or no name says whose a file is. */
export function sideBySide(tree: Tree): Tree | undefined {
  const entries = [...(tree.list([]) ?? [])]
    .filter(([name]) => !isHidden(name))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, kind]) => ({ name, kind, place: placeOf(name) }));
  if (entries.some(({ kind }) => kind === "folder") || entries.every(({ place }) => place === undefined))
    return undefined;
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
  const at = (path: Path): Entry | undefined =>
    path.reduce<Entry | undefined>(
      (within, part) => (within instanceof Map ? within.get(part) : undefined),
      top,
    );
  const nameAt = (path: Path): Path => {
    const found = at(path);
    return found === undefined || found instanceof Map ? path : [found.name];
  };
  return {
    list(path) {
      const found = at(path);
      if (!(found instanceof Map)) return undefined;
      return new Map([...found].map(([name, each]) => [name, each instanceof Map ? "folder" : each.kind]));
    },
    read: (path) => tree.read(nameAt(path)),
    bytes: (path, start, most) => tree.bytes(nameAt(path), start, most),
  };
}
