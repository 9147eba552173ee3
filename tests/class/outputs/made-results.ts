/**
 * Results of a class that nobody graded: drawn from a seed, consistent in themselves, with everything that a real
 * class has. Students differ in how far they come, and each exercise has mistakes of its own.
 */
import { gravest } from "../../../grader/class/no-grade.ts";
import {
  type ClassExercise,
  type ClassResults,
  type ExerciseResult,
  knownPoints,
  type SimilarPair,
  type StudentResult,
} from "../../../grader/class/results.ts";
import type { Verdict } from "../../../grader/verdict/verdict.ts";
import { checksOf, mistakes } from "./made-checks.ts";

/** Numbers from 0 to 1 (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const names = ["Ada", "Émile", "Ōtani", "李", "Zoë", "Noor", "Björk", "Sofia", "Kwame", "Ingrid"];
const families = ["Lovelace", "Noether", "Gauß", "Nakamura", "O’Neill", "Kovalevskaya", "Ramanujan"];

export const madeExercise = (i: number): ClassExercise => ({
  slug: `ex${String(i + 1).padStart(2, "0")}-task-${i + 1}`,
  title: `Task ${i + 1}: the gradient of loss ${i + 1}`,
  maxScore: 20,
  derivation: `loss-${i + 1}`,
  ...(i % 4 === 0 ? { due: "2026-11-20T23:59:00.000Z" } : {}),
});

export interface MadeClass {
  readonly seed: number;
  readonly students: number;
  readonly exercises: number;
  readonly roster?: "canvas" | "moodle" | "simple";
}

/** Every fifth student forgets 1/n in the second exercise, so that a class has something in common. */
export function madeResults({ seed, students, exercises, roster }: MadeClass): ClassResults {
  const random = randomFrom(seed);
  const course = Array.from({ length: exercises }, (_, i) => madeExercise(i));
  const all = Array.from({ length: students }, (_, s) => madeStudent(s, course, seed, random, roster));
  all.sort((a, b) => (a.folder < b.folder ? -1 : 1));
  return {
    schema: "chainrule/class@1",
    title: "Week 3: gradients",
    gradedAt: "2026-11-25T04:10:00.000Z",
    seed,
    course: { version: "0.1.0", digest: "0123456789abcdef".repeat(4) },
    exercises: course,
    students: all,
    ...(roster === undefined
      ? {}
      : {
          roster: {
            format: roster,
            matched: all.flatMap(({ folder, identifier }) =>
              identifier === undefined ? [] : [{ folder, identifier, by: "GitHub login" }],
            ),
            ambiguous: [{ folder: "anna", candidates: ["anna.a", "anna.b"] }],
            unmatchedFolders: all.filter((each) => each.identifier === undefined).map(({ folder }) => folder),
            unmatchedRows: ["nobody@example.org"],
          },
        }),
    policy: "10 % a day from the due date on, at most 50 %.",
    similar: students < 2 ? [] : [madePair(course[0]!.slug, all[0]!.folder, all[1]!.folder)],
    box: { inForce: ["child process", "vm context", "permission model"], missing: ["bubblewrap"] },
  };
}

function madeStudent(
  s: number,
  course: readonly ClassExercise[],
  seed: number,
  random: () => number,
  roster: MadeClass["roster"],
): StudentResult {
  const folder = `student-${String(s).padStart(4, "0")}`;
  const ability = random();
  const exercises = course.map((exercise, e) =>
    madeResult(exercise, e, ability - (0.7 * e) / course.length, s, seed, random),
  );
  const noGrade = gravest(exercises.map((each) => each.noGrade));
  const name = `${names[s % names.length]} ${families[(s * 3) % families.length]} ${s}`;
  const isMatched = roster !== undefined && s % 17 !== 3;
  return {
    folder,
    ...(isMatched
      ? {
          identifier: `id${s}`,
          name,
          github: folder,
          email: `${folder}@example.org`,
          roster: rosterRow(roster, s, name),
        }
      : {}),
    exercises,
    ...(noGrade === undefined ? { score: knownPoints({ exercises }) } : { noGrade }),
    maxScore: exercises.reduce((sum, { maxScore }) => sum + maxScore, 0),
    remarks: s % 11 === 0 ? [{ kind: "ignored", text: "node_modules: ignored" }] : [],
    ...(s % 97 === 5 ? { problem: "the folder vanished while it was read" } : {}),
  };
}

function rosterRow(format: MadeClass["roster"], s: number, name: string): Record<string, string> {
  const [first = "", ...rest] = name.split(" ");
  if (format === "canvas")
    return {
      Student: `${rest.join(" ")}, ${first}`,
      ID: String(9000 + s),
      "SIS User ID": `sis${s}`,
      "SIS Login ID": `id${s}`,
      Section: "A",
    };
  if (format === "moodle")
    return {
      "First name": first,
      Surname: rest.join(" "),
      "ID number": `id${s}`,
      Institution: "",
      Department: "Maths",
      "Email address": `student-${String(s).padStart(4, "0")}@example.org`,
    };
  return { identifier: `id${s}`, name };
}

function madeResult(
  { slug, maxScore, title, derivation }: ClassExercise,
  e: number,
  ease: number,
  s: number,
  seed: number,
  random: () => number,
): ExerciseResult {
  const luck = ease + 0.6 * random();
  const base = { slug, maxScore };
  const forgets = e === 1 && s % 5 === 0;
  if (!forgets && luck < 0.06) return { ...base, absence: "missing", graded: 0, score: 0 };
  if (!forgets && random() < 0.004)
    return {
      ...base,
      absence: "refused",
      problem: "a symbolic link, which is not read",
      noGrade: "unreadable",
    };
  if (!forgets && random() < 0.002)
    return { ...base, absence: "not judged", problem: "the box did not start", noGrade: "not judged" };
  const kind = forgets ? "mistake" : luck > 0.45 ? "right" : luck > 0.2 ? "mistake" : "stub";
  const checks = ["lossDw", "lossDb"].flatMap((fn, f) =>
    checksOf(fn, kind === "mistake" && f === 1 && random() < 0.5 ? "right" : kind, {
      slug,
      derivation,
      seed,
      mistake: forgets ? mistakes[0] : mistakes[Math.floor(random() * mistakes.length)]!,
      draw: random(),
    }),
  );
  const graded = checks.reduce((sum, { points }) => sum + points, 0);
  const verdict: Verdict = {
    schema: "chainrule/verdict@1",
    exercise: slug,
    title,
    file: `exercises/${slug}/task.ts`,
    sha256: (s * 1000 + e).toString(16).padStart(64, "0"),
    seed,
    oracle: "cpu-f64",
    status: graded === maxScore ? "pass" : "fail",
    score: graded,
    maxScore,
    durationMs: Math.round(40 * random()),
    checks,
    ...(random() < 0.05 ? { output: "epoch 1\nepoch 2\n" } : {}),
    box: { inForce: ["vm context"], missing: [] },
  };
  const daysLate = random() < 0.1 ? 1 + Math.floor(3 * random()) : 0;
  const deduction = Math.min(graded, 2 * daysLate);
  const override =
    random() < 0.01 ? { score: Math.floor(maxScore * random()), reason: "oral exam, see notes" } : undefined;
  return {
    ...base,
    verdict,
    submittedAt: new Date(Date.UTC(2026, 10, 18 + daysLate, 12)).toISOString(),
    ...(random() < 0.1 ? { attempt: { name: "attempt-2", place: 2, of: 3 } } : {}),
    ...(daysLate > 0
      ? { lateness: { daysLate, deduction, reason: `10 % a day, ${daysLate} days late` } }
      : {}),
    ...(override === undefined ? {} : { override }),
    graded,
    score: override?.score ?? graded - deduction,
  };
}

const madePair = (slug: string, left: string, right: string): SimilarPair => ({
  slug,
  folders: [left, right],
  similarity: 0.93,
  longest: 120,
  fragments: [
    {
      left: { from: 4, to: 6, text: "let sum = 0;\nfor (const v of x)\n  sum += v < 1 ? v : 1;" },
      right: { from: 9, to: 11, text: "let total = 0;\nfor (const u of x)\n  total += u < 1 ? u : 1;" },
    },
  ],
});
