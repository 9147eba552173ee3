/**
 * What grading a class came to, as data: the one thing that the report and all exports are made from.
 */
import type { Verdict } from "../verdict/verdict.ts";
import type { Remark } from "./collect/remarks.ts";
import type { NoGrade } from "./no-grade.ts";

export const CLASS_SCHEMA = "chainrule/class@1";

/** An exercise of the course as it was graded. */
export interface ClassExercise {
  /** `ex10-mse-gradients`. */
  readonly slug: string;
  readonly title: string;
  readonly maxScore: number;
  /** Name of the derivation page, without its ending. */
  readonly derivation: string;
  /** When it is due, ISO 8601; absent where there is no date. */
  readonly due?: string;
}

/** Why there is no verdict on an exercise of a student. */
export type Absence =
  /** The submission holds no such file. */
  | "missing"
  /** Something is there, and was not taken as the work: a link, too large, a copy's name …; `problem` says what. */
  | "refused"
  /** Nobody can tell which submission is this student's: no grade, and none of nothing. */
  | "unclear"
  /** The judge could not judge: a fault of ours or of the machine, to be graded again. Never a grade, nor a 0. */
  | "not judged";

/** What lateness took away. */
export interface Lateness {
  /** Whole days begun after due date, grace and extension. */
  readonly daysLate: number;
  /** Points that the policy takes away, at most the score. */
  readonly deduction: number;
  /** The rule in words: "10 % a day, 2 days late". */
  readonly reason: string;
  /** Days of the budget that were spent, and the points that they saved; absent where none was. */
  readonly lateDays?: number;
  readonly saved?: number;
}

/** Points without what adding up decimals leaves behind. */
export const hundredths = (points: number): number => Math.round(100 * points) / 100;

/** An instructor's own score, kept apart from the graded one and shown as such. At most two decimals. */
export interface Override {
  readonly score: number;
  readonly reason: string;
}

/** A grade that was published and is not lowered. */
export interface Published {
  readonly score: number;
  readonly maxScore: number;
  /** What this grading gives instead. */
  readonly now: number;
  /** When it was graded, ISO 8601. */
  readonly at: string;
}

/** One exercise of one student. */
export interface ExerciseResult {
  readonly slug: string;
  readonly verdict?: Verdict;
  readonly absence?: Absence;
  /** One line on what stood in the way: a refused file, a fault. */
  readonly problem?: string;
  /** When the graded file was handed in, ISO 8601, where known. */
  readonly submittedAt?: string;
  /** Which of several attempts counts: its folder, its place from 1, and of how many; absent for a single one. */
  readonly attempt?: { readonly name: string; readonly place: number; readonly of: number };
  /** The checks of each attempt that was judged, a letter each (`ppfs`); there only where there are several. */
  readonly tries?: readonly string[];
  readonly lateness?: Lateness;
  readonly override?: Override;
  /** Points that were published before and stay, since this grading gives fewer; `score` is what they are now worth. */
  readonly published?: Published;
  /** Why the exercise is not asked of this student: it counts neither as points nor as possible points. */
  readonly excused?: string;
  /** Points out of the verdict, 0 where there was nothing to judge; absent where the judge could not judge. */
  readonly graded?: number;
  /**
   * Points that count: graded less the deduction, or the override. Absent where there is no grade:
   * whoever needs a number has to say what stands in its place.
   */
  readonly score?: number;
  /** Why there is no grade; there if and only if there is no score. */
  readonly noGrade?: NoGrade;
  readonly maxScore: number;
}

/** A student as far as roster and folder tell. */
export interface StudentName {
  /** The name of the folder, as it is on disk; members of a group share one. */
  readonly folder: string;
  /** The name of the group that the submission belongs to. */
  readonly group?: string;
  /** The roster's identifier, and everything that it says besides; absent without a match. */
  readonly identifier?: string;
  readonly name?: string;
  readonly github?: string;
  readonly email?: string;
  /** The row of the roster file, by its own header: exports copy these columns unchanged. */
  readonly roster?: Readonly<Record<string, string>>;
}

/** What tells students apart, also within a group. */
export const keyOf = ({ folder, group, identifier }: StudentName): string =>
  group === undefined ? folder : `${folder}/${identifier ?? ""}`;

/** What is known of the points: those of the exercises that have a grade. */
export const knownPoints = ({ exercises }: Pick<StudentResult, "exercises">): number =>
  hundredths(exercises.reduce((sum, { score }) => sum + (score ?? 0), 0));

/** Points that could be had in the exercises that have a grade. */
export const knownMost = ({ exercises }: Pick<StudentResult, "exercises">): number =>
  exercises.reduce((sum, { score, maxScore }) => sum + (score === undefined ? 0 : maxScore), 0);

/** A budget of days that may be late without cost. */
export interface LateDaysLeft {
  /** With what was given in addition. */
  readonly of: number;
  readonly used: number;
  /** Whose it is. */
  readonly per: "person" | "group";
}

/** A note of the instructor to the student, in Markdown. */
export interface Comment {
  /** The exercise that it is on; absent where it is on the whole. */
  readonly slug?: string;
  readonly text: string;
}

export interface StudentResult extends StudentName {
  readonly exercises: readonly ExerciseResult[];
  /** Of the exercises that are asked of this student; absent where one of them has no grade, or none is asked. */
  readonly score?: number;
  /** The gravest reason among the exercises; there if and only if there is no score. */
  readonly noGrade?: NoGrade;
  readonly maxScore: number;
  /** Absent where the policy knows none. */
  readonly lateDays?: LateDaysLeft;
  /** Absent where there are none. */
  readonly comments?: readonly Comment[];
  /** What was found in the folder and what was done with it, one line each, the gravest first. */
  readonly remarks: readonly Remark[];
  /** No file of the folder could be graded, for example because the folder vanished. */
  readonly problem?: string;
}

/** How folders and roster were matched. */
export interface RosterMatch {
  /** Where the roster came from. */
  readonly format: "classroom" | "canvas" | "moodle" | "simple";
  readonly matched: readonly { readonly folder: string; readonly identifier: string; readonly by: string }[];
  readonly ambiguous: readonly { readonly folder: string; readonly candidates: readonly string[] }[];
  /** Folders that no row names. */
  readonly unmatchedFolders: readonly string[];
  /** Rows that no folder surely belongs to. They are in `students` as well, with every exercise missing or unclear. */
  readonly unmatchedRows: readonly string[];
  /** Submissions of several rows, with their identifiers. */
  readonly groups?: readonly {
    readonly name: string;
    readonly folder: string;
    readonly members: readonly string[];
  }[];
  /** What there is to say about the table as a whole, one line each. */
  readonly remarks?: readonly string[];
  /** The columns of a Canvas export that results go into, by their headers: of the total, and of exercises by slug. */
  readonly assignments?: { readonly total?: string; readonly exercises: Readonly<Record<string, string>> };
}

/** Two submissions of one exercise that share what the stub does not give. Evidence, never a verdict. */
export interface SimilarPair {
  readonly slug: string;
  readonly folders: readonly [string, string];
  /** Share of the fingerprints that both have, from 0 to 1; of a derivation, of its lines. */
  readonly similarity: number;
  /** How many tokens in a row are the same, at most; of a derivation, how many words between its lines. */
  readonly longest: number;
  /** Of a derivation: what speaks for it, in words. */
  readonly evidence?: string;
  /** Lines that agree, in each of the two files, from 1, both ends included. */
  readonly fragments: readonly {
    readonly left: { readonly from: number; readonly to: number; readonly text: string };
    readonly right: { readonly from: number; readonly to: number; readonly text: string };
  }[];
}

export interface ClassResults {
  readonly schema: typeof CLASS_SCHEMA;
  readonly title: string;
  /** ISO 8601, UTC. */
  readonly gradedAt: string;
  readonly seed: number;
  /** Version of the course, and the digest of grader and exercises that verdicts were made with. */
  readonly course: { readonly version: string; readonly digest: string };
  readonly exercises: readonly ClassExercise[];
  /** Sorted by folder. */
  readonly students: readonly StudentResult[];
  readonly roster?: RosterMatch;
  /** The late policy in one sentence; absent where there is none. */
  readonly policy?: string;
  /** What lies beside the submissions and is none, and what was assumed of folders; absent where nothing is. */
  readonly beside?: readonly string[];
  readonly similar: readonly SimilarPair[];
  readonly box: { readonly inForce: readonly string[]; readonly missing: readonly string[] };
}

/**
 * A part of the results while it is made. Its optional fields are set one by one: where two objects are spread into
 * one, the engine describes the shape of each result for itself, which takes more memory than the result.
 */
export type Growing<T> = { -readonly [K in keyof T]: T[K] };
