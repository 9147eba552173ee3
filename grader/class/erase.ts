/**
 * Takes one student out of a report's folder: the verdicts, the lines of the series, and every file of the report, since
 * each may name everybody. Other reports that share its state have the same verdicts, and are erased with it.
 */
import { createReadStream, existsSync, readFileSync, renameSync, rmSync } from "node:fs";
import { open } from "node:fs/promises";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import type { ClassResults, StudentResult } from "./results.ts";
import { takeLock } from "./run/lock.ts";
import { Series } from "./term/history/series.ts";
import { whoNow } from "./term/snapshot/who.ts";
import { Unusable } from "./usage.ts";
import { inside } from "./write-out.ts";
import { WrittenFiles } from "./written-files.ts";

export interface Erased {
  /** The folders of the submissions, by which a queue knows them; more than one where reports have other ones. */
  readonly folders: readonly string[];
  readonly verdicts: number;
  /** Files of the series that named the student. */
  readonly executions: number;
  /** The report, and those that share its state. */
  readonly reports: readonly ErasedReport[];
}

export interface ErasedReport {
  readonly out: string;
  readonly files: number;
  /** False where it is not known which files are the report's: its list is lost. */
  readonly isKnown: boolean;
  /** False where the folder is not where it was: nothing could be erased in it. */
  readonly isThere: boolean;
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
  const students = studentsOf(out);
  const found = theOne(students, student, list);
  const unlock = takeLock(join(state, "lock"));
  try {
    const written = new WrittenFiles(state);
    const outs = [...new Set([resolve(out), ...written.all(out).keys()])];
    const reports = outs.map((each): Report => {
      const all = each === resolve(out) ? students : studentsOf(each);
      return { all, own: all.filter((one) => one === found || isSame(one, all, found, students)) };
    });
    const others = reports.flatMap(({ all, own }) => all.filter((each) => !own.includes(each)));
    const verdicts = await keepVerdicts(join(state, "journal.jsonl"), new Set(others.flatMap(filesOf)));
    const executions = new Series(state).erase(meantIn(reports));
    const folders = [...new Set(reports.flatMap(({ own }) => own.map(({ folder }) => folder)))];
    return { folders, verdicts, executions, reports: outs.map((each) => eraseOutputs(each, written)) };
  } finally {
    unlock();
  }
}

interface Report {
  readonly all: readonly StudentResult[];
  /** Who is meant; nobody where another report does not have the student. */
  readonly own: readonly StudentResult[];
}

const isAlone = ({ folder }: StudentResult, all: readonly StudentResult[]): boolean =>
  all.filter((each) => each.folder === folder).length === 1;

/** Whether somebody of one report is somebody of another one. */
const isSame = (
  one: StudentResult,
  all: readonly StudentResult[],
  found: StudentResult,
  among: readonly StudentResult[],
): boolean =>
  (one.identifier !== undefined && one.identifier === found.identifier) ||
  // Under an identifier of another gradebook, too, where the folder is nobody else's.
  (one.folder === found.folder && isAlone(one, all) && isAlone(found, among));

/** Whether a row of the series is the student's. */
function meantIn(reports: readonly Report[]): Parameters<Series["erase"]>[0] {
  const tests = reports.flatMap(({ all, own }) => {
    const who = whoNow(all);
    return own.map((one): Parameters<Series["erase"]>[0] => {
      const [place, isOwn] = [all.indexOf(one), isAlone(one, all)];
      return (before) => who(before) === place || (isOwn && before.folder === one.folder);
    });
  });
  return (before) => tests.some((isMeant) => isMeant(before));
}

/** Nobody where the report is gone, or was erased before. */
function studentsOf(out: string): readonly StudentResult[] {
  const list = join(out, "results.json");
  return existsSync(list)
    ? (JSON.parse(readFileSync(list, "utf8")) as Pick<ClassResults, "students">).students
    : [];
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

function eraseOutputs(out: string, written: WrittenFiles): ErasedReport {
  const files = written.of(out).filter((file) => existsSync(inside(out, file)));
  for (const file of files) rmSync(inside(out, file));
  const isThere = existsSync(out);
  const isKnown = !existsSync(join(out, "results.json"));
  if (isThere && isKnown) written.note(out, []);
  return { out, files: files.length, isKnown, isThere };
}
