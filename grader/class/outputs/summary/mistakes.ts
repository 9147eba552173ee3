/** The mistakes of a class by name, the most frequent first. */
import type { Finding } from "../../../verdict/verdict.ts";
import { type ClassResults, keyOf, type StudentResult } from "../../results.ts";

export interface ClassMistake {
  readonly slug: string;
  /** The mistake's own name, or the finding's title where the mistake has none. */
  readonly name: string;
  /** True where the numbers named the mistake. */
  readonly isNamed: boolean;
  /** What is wrong, as most of the findings say it. */
  readonly says: string;
  readonly read?: string;
  readonly functions: readonly string[];
  /** Keys of the students, each once. */
  readonly students: readonly string[];
  /** How many submissions these are: a group has one. */
  readonly submissions: number;
}

interface Group {
  readonly slug: string;
  readonly name: string;
  readonly isNamed: boolean;
  readonly says: Map<string, number>;
  readonly reads: Map<string, number>;
  readonly functions: Set<string>;
  readonly students: Set<string>;
  readonly folders: Set<string>;
}

const opening = /^This is "[^"]*", on \d+ of \d+ inputs\.\s*/;

/** What a finding says of the mistake itself, without how often it was seen. */
export const mistakeText = ({ cause, message }: Finding): string =>
  cause === undefined || cause.kind === "mistake" ? message.replace(opening, "") : cause.says;

/** All groups: named mistakes and, apart from them, findings that no name fits. Stubs are no mistakes. */
export function classMistakes({ students }: ClassResults): readonly ClassMistake[] {
  const groups = new Map<string, Group>();
  // What only follows from another finding is no mistake of its own.
  for (const student of students)
    for (const { slug, verdict } of student.exercises)
      for (const { finding, function: name } of verdict?.checks ?? [])
        if (
          finding !== undefined &&
          finding.code !== "not-implemented" &&
          finding.cause?.kind !== "follow-on"
        )
          note(groups, slug, name, student, finding);
  return [...groups.values()]
    .map(finished)
    .sort(
      (a, b) =>
        Number(b.isNamed) - Number(a.isNamed) ||
        b.students.length - a.students.length ||
        compare(a.slug, b.slug) ||
        compare(a.name, b.name),
    );
}

function note(
  groups: Map<string, Group>,
  slug: string,
  fn: string,
  student: StudentResult,
  finding: Finding,
): void {
  const id = finding.cause?.id ?? finding.mistake;
  const isNamed = id !== undefined;
  const name = id?.replaceAll("-", " ") ?? finding.title.toLowerCase();
  const key = JSON.stringify([slug, isNamed, name]);
  let group = groups.get(key);
  if (group === undefined) {
    group = {
      slug,
      name,
      isNamed,
      says: new Map(),
      reads: new Map(),
      functions: new Set(),
      students: new Set(),
      folders: new Set(),
    };
    groups.set(key, group);
  }
  if (isNamed) count(group.says, mistakeText(finding));
  if (finding.read !== undefined) count(group.reads, finding.read);
  group.functions.add(fn);
  group.students.add(keyOf(student));
  group.folders.add(student.folder);
}

function finished({ says, reads, functions, students, folders, ...rest }: Group): ClassMistake {
  const read = mostFrequent(reads);
  return {
    ...rest,
    says: mostFrequent(says) ?? "",
    ...(read === undefined ? {} : { read }),
    functions: [...functions].sort(compare),
    students: [...students],
    submissions: folders.size,
  };
}

const count = (counts: Map<string, number>, text: string): void => {
  counts.set(text, (counts.get(text) ?? 0) + 1);
};

/** The first of the most frequent. */
function mostFrequent(counts: ReadonlyMap<string, number>): string | undefined {
  let best: readonly [string, number] | undefined;
  for (const entry of counts) if (best === undefined || entry[1] > best[1]) best = entry;
  return best?.[0];
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
