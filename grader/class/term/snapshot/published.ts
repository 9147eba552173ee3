/**
 * What was published: the snapshot of an earlier report, out of its folder, its results.json, or a file of the series.
 * Line by line, since the results of a large class are more than should be in memory at once.
 */
import { closeSync, openSync, readFileSync, readSync, statSync } from "node:fs";
import { join } from "node:path";
import { StringDecoder } from "node:string_decoder";
import { CLASS_SCHEMA, type ClassResults, type StudentResult } from "../../results.ts";
import { Unusable } from "../../usage.ts";
import { learn, studentOf } from "./of-results.ts";
import type { Snapshot } from "./snapshot.ts";
import { Damaged, HISTORY_SCHEMA, snapshotIn } from "./text.ts";

const EXPECTED = "the folder of an earlier report, or its results.json, expected";

/** @throws Unusable unless it is one of these */
export function readPublished(path: string): Snapshot {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) throw new Unusable(`--compare ${path}: ${EXPECTED}; there is nothing`);
  const file = stats.isDirectory() ? join(path, "results.json") : path;
  if (!statSync(file, { throwIfNoEntry: false })?.isFile())
    throw new Unusable(`--compare ${path}: ${EXPECTED}; there is no results.json in it`);
  try {
    const lines = linesOf(file);
    const first = lines.next();
    const head = first.done ? "" : first.value;
    if (head.startsWith(`{"schema":"${HISTORY_SCHEMA}"`)) return snapshotIn(readFileSync(file, "utf8"));
    return head.endsWith('"students":[')
      ? fromLines(`${head}]}`, lines)
      : fromText(readFileSync(file, "utf8"));
  } catch (error) {
    if (error instanceof Damaged || error instanceof SyntaxError || error instanceof TypeError)
      throw new Unusable(`--compare ${file}: ${EXPECTED}; it is neither, or it is damaged`);
    throw error;
  }
}

type Head = Omit<ClassResults, "students">;

function begun(head: Head) {
  if (head.schema !== CLASS_SCHEMA) throw new Damaged("another schema");
  const { gradedAt: at, title, seed, course, exercises } = head;
  return {
    ...{ at, title, seed, digest: course.digest },
    exercises: exercises.map(({ slug, maxScore }) => ({ slug, maxScore, checks: [] as string[] })),
  };
}

/** A student a line, as a report writes them: each but the last ends with a comma. */
function fromLines(head: string, lines: Iterable<string>): Snapshot {
  const snapshot = begun(JSON.parse(head) as Head);
  const students = [];
  let isWhole = false;
  for (const line of lines) {
    isWhole = line === "]}";
    if (isWhole || line === "") continue;
    const student = JSON.parse(line.replace(/,$/, "")) as StudentResult;
    learn(snapshot.exercises, student);
    students.push(studentOf(student, snapshot.exercises));
  }
  if (!isWhole) throw new Damaged("cut off");
  return { ...snapshot, students };
}

/** The same after another program has laid it out. */
function fromText(text: string): Snapshot {
  const results = JSON.parse(text) as ClassResults;
  const snapshot = begun(results);
  for (const student of results.students) learn(snapshot.exercises, student);
  return { ...snapshot, students: results.students.map((student) => studentOf(student, snapshot.exercises)) };
}

const PIECE = 1 << 20;

function* linesOf(path: string): Generator<string> {
  const file = openSync(path, "r");
  try {
    const decoder = new StringDecoder("utf8");
    const piece = Buffer.allocUnsafe(PIECE);
    let rest = "";
    for (let n = readSync(file, piece); n > 0; n = readSync(file, piece)) {
      const lines = (rest + decoder.write(piece.subarray(0, n))).split("\n");
      rest = lines.pop()!;
      yield* lines;
    }
    if (rest !== "") yield rest;
  } finally {
    closeSync(file);
  }
}
