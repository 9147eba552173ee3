/**
 * Takes one student out of a report's folder: the verdicts, the lines of the series, and every file of the report, since
 * each may name everybody.
 */
import { createReadStream, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { open } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { ClassResults, StudentResult } from "./results.ts";
import { takeLock } from "./run/lock.ts";
import { Series } from "./term/history/series.ts";
import { whoNow } from "./term/snapshot/who.ts";
import { Unusable } from "./usage.ts";
import { inside, LIST, listIn } from "./write-out.ts";

export interface Erased {
  /** The folder of the submission, by which a queue knows it. */
  readonly folder: string;
  readonly verdicts: number;
  /** Files of the series that named the student. */
  readonly executions: number;
  readonly files: number;
}

/**
 * @param student a folder, or what the roster says: identifier, login, name
 * @throws Unusable if it may be several, or nobody of this report
 */
export async function eraseFromReport(out: string, state: string, student: string): Promise<Erased> {
  const list = join(out, "results.json");
  if (!existsSync(list))
    throw new Unusable(
      `${list}: a report expected, to know whose files are whose; name its folder with --out, or make it again`,
    );
  const { students } = JSON.parse(readFileSync(list, "utf8")) as Pick<ClassResults, "students">;
  const found = theOne(students, student, list);
  const unlock = takeLock(join(state, "lock"));
  try {
    const others = students.filter((each) => each !== found);
    const verdicts = await keepVerdicts(join(state, "journal.jsonl"), new Set(others.flatMap(filesOf)));
    const who = whoNow(students);
    const place = students.indexOf(found);
    // Under an identifier of another gradebook, too, where the folder is nobody else's.
    const isOwn = students.filter(({ folder }) => folder === found.folder).length === 1;
    const executions = new Series(state).erase(
      (before) => who(before) === place || (isOwn && before.folder === found.folder),
    );
    return { folder: found.folder, verdicts, executions, files: eraseOutputs(out, state) };
  } finally {
    unlock();
  }
}

function theOne(students: readonly StudentResult[], typed: string, list: string): StudentResult {
  const isMeant = ({ folder, identifier, github, name }: StudentResult): boolean =>
    [folder, identifier, github, name].includes(typed);
  const exact = students.filter(isMeant);
  const [one] = exact;
  if (one !== undefined && exact.length === 1) return one;
  throw new Unusable(
    one === undefined
      ? `${JSON.stringify(typed)}: nobody in ${list} has this folder, identifier, login or name`
      : `${JSON.stringify(typed)}: ${exact.length} in ${list} may be meant; give the folder or the identifier`,
  );
}

const nameOf = (exercise: string, sha256: string): string => `${exercise} ${sha256}`;
const filesOf = ({ exercises }: StudentResult): readonly string[] =>
  exercises.flatMap(({ verdict }) =>
    verdict === undefined ? [] : [nameOf(verdict.exercise, verdict.sha256)],
  );

/** Leaves the verdicts of these files: what counts for nobody else may be the student's, too. How many are gone. */
async function keepVerdicts(journal: string, kept: ReadonlySet<string>): Promise<number> {
  if (!existsSync(journal)) return 0;
  const next = `${journal}.next`;
  const file = await open(next, "w", 0o600);
  let gone = 0;
  try {
    for await (const line of createInterface({ input: createReadStream(journal) })) {
      const verdict = verdictIn(line);
      if (verdict !== undefined && !kept.has(nameOf(verdict.exercise, verdict.sha256))) gone++;
      else await file.write(`${line}\n`);
    }
    await file.datasync();
  } finally {
    await file.close();
  }
  renameSync(next, journal);
  return gone;
}

/** What a line says is a verdict; a damaged line is taken for one of nobody. */
function verdictIn(line: string): { readonly exercise: string; readonly sha256: string } | undefined {
  try {
    const { entry } = JSON.parse(line) as { entry?: { verdict?: { exercise: string; sha256: string } } };
    return entry?.verdict;
  } catch {
    return { exercise: "", sha256: "" };
  }
}

function eraseOutputs(out: string, state: string): number {
  const list = join(state, LIST);
  const files = listIn(list).filter((file) => existsSync(inside(out, file)));
  for (const file of files) rmSync(inside(out, file));
  writeFileSync(list, "[]");
  return files.length;
}
