/** A class over a term: what the series of its executions and the newest results say together. */
import { isBegun } from "../../outputs/summary/state.ts";
import type { ClassResults } from "../../results.ts";
import { type Changes, changesBetween } from "../changes/changes.ts";
import { snapshotOf } from "../snapshot/of-results.ts";
import type { Snapshot } from "../snapshot/snapshot.ts";
import { whoNow } from "../snapshot/who.ts";
import { type Day, dateOf, dayOf } from "./day.ts";
import { Track } from "./track.ts";

export interface Term {
  /** Executions before this one. */
  readonly earlier: number;
  /** The oldest first; the last is that of these results. */
  readonly days: readonly Day[];
  /** Of each student, how many exercises of the report were passed at the end of each day; NaN before the first. */
  readonly progress: readonly Float32Array[];
  /** What moved since the last execution, or since the day that was asked for; absent with the first. */
  readonly changes?: Changes;
  /** These results, as the series keeps them. */
  readonly now: Snapshot;
  /** Of each student and exercise, by their indices. */
  readonly track: (student: number, exercise: number) => Track;
}

export interface TermOptions {
  /** From when on, in milliseconds. */
  readonly since?: number;
  /** Where days begin and end. */
  readonly zone: string;
}

/** @param before the executions before this one, the oldest first */
export function termOf(results: ClassResults, before: Iterable<Snapshot>, options: TermOptions): Term {
  const reader = new TermReader(results, options);
  let earlier = 0;
  let last: Snapshot | undefined;
  for (const snapshot of before) {
    // The same folder may have held the report of another week.
    if (!reader.concerns(snapshot)) continue;
    earlier++;
    reader.take(snapshot);
    const isBefore = options.since === undefined || Date.parse(snapshot.at) <= options.since;
    if (isBefore || last === undefined) last = snapshot;
  }
  const now = snapshotOf(results);
  reader.take(now);
  return {
    earlier,
    now,
    ...reader.finished(),
    ...(last === undefined ? {} : { changes: changesBetween(last, now, results.students) }),
  };
}

class TermReader {
  private readonly results: ClassResults;
  private readonly options: TermOptions;
  private readonly places: ReadonlyMap<string, number>;
  private readonly tracks: Track[][];
  private readonly days: Day[] = [];
  private readonly progress: number[][];

  constructor(results: ClassResults, options: TermOptions) {
    const { students, exercises } = results;
    this.results = results;
    this.options = options;
    this.places = new Map(exercises.map(({ slug }, e) => [slug, e]));
    this.tracks = students.map(() => exercises.map(() => new Track()));
    this.progress = students.map(() => []);
  }

  /** Whether it has an exercise of these results. */
  concerns({ exercises }: Snapshot): boolean {
    return exercises.some(({ slug }) => this.places.has(slug));
  }

  take(snapshot: Snapshot): void {
    const moment = Date.parse(snapshot.at);
    this.addDay(dayOf(snapshot, dateOf(snapshot.at, this.options.zone)));
    const columns = snapshot.exercises.map(({ slug }) => this.places.get(slug));
    const find = whoNow(this.results.students, snapshot.students);
    for (const who of snapshot.students) {
      const student = find(who);
      if (student === undefined) continue;
      let passed = 0;
      for (const [i, cell] of who.cells.entries()) {
        const e = columns[i];
        if (e === undefined) continue;
        if (cell.state === "passed") passed++;
        const { maxScore, checks } = snapshot.exercises[i]!;
        this.tracks[student]![e]!.take(cell, maxScore, checks, moment);
      }
      this.progress[student]![this.days.length - 1] = passed;
    }
  }

  /** Of several executions of a day the last one counts. */
  private addDay(day: Day): void {
    if (this.days.at(-1)?.date === day.date) this.days.pop();
    this.days.push(day);
  }

  finished(): Pick<Term, "days" | "progress" | "track"> {
    this.addSubmissionTimes();
    const { tracks } = this;
    const { since = Number.NEGATIVE_INFINITY } = this.options;
    // What held at that moment was found by the last execution before it.
    const from = Math.max(
      0,
      this.days.findLastIndex(({ at }) => Date.parse(at) <= since),
    );
    const days = this.days.slice(from);
    const progress = this.progress.map((own) => own.slice(from));
    return {
      days,
      progress: progress.map((own) =>
        Float32Array.from({ length: days.length }, (_, d) => own[d] ?? Number.NaN),
      ),
      track: (student, exercise) => tracks[student]![exercise]!,
    };
  }

  /** A file that falls short did so when it was handed in, though nobody had graded it yet. */
  private addSubmissionTimes(): void {
    for (const [s, { exercises }] of this.results.students.entries())
      for (const [e, result] of exercises.entries()) {
        const track = this.tracks[s]?.[e];
        if (track?.shortSince === undefined || track.hasPassed) continue;
        if (result.submittedAt === undefined || !isBegun(result)) continue;
        const handedIn = Date.parse(result.submittedAt);
        if (handedIn < track.shortSince) track.shortSince = handedIn;
      }
  }
}
