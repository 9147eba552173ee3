/** The table of the last hour, by number of workers. */
import { table } from "../table.ts";
import { secondsOfFiles } from "./service-times.ts";
import { simulate } from "./simulate.ts";

const FILES = 100_000;
const GROWTH_MINUTES = 15;
const SEED = 1;

export function lastHour(): string {
  const seconds = secondsOfFiles();
  const mean = seconds.reduce((sum, each) => sum + each, 0) / seconds.length;
  const span = (s: number): string => (s < 90 ? `${s.toPrecision(2)} s` : `${Math.round(s / 60)} min`);
  const rows = [4, 6, 8, 10, 12, 16].flatMap((workers) =>
    [false, true].map((hasRegrade) => {
      const waits = simulate({
        files: FILES,
        growthMinutes: GROWTH_MINUTES,
        seconds,
        workers,
        hasRegrade,
        seed: SEED,
      });
      const { median, p95, p99, longest, late, busy } = waits;
      return [
        `${workers}${hasRegrade ? ", and a regrade behind" : ""}`,
        ...[median, p95, p99, longest, Math.max(0, late)].map(span),
        `${Math.round(100 * busy)} %`,
      ];
    }),
  );
  return [
    `${FILES} files in the hour before a deadline, e-fold more every ${GROWTH_MINUTES} min; ${seconds.length} measured files, mean ${mean.toPrecision(3)} s; seed ${SEED}`,
    table([["cores", "median", "95 %", "99 %", "longest", "after it", "for students"], ...rows]),
  ].join("\n\n");
}
