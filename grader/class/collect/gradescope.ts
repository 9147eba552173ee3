/**
 * Gradescope's export: folders that are called `submission_123`, and beside them a file that says whose each is. Here
 * the folders are called after their students.
 */
import type { Path, Tree } from "./tree.ts";

export const METADATA = "submission_metadata.yml";
const MOST_BYTES = 32_000_000;

interface Named {
  readonly tree: Tree;
  /** Folders that keep their names, one line each. */
  readonly remarks: readonly string[];
  /** Who handed in together, by folder. */
  readonly handedInBy: ReadonlyMap<string, readonly string[]>;
}

/** Undefined where there is no such file. */
export function gradescopeExport(tree: Tree): Named | undefined {
  const entries = tree.list([]);
  if (entries?.get(METADATA) !== "file") return undefined;
  const text = new TextDecoder().decode(tree.bytes([METADATA], 0, MOST_BYTES) ?? new Uint8Array());
  const names = new Map<string, string>();
  const taken = new Set(entries.keys());
  const remarks: string[] = [];
  const handedInBy = new Map<string, readonly string[]>();
  for (const [folder, submitters] of submittersIn(text)) {
    if (entries.get(folder) !== "folder") continue;
    const [only, another] = submitters;
    if (another !== undefined) {
      handedInBy.set(folder, submitters);
      remarks.push(`${folder}: handed in by ${submitters.join(", ")}`);
    } else if (only !== undefined && isPlain(only) && !taken.has(only)) {
      names.set(folder, only);
      taken.add(only);
    } else if (only !== undefined)
      remarks.push(`${folder}: not called ${JSON.stringify(only)}, as its student`);
  }
  const folders = new Map([...names].map(([folder, name]) => [name, folder]));
  const there = ([first, ...more]: Path): Path =>
    first === undefined ? [] : [folders.get(first) ?? first, ...more];
  return {
    remarks,
    handedInBy,
    tree: {
      list(path) {
        if (path.length > 0) return tree.list(there(path));
        return new Map([...entries].map(([name, kind]) => [names.get(name) ?? name, kind]));
      },
      read: (path) => tree.read(there(path)),
      bytes: (path, start, most) => tree.bytes(there(path), start, most),
    },
  };
}

/** What a folder may be called. */
const isPlain = (name: string): boolean => /^[\p{L}\p{N}][\p{L}\p{N} .@_+-]{0,99}$/u.test(name);

/** Who handed in each submission: the number of the student, else the address. */
function submittersIn(text: string): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  let own: string[] | undefined;
  let said: { sid?: string; email?: string } = {};
  const finish = (): void => {
    const name = said.sid ?? said.email;
    if (name !== undefined) own?.push(name);
    said = {};
  };
  for (const line of text.split(/\r?\n/)) {
    const [, folder] = /^["']?(submission_\d+)["']?:\s*$/.exec(line) ?? [];
    if (folder !== undefined) {
      finish();
      own = [];
      found.set(folder, own);
    }
    // A submitter begins with a dash at this depth; deeper ones are of tests and files.
    if (/^ {2}- /.test(line)) finish();
    const [, key, value = ""] = /^ {2}(?:- | {2}):(sid|email):\s*(.*?)\s*$/.exec(line) ?? [];
    const plain = value.replace(/^(["'])(.*)\1$/, "$2");
    if (key !== undefined && plain !== "") said[key as "sid" | "email"] = plain;
  }
  finish();
  return found;
}
