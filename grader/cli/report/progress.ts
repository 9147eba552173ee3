import type { Progress as Count } from "../../class/run/grade-class.ts";
import { progressOn } from "../terminal/progress.ts";

/** A line at most so often: a terminal far away is slow. */
const EVERY_MS = 100;
const BAR = 10;

/** The bar of a class: students, exercises a second, time left. On a terminal only. */
export function classProgress(stream: NodeJS.WriteStream): {
  show(count: Count): void;
  /** A line that stays. */
  say(text: string): void;
  clear(): void;
} {
  const line = progressOn(stream);
  const begun = performance.now();
  let shownAt = Number.NEGATIVE_INFINITY;
  let isOver = false;
  return {
    show(count) {
      const now = performance.now();
      if (isOver || (now - shownAt < EVERY_MS && count.students < count.of)) return;
      shownAt = now;
      line.show(progressLine(count, (now - begun) / 1000));
    },
    say(text) {
      if (!isOver) line.clear();
      stream.write(`${text}\n`);
      shownAt = Number.NEGATIVE_INFINITY;
    },
    clear() {
      if (!isOver) line.clear();
      isOver = true;
    },
  };
}

/** `[####      ] 120 of 300 students, 104 exercises/s, 18 s left` */
export function progressLine({ students, of, fresh, known }: Count, seconds: number): string {
  const share = of === 0 ? 1 : students / of;
  const full = Math.floor(share * BAR);
  const bar = `[${"#".repeat(full)}${" ".repeat(BAR - full)}]`;
  const rate = seconds > 0 ? fresh / seconds : 0;
  const speed = fresh === 0 ? "" : `, ${rate < 10 ? rate.toFixed(1) : Math.round(rate)} exercises/s`;
  const left = students === 0 || share === 1 ? "" : `, ${spanOf((seconds / share) * (1 - share))} left`;
  const cached = known === 0 ? "" : `, ${known} known`;
  return `${bar} ${students} of ${of} students${speed}${left}${cached}`;
}

function spanOf(seconds: number): string {
  const whole = Math.max(1, Math.round(seconds));
  if (whole < 90) return `${whole} s`;
  if (whole < 5400) return `${Math.round(whole / 60)} min`;
  return `${(whole / 3600).toFixed(1)} h`;
}
