/** The whole way from a folder of submissions to what a class came to. */
import { join } from "node:path";
import { aboutExercise } from "../course/about.ts";
import { absentStudent, type Grounds, studentResults } from "./assemble.ts";
import { shownLine } from "./collect/remarks.ts";
import { byName, type Submissions } from "./collect/submissions.ts";
import { similarIn } from "./compare.ts";
import { makeFolder } from "./make-folder.ts";
import { type Policy, type PolicyText, policyOf, sentenceOf } from "./policy/policy.ts";
import { readExtensions, readMoreLateDays, readOverrides, readTimes } from "./policy/tables.ts";
import { CLASS_SCHEMA, type ClassExercise, type ClassResults, type StudentResult } from "./results.ts";
import { type Absent, type ClassList, folderList, rosterList } from "./roster/class-list.ts";
import type { Worksheet } from "./roster/worksheet.ts";
import { digestOf } from "./run/course-digest.ts";
import { type Graded, gradeClass, type Progress } from "./run/grade-class.ts";
import type { Runner, Terms } from "./run/job.ts";
import { Journal } from "./run/journal.ts";
import { takeLock } from "./run/lock.ts";
import { VerdictShelf } from "./run/verdict-shelf.ts";
import { Fingerprints } from "./similar/fingerprints.ts";
import { type Comments, readComments, withComments } from "./term/comments/read.ts";
import { Series } from "./term/history/series.ts";
import { sinceOf } from "./term/history/since.ts";
import { type Term, type TermOptions, termOf } from "./term/history/term.ts";
import { type Regrade, regraded } from "./term/regrade/regrade.ts";
import type { Snapshot } from "./term/snapshot/snapshot.ts";

export interface ClassOptions {
  readonly title: string;
  readonly version: string;
  readonly submissions: Submissions;
  readonly slugs: readonly string[];
  readonly state: string;
  readonly policy: PolicyText;
  /** False where the title comes from the name of a folder. */
  readonly isTitleTyped?: boolean;
  readonly roster?: string;
  /** What the roster's columns hold, where nobody can know it. */
  readonly columns?: string;
  readonly times?: string;
  readonly extensions?: string;
  readonly overrides?: string;
  readonly force?: boolean;
  /** Nothing is added to the series. */
  readonly isTrial: boolean;
  readonly signal: AbortSignal;
  readonly box: ClassResults["box"];
  /** The seed that was asked for; without one, that of the last run, else `drawn`. */
  readonly seed?: number;
  readonly drawn: number;
  readonly terms: Omit<Terms, "seed">;
  readonly runner: () => Runner;
  readonly show?: (progress: Progress) => void;
  /** A folder of notes to students. */
  readonly comments?: string;
  /** What was published, and whether it may become less. */
  readonly published?: Snapshot;
  readonly mayLower?: boolean;
  /** From when on the term is shown, as it was typed. */
  readonly since?: string;
}

export interface ClassReport {
  readonly results: ClassResults;
  /** The roster, where it is a worksheet that Moodle takes back. */
  readonly worksheet?: Worksheet;
  readonly term: Term;
  /** There where it is compared with what was published. */
  readonly regrade?: Regrade;
  /** Notes that reach nobody, and why. */
  readonly lostComments: readonly string[];
  /** Files of earlier executions that cannot be read, and why. */
  readonly lostHistory: readonly string[];
  /** Files judged in this run, files whose verdict was there already, and files that could not be judged. */
  readonly fresh: number;
  readonly known: number;
  readonly faults: number;
  /** Damaged lines of the journal. */
  readonly damaged: number;
}

/** Clocks of machines that share a folder may differ as much. */
const SKEW_MS = 600_000;

/** Everything that is read before anything is graded: what is wrong with it is said at once. */
interface Given {
  readonly exercises: readonly ClassExercise[];
  readonly policy: Policy;
  readonly list: ClassList;
  readonly grounds: Omit<Grounds, "verdictOf">;
  readonly term: TermOptions;
  readonly comments: Comments;
}

/**
 * Grades a class and hands the report to `use` while the run still has its folder to itself.
 *
 * @throws Unusable for what the instructor can mend
 */
export async function reportClass(
  options: ClassOptions,
  use: (report: ClassReport) => Promise<void> | void,
): Promise<void> {
  const given = await readGiven(options);
  makeFolder(options.state);
  const unlock = takeLock(join(options.state, "lock"));
  try {
    const series = new Series(options.state);
    const report = await reportOf(options, given, series);
    await use(report);
    if (!options.isTrial) series.append(report.term.now);
  } finally {
    unlock();
  }
}

async function reportOf(options: ClassOptions, given: Given, series: Series): Promise<ClassReport> {
  const fingerprints = new Fingerprints();
  const { students, seed, hasCommits, ...counts } = await gradedStudents(options, given, fingerprints);
  const { exercises, policy, list } = given;
  const { beside } = options.submissions;
  const sentence = sentenceOf(policy, options.policy);
  const caveat =
    hasCommits && policy.due.size > 0 && options.times === undefined
      ? " Times are those of commits, which students set themselves."
      : "";
  const graded: ClassResults = {
    schema: CLASS_SCHEMA,
    title: options.title,
    gradedAt: new Date().toISOString(),
    seed,
    course: { version: options.version, digest: digestOf(options.terms.course) },
    exercises,
    students,
    ...(list.match === undefined ? {} : { roster: list.match }),
    ...(sentence === undefined ? {} : { policy: `${sentence}${caveat}` }),
    ...(beside.length === 0 ? {} : { beside: beside.map(shownLine) }),
    similar: await similarIn(options.submissions, options.slugs, students, fingerprints),
    box: options.box,
  };
  const { worksheet } = list;
  const { published, mayLower = false } = options;
  const compared = published && regraded(graded, published, mayLower);
  const { comments } = given;
  const results = withComments(compared?.results ?? graded, comments);
  const term = termOf(results, series.snapshots(Date.now() + SKEW_MS), given.term);
  const { damaged: lostHistory } = series;
  const { regrade } = compared ?? {};
  return {
    results,
    term,
    lostHistory,
    lostComments: comments.lost,
    ...(regrade && { regrade }),
    ...(worksheet === undefined ? {} : { worksheet }),
    ...counts,
  };
}

interface GradedStudents
  extends Omit<ClassReport, "results" | "worksheet" | "term" | "regrade" | "lostHistory" | "lostComments"> {
  readonly students: readonly StudentResult[];
  readonly seed: number;
  /** Whether the time of a submission is known from a commit. */
  readonly hasCommits: boolean;
}

/** With the end of this function, all that grading remembers of each file is let go: the rest needs the memory. */
async function gradedStudents(
  options: ClassOptions,
  { list, grounds }: Given,
  fingerprints: Fingerprints,
): Promise<GradedStudents> {
  const journal = new Journal(join(options.state, "journal.jsonl"));
  try {
    const seed = options.seed ?? journal.seed ?? options.drawn;
    journal.noteSeed(seed);
    const { records, faults, fresh, known } = await gradeAll(options, journal, seed);
    journal.sync();
    const shelf = new VerdictShelf();
    const verdictOf: Grounds["verdictOf"] = ({ key, sha256 }) => {
      const fault = faults.get(key);
      if (fault !== undefined) return fault;
      const { verdict, fingerprints: taken } = journal.get(key);
      if (taken !== undefined) fingerprints.take(sha256, () => taken);
      return shelf.share(verdict, sha256);
    };
    const all: Grounds = { ...grounds, verdictOf };
    const students = [
      ...records.flatMap((record) => studentResults(list.namesOf(record.folder), record, all)),
      ...list.absent.map((each) =>
        absentStudent(doubted(each, list, all.policy, options.submissions.strays), all),
      ),
    ].sort(byName);
    const hasCommits = records.some(({ attempts }) => attempts.some((a) => a.committedAt !== undefined));
    return { students, seed, hasCommits, fresh, known, faults: faults.size, damaged: journal.damaged };
  } finally {
    journal.close();
  }
}

/** A zero is for nobody whose work may be in a folder that no row names, or beside all folders. */
function doubted(
  absent: Absent,
  { match }: ClassList,
  { missing }: Policy,
  strays: readonly string[],
): Absent {
  const left = [...(match?.unmatchedFolders ?? []), ...strays];
  if (missing === "blank" || absent.absence !== "missing" || left.length === 0) return absent;
  const some = `${left.slice(0, 3).join(", ")}${left.length > 3 ? " …" : ""}`;
  return { ...absent, absence: "unclear", problem: `no folder is surely this student's; nobody has ${some}` };
}

async function gradeAll(options: ClassOptions, journal: Journal, seed: number): Promise<Graded> {
  const runner = options.runner();
  const { submissions, slugs, terms, signal, force, show } = options;
  try {
    return await gradeClass({
      submissions,
      slugs,
      terms: { ...terms, seed },
      journal,
      runner,
      signal,
      ...(force === undefined ? {} : { force }),
      ...(show === undefined ? {} : { show }),
    });
  } finally {
    runner.close();
  }
}

async function readGiven(options: ClassOptions): Promise<Given> {
  const { submissions, slugs } = options;
  const policy = policyOf(options.policy, slugs);
  const exercises = await Promise.all(slugs.map((slug) => exerciseOf(slug, policy, options.terms.points)));
  const { prefix, handedInBy } = submissions;
  const zone = policy.zone ?? "UTC";
  const since = options.since === undefined ? undefined : sinceOf(options.since, zone);
  const listed = {
    folders: submissions.all.map(({ folder }) => folder),
    handedInBy,
    exercises,
    title: { text: options.title, isTyped: options.isTitleTyped === true },
    ...(prefix === undefined ? {} : { prefix }),
  };
  const list =
    options.roster === undefined ? folderList(listed) : rosterList(options.roster, options.columns, listed);
  const { find } = list;
  const maxScores = new Map(exercises.map(({ slug, maxScore }) => [slug, maxScore]));
  const { times, extensions, overrides } = options;
  const own = overrides === undefined ? new Map() : readOverrides(overrides, find, maxScores);
  return {
    exercises,
    policy,
    list,
    comments:
      options.comments === undefined ? { all: new Map(), lost: [] } : readComments(options.comments, find),
    term: { zone, ...(since === undefined ? {} : { since }) },
    grounds: {
      exercises,
      policy,
      times: times === undefined ? new Map() : readTimes(times, find, policy.zone),
      extensions: extensions === undefined ? new Map() : readExtensions(extensions, find, policy.zone),
      overrides: withExcused(own, list.excused),
      moreLateDays: extensions === undefined ? new Map() : readMoreLateDays(extensions, find),
    },
  };
}

/** What the instructor decides by hand counts before what the gradebook says. */
function withExcused(own: Grounds["overrides"], excused: ClassList["excused"]): Grounds["overrides"] {
  const all = new Map(excused);
  for (const [key, decisions] of own) all.set(key, new Map([...(excused.get(key) ?? []), ...decisions]));
  return all;
}

async function exerciseOf(slug: string, policy: Policy, points: Terms["points"]): Promise<ClassExercise> {
  const exercise = await aboutExercise(slug, points);
  const due = policy.due.get(slug);
  return {
    slug,
    title: exercise.title,
    maxScore: exercise.points,
    derivation: exercise.derivation,
    ...(due === undefined ? {} : { due: new Date(due).toISOString() }),
  };
}
