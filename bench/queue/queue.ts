/** A class through a queue, by one worker and by two of one core each, beside the local pool of one. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { hasServer, Server } from "../../tests/class/queue/server.ts";
import { EXERCISES, makeClass } from "../../tests/class/queue/usual-class.ts";
import type { Progress } from "../part.ts";
import { environment, root } from "../places.ts";
import { median } from "../rounds.ts";
import type { Row } from "../row.ts";
import { targets } from "../table.ts";
import { ProcessorTime } from "./processor-time.ts";

/** With few of them the end counts, where one worker has nothing left. */
const STUDENTS = 60;
const ROUNDS = 3;
const SEED = 1;
/** A journal without a verdict is shorter. */
const HEADER = 500;
const program = join(root, "dist", "chainrule.js");

interface Ran {
  /** Verdicts a second from the first to the last: start, reading and the report's pages are the same for all. */
  readonly rate: number;
  /** Milliseconds a verdict in the same time: workers with their boxes, and report with the queue's server. */
  readonly grading: number;
  readonly passing: number;
}

export async function queue(progress: Progress): Promise<string> {
  if (!hasServer) return "queue: redis-server or valkey-server is needed: `apt-get install redis-server`";
  const place = mkdtempSync(join(tmpdir(), "chainrule-bench-queue-"));
  const server = await Server.start();
  try {
    const files = makeClass(root, join(place, "class"), STUDENTS, SEED, "right");
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
  const by = (runs: readonly Ran[], which: (ran: Ran) => number): number => median(runs.map(which));
  const rate = (runs: readonly Ran[]): number => by(runs, (ran) => ran.rate);
  const all = (runs: readonly Ran[]): number => by(runs, (ran) => ran.grading + ran.passing);
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
      measured: 100 * (all(one) / all(alone) - 1),
      unit: " % more",
    },
    { what: `local pool of one, ${files} files`, measured: rate(alone), unit: " a second" },
    { what: "one worker at the queue", measured: rate(one), unit: " a second" },
    { what: "two workers at the queue", measured: rate(two), unit: " a second" },
    {
      what: "a file, processor time: worker and box",
      measured: by(one, (ran) => ran.grading),
      unit: " ms",
    },
    {
      what: "a file, processor time: report and server",
      measured: by(one, (ran) => ran.passing),
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
  timed(() => start([...reportArgs(place, seed), "--workers", "1"]), journalOf(place, seed), "below");

async function queued(place: string, seed: number, count: number, server: Server): Promise<Ran> {
  const workers: ChildProcess[] = [];
  // One after another: each takes a core that no other has.
  for (let i = 0; i < count; i++) workers.push(await startWorker(server.url));
  try {
    const command = (): ChildProcess => start([...reportArgs(place, seed), "--queue", server.url]);
    const pids = workers.map(({ pid }) => pid ?? 0);
    // With two workers nobody asks for it, and a look would take of the cores that they need.
    const looked = count === 1 ? { workers: pids, server: server.pid } : "not at all";
    return await timed(command, journalOf(place, seed), looked);
  } finally {
    await Promise.all(workers.map(ended));
  }
}

const journalOf = (place: string, seed: number): string =>
  join(place, `out-${seed}`, ".chainrule", "journal.jsonl");

/** Those whose processor time is looked at; the workers of the local pool are below the command. */
interface Others {
  readonly workers: readonly number[];
  readonly server: number;
}

interface Seen {
  readonly bytes: number;
  readonly at: number;
  readonly grading: number;
  readonly passing: number;
}

/** A look costs a fraction of a millisecond: what measures runs on the cores that it measures. */
async function timed(
  command: () => ChildProcess,
  journal: string,
  others: Others | "below" | "not at all",
): Promise<Ran> {
  const child = command();
  const own = child.pid ?? 0;
  const isLooked = others !== "not at all";
  const grading = new ProcessorTime(typeof others === "object" ? others.workers : []);
  const passing = new ProcessorTime(typeof others === "object" ? [own, others.server] : [own]);
  const seen: Seen[] = [];
  const look = setInterval(() => {
    if (isLooked) grading.look();
    if (isLooked) passing.look();
    const bytes = statSync(journal, { throwIfNoEntry: false })?.size ?? 0;
    if (bytes > HEADER && bytes !== seen.at(-1)?.bytes)
      seen.push({ bytes, at: performance.now(), grading: grading.seconds, passing: passing.seconds });
  }, 20);
  const code = await new Promise((resolve) => child.once("exit", resolve));
  clearInterval(look);
  const [first, last] = [seen[0], seen.at(-1)];
  if ((code !== 0 && code !== 1) || first === undefined || last === undefined)
    throw new Error(`report ended with ${code}`);
  const text = readFileSync(journal);
  const verdicts = (bytes: number): number =>
    text.subarray(0, bytes).toString().split('"durationMs"').length - 1;
  const count = verdicts(last.bytes) - verdicts(first.bytes);
  const each = (which: "grading" | "passing"): number => (1000 * (last[which] - first[which])) / count;
  return {
    rate: (1000 * count) / (last.at - first.at),
    grading: each("grading"),
    passing: each("passing"),
  };
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
