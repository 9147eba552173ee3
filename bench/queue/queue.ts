/** A class through a queue, by one worker and by two of one core each, beside the local pool of one. */
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { hasServer, Server } from "../../tests/class/queue/server.ts";
import { EXERCISES, makeClass } from "../../tests/class/queue/usual-class.ts";
import type { Progress } from "../part.ts";
import { environment, root } from "../places.ts";
import { median } from "../rounds.ts";
import type { Row } from "../row.ts";
import { targets } from "../table.ts";
import { processorTime } from "./processor-time.ts";

const STUDENTS = 24;
const ROUNDS = 3;
const SEED = 1;
const program = join(root, "dist", "chainrule.js");

interface Ran {
  /** Verdicts a second from the first to the last: start, reading and the report's pages are the same for all. */
  readonly rate: number;
  /** Seconds of the whole, workers and server included. */
  readonly processor: number;
}

export async function queue(progress: Progress): Promise<string> {
  if (!hasServer) return "queue: redis-server or valkey-server is needed: `apt-get install redis-server`";
  const place = mkdtempSync(join(tmpdir(), "chainrule-bench-queue-"));
  const server = await Server.start();
  try {
    const files = makeClass(root, join(place, "class"), STUDENTS, SEED);
    const ways = ["local", "one", "two"] as const;
    const ran: Record<(typeof ways)[number], Ran[]> = { local: [], one: [], two: [] };
    for (let round = 0; round < ROUNDS; round++)
      for (const way of ways) {
        progress(`round ${round + 1} of ${ROUNDS}: ${way}`);
        // A seed of its own: nothing is known from before.
        const seed = 3 * round + ways.indexOf(way) + 1;
        ran[way].push(
          await (way === "local" ? local(place, seed) : queued(place, seed, way === "one" ? 1 : 2, server)),
        );
      }
    return tableOf(files, ran);
  } finally {
    await server.stop();
    rmSync(place, { recursive: true, force: true });
  }
}

function tableOf(
  files: number,
  { local: alone, one, two }: Record<"local" | "one" | "two", readonly Ran[]>,
): string {
  const by = (runs: readonly Ran[], which: keyof Ran): number => median(runs.map((run) => run[which]));
  const rate = (runs: readonly Ran[]): number => by(runs, "rate");
  const rows: Row[] = [
    {
      what: "two workers to one",
      measured: rate(two) / rate(one),
      unit: "×",
      target: { is: "at least", bound: 1.7 },
    },
    {
      what: "queue to local pool, time",
      measured: 100 * (rate(alone) / rate(one) - 1),
      unit: " % more",
      target: { is: "at most", bound: 10 },
    },
    {
      what: "queue to local pool, processor time",
      measured: 100 * (by(one, "processor") / by(alone, "processor") - 1),
      unit: " % more",
    },
    { what: `local pool of one, ${files} files`, measured: rate(alone), unit: " a second" },
    { what: "one worker at the queue", measured: rate(one), unit: " a second" },
    { what: "two workers at the queue", measured: rate(two), unit: " a second" },
    {
      what: "a file, processor time at the queue",
      measured: (1000 * by(one, "processor")) / files,
      unit: " ms",
    },
  ];
  return targets(rows);
}

const reportArgs = (place: string, seed: number): readonly string[] => [
  ...["report", join(place, "class"), "--out", join(place, `out-${seed}`), "--exercises", EXERCISES],
  ...["--seed", `${seed}`, "--allow-weak-box"],
];

const local = (place: string, seed: number): Promise<Ran> =>
  timed(() => start([...reportArgs(place, seed), "--workers", "1"]), journalOf(place, seed), []);

async function queued(place: string, seed: number, count: number, server: Server): Promise<Ran> {
  const workers: ChildProcess[] = [];
  // One after another: each takes a core that no other has.
  for (let i = 0; i < count; i++) workers.push(await startWorker(server.url));
  const pids = [...workers, { pid: server.pid }].map(({ pid }) => pid ?? 0);
  try {
    const command = (): ChildProcess => start([...reportArgs(place, seed), "--queue", server.url]);
    return await timed(command, journalOf(place, seed), pids);
  } finally {
    await Promise.all(workers.map(ended));
  }
}

const journalOf = (place: string, seed: number): string =>
  join(place, `out-${seed}`, ".chainrule", "journal.jsonl");

/** Of the command's processor time the last look before the end counts. */
async function timed(command: () => ChildProcess, journal: string, others: readonly number[]): Promise<Ran> {
  const before = processorTime(others);
  const child = command();
  let own = 0;
  let first: readonly [count: number, at: number] | undefined;
  let last: readonly [count: number, at: number] = [0, 0];
  const look = setInterval(() => {
    own = Math.max(own, processorTime([child.pid ?? 0]));
    const count = durationsIn(journal).length;
    const now = performance.now();
    if (count > 0) first ??= [count, now];
    if (count > last[0]) last = [count, now];
  }, 50);
  const code = await new Promise((resolve) => child.once("exit", resolve));
  clearInterval(look);
  if (code !== 0 && code !== 1) throw new Error(`report ended with ${code}`);
  const [from, at] = first ?? last;
  const rate = (1000 * (last[0] - from)) / (last[1] - at);
  return { rate, processor: own + processorTime(others) - before };
}

const start = (args: readonly string[]): ChildProcess =>
  spawn(process.execPath, [program, ...args], {
    cwd: root,
    env: environment,
    stdio: ["ignore", "ignore", "pipe"],
  });

async function startWorker(url: string): Promise<ChildProcess> {
  const worker = start(["worker", "--queue", url, "--workers", "1", "--allow-weak-box"]);
  await new Promise<void>((resolve) => {
    worker.stderr?.on("data", (piece: Buffer) => piece.includes("Ctrl-C") && resolve());
  });
  return worker;
}

async function ended(worker: ChildProcess): Promise<void> {
  const gone = new Promise((resolve) => worker.once("exit", resolve));
  worker.kill("SIGTERM");
  await gone;
}

/** How long each file took, in ms, of a journal as far as it goes. */
function durationsIn(journal: string): readonly number[] {
  if (!existsSync(journal)) return [];
  return [...readFileSync(journal, "utf8").matchAll(/"durationMs":([\d.]+)/g)].map(([, ms]) => Number(ms));
}
