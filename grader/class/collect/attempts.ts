/** Which folders of a submission are attempts of one student, and in which order. */
import { Unreadable } from "../../box/read.ts";
import { type AttemptName, attemptName, isUnnumbered } from "./attempt-name.ts";
import { holds } from "./find-stub.ts";
import type { Remark } from "./remarks.ts";
import { aKind, below, isHidden, type Kind, remembered, type Tree } from "./tree.ts";

export interface AttemptTree {
  /** The name of its folder; empty where the submission is the only attempt. */
  readonly name: string;
  /** The number in its name, else its place, from 1. */
  readonly number: number;
  readonly tree: Tree;
}

interface Named extends AttemptName {
  readonly name: string;
}

/**
 * The attempts in a student's folder, in the order of their numbers or times; a folder without any is the only one.
 *
 * A word that only attempts have (`attempt-2`, `v2`) is enough. Numbers, dates and `submission-2` have to hold a file
 * of an exercise, and count only where the student's folder holds none itself.
 *
 * @throws Unreadable where their order is not clear
 */
export function attemptTrees(
  given: Tree,
  slugs: readonly string[],
  remark: (remark: Remark) => void = () => {},
): readonly AttemptTree[] {
  const tree = remembered(given);
  const entries = tree.list([]) ?? new Map<string, Kind>();
  const named = attemptsAmong(tree, entries, slugs);
  if (named.length === 0) {
    const within = inner(tree, entries, slugs, remark);
    if (within === undefined) return [{ name: "", number: 1, tree }];
    return within === "attempts"
      ? attemptTrees(below(tree, onlyFolder(tree, entries)!), slugs, remark)
      : [{ name: "", number: 1, tree: within }];
  }
  for (const [name, kind] of entries)
    if (kind !== "folder" && attemptName(name)?.certainty === "word")
      remark({ kind: "ignored", text: `${name}: ignored, it is ${aKind(kind)}` });
  const sorted = inOrder(named);
  if (sorted.length > 1)
    remark({ kind: "attempts", text: `${listed(sorted)}: taken as attempts of one student, in this order` });
  if (holds(tree, slugs))
    remark({ kind: "second", text: "files beside the folders of attempts: ignored, the attempts count" });
  return sorted.map(({ name, certainty, order }, i) => {
    const own = remembered(below(tree, name));
    const within = inner(own, own.list([]) ?? new Map<string, Kind>(), slugs, remark);
    return {
      name,
      number: certainty === "time" ? i + 1 : order,
      tree: within === undefined || within === "attempts" ? own : within,
    };
  });
}

/** True if a submission holds a file of one of these exercises, in itself or in an attempt. */
export function isSubmission(tree: Tree, slugs: readonly string[]): boolean {
  try {
    return attemptTrees(tree, slugs).some((attempt) => holds(attempt.tree, slugs));
  } catch {
    // Something is there, if nothing clear.
    return true;
  }
}

/** What the folders of one student are likely to be called, where several students' folders are expected. */
export function areAttempts(folders: readonly string[], isAlone: boolean): boolean {
  const names = folders.map(attemptName);
  return (
    names.length > 0 &&
    names.every(
      (each) =>
        each?.certainty === "word" ||
        each?.certainty === "time" ||
        // Gradescope numbers the submissions of a course: its numbers are large.
        (isAlone && each?.certainty === "common word" && each.order < 1000),
    )
  );
}

function attemptsAmong(
  tree: Tree,
  entries: ReadonlyMap<string, Kind>,
  slugs: readonly string[],
): readonly Named[] {
  const folders = [...entries].flatMap(([name, kind]) =>
    kind === "folder" && !isHidden(name) ? [name] : [],
  );
  const named = folders.flatMap((name): Named[] => {
    const parsed = attemptName(name);
    return parsed === undefined ? [] : [{ name, ...parsed }];
  });
  if (named.length === 0) return [];
  const isOwn = holds(tree, slugs);
  const found = named.filter(({ name, certainty }) =>
    isOwn ? /^attempt/i.test(name) : certainty === "word" || isWork(tree, name, slugs),
  );
  const unnumbered = folders.find((name) => isUnnumbered(name) && isWork(tree, name, slugs));
  if (found.length > 0 && unnumbered !== undefined)
    throw new Unreadable(`${unnumbered}: an attempt with a number or a time in its name expected`);
  return found;
}

const isWork = (tree: Tree, folder: string, slugs: readonly string[]): boolean => {
  const own = below(tree, folder);
  return holds(own, slugs) || inner(own, own.list([]) ?? new Map<string, Kind>(), slugs) !== undefined;
};

/** @throws Unreadable where two have the same place, or numbers and times are mixed */
function inOrder(named: readonly Named[]): readonly Named[] {
  const sorted = [...named].sort((a, b) => a.order - b.order);
  const timed = named.filter(({ certainty }) => certainty === "time");
  const [other] = named.filter(({ certainty }) => certainty !== "time");
  if (timed[0] !== undefined && other !== undefined)
    throw new Unreadable(
      `${other.name}, ${timed[0].name}: attempts by numbers or by times expected, got both; which is the last is unclear`,
    );
  const twin = sorted.findIndex(({ order }, i) => order === sorted[i + 1]?.order);
  if (twin >= 0)
    throw new Unreadable(
      `${sorted[twin]!.name}, ${sorted[twin + 1]!.name}: attempts of different numbers expected; which is the later is unclear`,
    );
  return sorted;
}

const SHOWN = 6;

function listed(named: readonly Named[]): string {
  const names = named.map(({ name }) => name);
  return names.length <= SHOWN
    ? names.join(", ")
    : `${names.slice(0, SHOWN - 2).join(", ")}, …, ${names.at(-1)} (${names.length})`;
}

/** The one folder that holds anything: Sakai puts an empty one for feedback beside each student's files. */
function onlyFolder(tree: Tree, entries: ReadonlyMap<string, Kind>): string | undefined {
  const folders = [...entries].flatMap(([name, kind]) =>
    kind === "folder" && !isHidden(name) && tree.list([name])?.size !== 0 ? [name] : [],
  );
  return folders.length === 1 ? folders[0] : undefined;
}

/** Where a submission is one folder more than it need be, that folder; or that there are attempts in it. */
function inner(
  tree: Tree,
  entries: ReadonlyMap<string, Kind>,
  slugs: readonly string[],
  remark: (remark: Remark) => void = () => {},
): Tree | "attempts" | undefined {
  const only = onlyFolder(tree, entries);
  if (only === undefined || holds(tree, slugs)) return undefined;
  const within = below(tree, only);
  if (!holds(within, slugs))
    return attemptsAmong(within, within.list([]) ?? new Map(), slugs).length > 0 ? "attempts" : undefined;
  remark({ kind: "taken", text: `${only}: the folder that the files were taken from` });
  return within;
}
