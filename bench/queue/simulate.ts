/** The last hour before a deadline: students hand in ever more often, workers take one file after another. */
import { type Random, random } from "../../reference/randomness/random.ts";

export interface Hour {
  /** Files that students hand in within the hour. */
  readonly files: number;
  /** Minutes in which the rate of handing in grows e-fold. */
  readonly growthMinutes: number;
  /** How long a file takes a worker, in seconds: drawn from these with equal chances. */
  readonly seconds: readonly number[];
  readonly workers: number;
  /** Whether workers that are idle take files of a regrade, which never run out. */
  readonly hasRegrade: boolean;
  readonly seed: number;
}

export interface Waits {
  /** Seconds from handing in to the verdict. */
  readonly median: number;
  readonly p95: number;
  readonly p99: number;
  readonly longest: number;
  /** Seconds after the deadline at which the last verdict is there. */
  readonly late: number;
  /** Share of the workers' hour that went to students. */
  readonly busy: number;
}

const HOUR = 3600;

export function simulate({ files, growthMinutes, seconds, workers, hasRegrade, seed }: Hour): Waits {
  const rng = random(seed, "bench/last-hour");
  const draw = (): number => seconds[Math.floor(seconds.length * rng())] ?? 0;
  const free = new Heap(workers);
  const waits = new Float64Array(files);
  let late = 0;
  let work = 0;
  for (const [i, at] of arrivals(files, 60 * growthMinutes, rng).entries()) {
    // A worker is not taken from a file that it has begun: all have one when this student comes.
    if (hasRegrade) while (free.least < at) free.replaceLeast(free.least + draw());
    const service = draw();
    const end = Math.max(at, free.least) + service;
    free.replaceLeast(end);
    waits[i] = end - at;
    work += service;
    late = Math.max(late, end - HOUR);
  }
  waits.sort();
  const share = (q: number): number => waits[Math.min(files - 1, Math.floor(q * files))] ?? 0;
  return {
    ...{ median: share(0.5), p95: share(0.95), p99: share(0.99), longest: share(1) },
    ...{ late, busy: work / (HOUR * workers) },
  };
}

/** Times within the hour, in order, with a density that grows as exp(t/growth). */
function arrivals(count: number, growth: number, rng: Random): Float64Array {
  const least = Math.exp(-HOUR / growth);
  return Float64Array.from(
    { length: count },
    () => HOUR + growth * Math.log(least + (1 - least) * rng()),
  ).sort();
}

/** When each worker is free, the least first. */
class Heap {
  private readonly times: Float64Array;

  constructor(size: number) {
    this.times = new Float64Array(size);
  }

  get least(): number {
    return this.times[0] ?? 0;
  }

  replaceLeast(time: number): void {
    const { times } = this;
    let at = 0;
    for (;;) {
      const left = 2 * at + 1;
      const right = left + 1;
      const child = right < times.length && times[right]! < times[left]! ? right : left;
      if (child >= times.length || times[child]! >= time) break;
      times[at] = times[child]!;
      at = child;
    }
    times[at] = time;
  }
}
