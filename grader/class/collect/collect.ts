/** What a student handed in: the declared files, and what stood in the way of others. */
import { Unreadable } from "../../box/read.ts";
import type { Text } from "../../box/text.ts";
import { type AttemptTree, attemptTrees } from "./attempts.ts";
import { findStub, notTaken } from "./find-stub.ts";
import { plantedIn } from "./planted.ts";
import { pointerIn } from "./pointer.ts";
import { bounded, type Remark, shownLine } from "./remarks.ts";
import { strangersIn } from "./strangers.ts";
import type { Tree } from "./tree.ts";

/** A file of an exercise as it was handed in. */
export interface CollectedFile extends Text {
  readonly slug: string;
  /** Where it lay, from the submission's folder. */
  readonly path: string;
  readonly sha256: string;
  /** Other files of the submission that may be the work. */
  readonly beside: readonly string[];
}

/** One attempt of a student. */
export interface Attempt extends AttemptTree {
  readonly files: readonly CollectedFile[];
  /** Why what is there was not taken, by exercise. */
  readonly refused: ReadonlyMap<string, string>;
}

export interface Collected {
  /** The last comes last. */
  readonly attempts: readonly Attempt[];
  readonly remarks: readonly Remark[];
  /** Nothing of the folder can be taken as work. */
  readonly problem?: string;
}

/** Looks at one submission. Never throws on account of what it holds. */
export function collect(tree: Tree, slugs: readonly string[]): Collected {
  try {
    if (tree.list([]) === undefined)
      return { attempts: [], remarks: [], problem: "there is no such folder any more" };
    const remarks: Remark[] = [];
    const trees = attemptTrees(tree, slugs, (remark) => remarks.push(remark));
    const attempts = trees.map((each) => attemptOf(each, slugs, remarks));
    return { attempts, remarks: bounded(remarks) };
  } catch (error) {
    return { attempts: [], remarks: [], problem: shownLine(reasonOf(error)) };
  }
}

function attemptOf(attempt: AttemptTree, slugs: readonly string[], all: Remark[]): Attempt {
  const { name, tree } = attempt;
  const files: CollectedFile[] = [];
  const refused = new Map<string, string>();
  const missing: string[] = [];
  const remark = ({ kind, text }: Remark): void => {
    all.push({ kind, text: name === "" ? text : `${name}/${text}` });
  };
  const refuse = (slug: string, why: string): void => {
    refused.set(slug, shownLine(name === "" ? why : `${name}/${why}`));
  };
  for (const slug of slugs) {
    try {
      const found = findStub(tree, slug);
      found.remarks.forEach(remark);
      if (found.refused !== undefined) throw new Unreadable(found.refused);
      if (found.path === undefined) {
        missing.push(slug);
        continue;
      }
      const text = tree.read(found.path);
      const path = found.path.join("/");
      const pointer = pointerIn(text.source);
      if (pointer !== undefined) {
        const why = `${path}: not taken, it is ${pointer}; the file itself expected`;
        remark({ kind: "not-taken", text: why });
        throw new Unreadable(why);
      }
      files.push({ ...text, slug, path, beside: found.beside });
    } catch (error) {
      refuse(slug, reasonOf(error));
    }
  }
  const strangers = missing.length === 0 ? [] : strangersIn(tree);
  for (const slug of strangers.length === 0 ? [] : missing) {
    const why = notTaken(strangers, slug);
    remark({ kind: "not-taken", text: why });
    refuse(slug, why);
  }
  plantedIn(tree).forEach(remark);
  return { ...attempt, files, refused };
}

function reasonOf(error: unknown): string {
  if (error instanceof Unreadable) return error.message.replace(/\.$/, "");
  const { code, message } = error as NodeJS.ErrnoException;
  return code === undefined ? message : `it cannot be read (${code})`;
}
