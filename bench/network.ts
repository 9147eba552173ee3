/** The heavy pieces of one network: the complete gradient check and a training step. */

import { hireHands } from "../grader/cli/jobs/job-hands.ts";
import { networkOf } from "../reference/dense/network.ts";
import { relativeError } from "../reference/dense/relative-error.ts";
import { descend } from "../reference/dense/updates.ts";
import { checkGradient } from "../reference/jobs/gradient-check.ts";
import { install, rivals } from "./network/against.ts";
import { checkByHand, gradientByHand, stepByHand } from "./network/by-hand.ts";
import { measuredGradientRows } from "./network/measured-gradient.ts";
import { copyPeak, multiplyAdds, REGISTER_FLOP } from "./network/peaks.ts";
import { gradientOf, n, RATE, type Subject, shape, subjectOf } from "./network/subject.ts";
import type { Progress, Result } from "./part.ts";
import { byTurns, median, ratio } from "./rounds.ts";
import type { Row } from "./row.ts";
import { targets } from "./table.ts";

/** The most that a step may take of another's. */
const bounds: Readonly<Record<string, number>> = { "tfjs-wasm (f32)": 2, "jax-js-wasm (f64)": 1.5 };

/** Largest relative error with which another's result still counts as the same work, in f32 and by differences. */
const SAME = 1e-4;

export async function network(progress: Progress, options: readonly string[]): Promise<Result> {
  if (options.includes("--install")) {
    progress("installing bench/against");
    install();
  }
  const checks = await checkRows(progress);
  progress("the gradient that ex50 measures");
  const measured = await measuredGradientRows();
  const steps = await stepRows(progress);
  const rows = [...checks, ...measured, ...steps.rows];
  return { text: [targets(rows), ...steps.notes].join("\n\n"), rows };
}

async function timed(work: () => Promise<unknown> | unknown): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

/** Processor time, which a busy machine does not lengthen by waiting; of what one thread does. */
async function worked(work: () => Promise<unknown> | unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

async function checkRows(progress: Progress): Promise<readonly Row[]> {
  const rows: Row[] = [];
  const team = hireHands();
  for (const ink of ["digits", "noise"] as const) {
    progress(`the complete check, ${ink}`);
    const subject = { ...subjectOf(ink), shape, n };
    const { G } = gradientOf(subject);
    mustAgree("the check by hand", checkByHand(subject, 1e-5), G);
    const { worst } = await checkGradient(subject);
    const measured = await byTurns(
      {
        ours: () => worked(() => checkGradient(subject)),
        team: () => timed(() => checkGradient(subject, { hands: team.hands })),
        hand: () => worked(() => checkByHand(subject, 1e-5)),
      },
      ink === "digits" ? 9 : 3,
    );
    const of = `check of 79,510, ${ink}`;
    rows.push(
      {
        what: `${of}, to by hand`,
        measured: ratio(measured.ours, measured.hand),
        unit: "×",
        target: { is: "at most", bound: 0.3 },
      },
      { what: of, measured: median(measured.ours), unit: " ms" },
      {
        what: `${of}, ${team.hands.length} threads, by the clock`,
        measured: median(measured.team),
        unit: " ms",
      },
      { what: `${of}, by hand`, measured: median(measured.hand), unit: " ms" },
      { what: `${of}, worst error in 1e-12`, measured: 1e12 * worst, unit: "" },
    );
  }
  team.dismiss();
  return rows;
}

async function stepRows(progress: Progress) {
  progress("a training step");
  const subject = subjectOf("digits");
  const own: Subject = { ...subject, P: subject.P.slice() };
  const hand: Subject = { ...subject, P: subject.P.slice() };
  const G = new Float64Array(subject.P.length);
  const net = networkOf(shape, n);
  const step = (): void => {
    net.gradient(G, own.P, own.X, own.Y);
    descend(own.P, G, RATE);
  };
  step();
  stepByHand(hand, G, RATE);
  mustAgree("the step by hand", hand.P, own.P);
  const { ready, absent } = await rivals(subject);
  for (const { name, step: one, parameters } of ready) {
    await one();
    mustAgree(name, await parameters(), own.P);
  }
  const all = {
    ours: () => worked(step),
    gradient: () => worked(() => net.gradient(G, own.P, own.X, own.Y)),
    hand: () => worked(() => stepByHand(hand, G, RATE)),
    "gradient by hand": () => worked(() => gradientByHand(hand, G)),
    registers: () => worked(multiplyAdds),
    ...Object.fromEntries(ready.map(({ name, step: one }) => [name, () => worked(one)])),
  };
  const measured = (await byTurns(all, 21)) as Readonly<Record<string, readonly number[]>>;
  progress("peaks");
  const copies = Array.from({ length: 9 }, copyPeak);
  const [ours, byHand, registers] = [measured.ours!, measured.hand!, measured.registers!];
  // Forward, and two products of the same size backward but for the first layer's inputs.
  const flop = 2 * n * (2 * 784 * 100 + 3 * 100 * 10);
  const gflops = flop / median(ours) / 1e6;
  const rows: Row[] = [
    ...ready.map(
      ({ name }): Row => ({
        what: `training step, to ${name}`,
        measured: ratio(ours, measured[name]!),
        unit: "×",
        ...(bounds[name] === undefined ? {} : { target: { is: "at most", bound: bounds[name] } as const }),
      }),
    ),
    { what: "training step, to loops by hand", measured: ratio(ours, byHand), unit: "×" },
    { what: "training step, n = 256", measured: median(ours), unit: " ms" },
    { what: "gradient alone", measured: median(measured.gradient!), unit: " ms" },
    { what: "training step, loops by hand", measured: median(byHand), unit: " ms" },
    { what: "gradient alone, loops by hand", measured: median(measured["gradient by hand"]!), unit: " ms" },
    ...ready.map(
      ({ name }): Row => ({ what: `training step, ${name}`, measured: median(measured[name]!), unit: " ms" }),
    ),
    { what: "training step", measured: gflops, unit: " GFLOP/s" },
    {
      what: "multiply-adds in registers, f64, two at a time",
      measured: REGISTER_FLOP / median(registers) / 1e6,
      unit: " GFLOP/s",
    },
    {
      what: "training step, share of that",
      measured: (100 * flop * ratio(registers, ours)) / REGISTER_FLOP,
      unit: " %",
      target: { is: "at least", bound: 75 },
    },
    { what: "copy of memory", measured: median(copies), unit: " GB/s" },
  ];
  return { rows, notes: absent };
}

function mustAgree(who: string, theirs: Float64Array, right: Float64Array): void {
  const error = relativeError(theirs, right);
  if (!(error < SAME)) throw new Error(`${who} does other work: its result is off by ${error}`);
}
