/**
 * Grades a derivation that a student has written: a check a line, one for the way and one for the end.
 *
 * Nothing of the student's runs, so there is no box. What the judge says is that lines are true at many points and go
 * on; it does not say that reasons are right.
 */
import type { Given } from "../derivation/written/given.ts";
import { judgeDerivation } from "../derivation/written/judge-derivation.ts";
import { linesOf, looksUnmarked } from "../derivation/written/lines-of.ts";
import type { DerivationReport, LineReport, LineStatus } from "../derivation/written/report.ts";
import type { DerivationExercise } from "../exercise/derivation.ts";
import { type Check, type Finding, SCHEMA, type Verdict } from "../verdict/verdict.ts";
import type { Submission } from "./grade.ts";
import { pointsOfDerivation } from "./points.ts";

export interface DerivationOptions {
  readonly seed: number;
  /** Whether this line has been told before: then the step of the page is named. */
  readonly isAgain?: boolean;
}

/** The verdict. Never throws on account of what is written. */
export function gradeDerivation(
  exercise: DerivationExercise,
  given: () => Given,
  submission: Submission,
  { seed, isAgain = false }: DerivationOptions,
): Verdict {
  const start = performance.now();
  const number = exercise.slug.split("-")[0] as string;
  const replay = `npm run grade ${number} -- --seed ${seed}`;
  let checks: readonly Check[] = [];
  let error: string | undefined;
  const points = pointsOfDerivation(exercise);
  try {
    const { source, garbled } = submission;
    if (garbled !== undefined)
      checks = [whole(points, { ...garbled, replay, code: "syntax-error", title: "NOT READ" })];
    else {
      const report = judgeDerivation(given(), source, seed);
      checks = isNotBegun(report)
        ? [notBegun(points, source, replay)]
        : checksOf(report, exercise, replay, isAgain);
    }
  } catch (fault) {
    error = fault instanceof Error ? `${fault.name}: ${fault.message}` : String(fault);
  }
  return {
    schema: SCHEMA,
    exercise: exercise.slug,
    title: exercise.title,
    file: submission.file,
    sha256: submission.sha256,
    seed,
    oracle: "cpu-f64",
    status: error !== undefined ? "error" : checks.every(({ status }) => status === "pass") ? "pass" : "fail",
    score: checks.reduce((sum, check) => sum + check.points, 0),
    maxScore: points,
    durationMs: Math.round(performance.now() - start),
    checks,
    ...(error === undefined ? {} : { error }),
    box: { inForce: [], missing: [] },
  };
}

/** One check for all that is worth something. */
const whole = (maxPoints: number, finding: Finding): Check => ({
  id: "derivation/line",
  function: "derivation",
  kind: "line",
  title: "lines that follow from each other",
  status: "fail",
  points: 0,
  maxPoints,
  cases: 0,
  finding,
});

/** Whether there is no more than the line that the file begins with. */
const isNotBegun = ({ lines }: DerivationReport): boolean =>
  lines.every(({ status, text }) => status === "unfinished" && /=\s*$/.test(text));

function notBegun(points: number, source: string, replay: string): Check {
  const isThere = looksUnmarked(source);
  const first = linesOf(source)[0];
  return whole(points, {
    code: isThere ? "syntax-error" : "not-implemented",
    title: isThere ? "NO LINES" : "NOT IMPLEMENTED",
    message: isThere
      ? "There are formulas, and none is marked as a line: write each between $$ and $$."
      : "No line is written yet: write each between $$ and $$.",
    replay,
    ...(first === undefined ? {} : { line: first.line }),
  });
}

/** Points for the end, of all; the rest is shared by the lines. */
const END = 0.3;

function checksOf(
  report: DerivationReport,
  exercise: DerivationExercise,
  replay: string,
  isAgain: boolean,
): Check[] {
  const points = pointsOfDerivation(exercise);
  const ends = Math.round(END * points);
  const counting = report.lines.filter(({ status }) => status !== "idle" && status !== "name");
  const shares = Math.max(counting.length + idleForms(report), exercise.lines);
  const share = (k: number): number =>
    Math.floor(((k + 1) * (points - ends)) / shares) - Math.floor((k * (points - ends)) / shares);
  let k = 0;
  const lines = report.lines.map((line, i) =>
    checkOf(line, i, counting.includes(line) ? share(k++) : 0, { exercise, replay, isAgain }),
  );
  // Lines that are still to be written are worth what a line is worth.
  const missing = Array.from({ length: shares - k }, (_, j) => share(k + j)).reduce(
    (sum, one) => sum + one,
    0,
  );
  const last = report.lines.findLast(({ line }) => line !== undefined)?.line;
  const place = last === undefined ? {} : { line: last };
  // A wrong line has been told, and what comes of it is not told again.
  const above = lines.some(({ status }) => status !== "pass") ? "waits for the lines above" : undefined;
  const { end, way } = report;
  return [
    ...lines,
    closing(
      "way",
      "as many steps as are asked for",
      missing,
      way.isLongEnough,
      { code: "not-allowed", title: "STEPS MISSING", message: way.says, replay, ...place },
      above ?? (end.isReached ? undefined : "waits for the end"),
    ),
    closing(
      "end",
      "the last line is what was asked for",
      ends,
      end.isReached,
      { code: "wrong-value", title: "NOT THE END", message: end.says, replay, ...place },
      above,
    ),
  ];
}

/** Lines that hold, and take the place of steps that are asked for: those are still to be written. */
function idleForms({ lines, way }: DerivationReport): number {
  const holding = lines.filter(({ status }) => status === "holds").length;
  return Math.max(0, Math.min(holding, way.of) - way.steps);
}

function closing(
  name: "way" | "end",
  title: string,
  maxPoints: number,
  passes: boolean,
  finding: Finding,
  waits?: string,
): Check {
  const about = { id: `${name}/line`, function: name, kind: "line", title, maxPoints, cases: 1 } as const;
  if (passes) return { ...about, status: "pass", points: maxPoints };
  return waits === undefined
    ? { ...about, status: "fail", points: 0, finding }
    : { ...about, status: "skipped", points: 0, reason: waits };
}

interface About {
  readonly exercise: DerivationExercise;
  readonly replay: string;
  readonly isAgain: boolean;
}

function checkOf(line: LineReport, i: number, maxPoints: number, about: About): Check {
  const name = `line ${i + 1}`;
  const whatFor = {
    id: `${name}/line`,
    function: name,
    kind: "line",
    title: "follows and goes on",
    cases: 1,
  } as const;
  const place = line.line === undefined ? {} : { line: line.line };
  switch (line.status) {
    case "holds":
    case "idle":
    case "name":
      return { ...whatFor, status: "pass", points: maxPoints, maxPoints };
    case "follows":
      return { ...whatFor, status: "skipped", points: 0, maxPoints, reason: line.says };
    case "undecided":
      return { ...whatFor, ...place, status: "inconclusive", points: 0, maxPoints, reason: line.says };
    default:
      return { ...whatFor, ...place, status: "fail", points: 0, maxPoints, finding: findingOf(line, about) };
  }
}

type Short = Exclude<LineStatus, "holds" | "idle" | "name" | "follows" | "undecided">;

const SHORT: Readonly<Record<Short, readonly [Finding["code"], string]>> = {
  false: ["wrong-value", "DOES NOT HOLD"],
  empty: ["not-allowed", "SAYS NOTHING"],
  circle: ["not-allowed", "A CIRCLE"],
  jump: ["not-allowed", "A JUMP"],
  unfinished: ["syntax-error", "NOT FINISHED"],
  unread: ["syntax-error", "NOT READ"],
};

function findingOf(line: LineReport, { exercise, replay, isAgain }: About): Finding {
  const [code, title] = SHORT[line.status as Short];
  const { slip, place } = line;
  const part = place === undefined ? "" : line.text.slice(place.from, place.to);
  const isPart = part !== "" && part !== line.text && code === "syntax-error";
  return {
    code,
    title,
    message: [
      line.says,
      ...(slip === undefined ? [] : [slip.says]),
      ...(isPart ? [`It is about ${part}`] : []),
    ].join("\n"),
    replay,
    ...(line.line === undefined ? {} : { line: line.line, lineText: line.text }),
    ...(slip === undefined
      ? {}
      : {
          mistake: slip.id,
          cause: { id: slip.id, kind: "mistake", says: slip.says, matched: 1, of: 1 },
          ...(isAgain ? { read: `${exercise.page}#step-${slip.step}` } : {}),
        }),
  };
}
