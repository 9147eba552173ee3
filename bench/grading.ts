/** Speed of grading: a cold start, a save, a class, and the judge alone. */
import { boards } from "./board.ts";
import { gradeClass, type Manner, SUBMISSIONS } from "./class.ts";
import { cold } from "./cold.ts";
import { judging } from "./judging.ts";
import type { Progress, Result } from "./part.ts";
import { byTurns, median, ratio } from "./rounds.ts";
import type { Row } from "./row.ts";
import { targets, times } from "./table.ts";
import { saves } from "./watching.ts";

async function coldRows(progress: Progress): Promise<readonly Row[]> {
  progress("a cold grade");
  const { bare, grade, vitest } = await cold();
  return [
    { what: "cold grade, to node -e 0", measured: ratio(grade, bare), unit: "×", target: atMost(4) },
    { what: "cold grade, to vitest by hand", measured: ratio(grade, vitest), unit: "×", target: atMost(0.5) },
    { what: "cold grade", measured: median(grade), unit: " ms" },
    { what: "node -e 0", measured: median(bare), unit: " ms" },
    { what: "vitest by hand", measured: median(vitest), unit: " ms" },
  ];
}

async function boardRows(progress: Progress): Promise<readonly Row[]> {
  progress("the board");
  const { bare, board } = await boards();
  return [
    { what: "board of all model answers, to node -e 0", measured: ratio(board, bare), unit: "×" },
    { what: "board of all model answers", measured: median(board), unit: " ms", target: atMost(12_000) },
  ];
}

async function watchRows(progress: Progress): Promise<readonly Row[]> {
  progress("watching");
  const waits = await saves();
  return [{ what: "watch, save to verdict", measured: median(waits), unit: " ms", target: atMost(100) }];
}

async function classRows(progress: Progress): Promise<readonly Row[]> {
  progress(`a class of ${SUBMISSIONS}`);
  const peaks: number[] = [];
  const perSecond = (manner: Manner) => (): number => {
    const run = gradeClass(manner);
    peaks.push(run.peakMb);
    return run.perSecond;
  };
  const { student } = await byTurns({ student: perSecond("student") });
  // No target and three times as slow: it tells what the other manner is worth.
  const { each } = await byTurns({ each: perSecond("each") }, 2);
  return [
    {
      what: "class, a process a student",
      measured: median(student),
      unit: " a second",
      target: { is: "at least", bound: 100 },
    },
    { what: "class, a process a submission", measured: median(each), unit: " a second" },
    {
      what: `memory of the judge, ${SUBMISSIONS} graded`,
      measured: Math.max(...peaks),
      unit: " MB",
      target: atMost(150),
    },
  ];
}

const atMost = (bound: number) => ({ is: "at most", bound }) as const;

export async function grading(progress: Progress): Promise<Result> {
  const rows = [
    ...(await coldRows(progress)),
    ...(await boardRows(progress)),
    ...(await watchRows(progress)),
    ...(await classRows(progress)),
  ];
  progress("the judge alone");
  const judged = await judging();
  const heads = ["the judge alone, without box", "first of a seed", "a further one"];
  const alone = times(
    heads,
    judged.map(({ slug, firstMs, furtherMs }) => [slug, firstMs, furtherMs]),
  );
  return { text: `${targets(rows)}\n\n${alone}`, rows };
}
