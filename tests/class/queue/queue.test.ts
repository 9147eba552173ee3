/** `report --queue` with workers of their own process: the same as the local pool, whoever dies. */
import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeClass } from "../made-class.ts";
import { report, resultsIn, temporary } from "../report.ts";
import { keysIn, reportIn, type Started, start, startWorker } from "./programs.ts";
import { hasServer, Server, serverNote } from "./server.ts";

const seed = 11;
const place = temporary("queue");
const folder = join(place.path, "class");
const started: Started[] = [];
afterAll(() => {
  for (const each of started) if (!each.isOver()) each.kill("SIGKILL");
  place.remove();
});
const keep = (each: Started): Started => {
  started.push(each);
  return each;
};

describe.skipIf(!hasServer)(`a class graded through a queue (seed ${seed})${serverNote}`, () => {
  let server: Server;
  let files = 0;
  const local = join(place.path, "local");
  const args = (out: string): readonly string[] => [
    folder,
    ...["--out", out, "--title", "A class", "--exercises", "ex10,ex14,d06", "--seed", `${seed}`],
  ];
  const queued = (out: string, url = server.url): Started =>
    keep(start(["report", ...args(out), "--queue", url, "--allow-weak-box"]));
  /** Another class for the queue: another seed names other jobs. */
  const other = (out: string, n: number): Started =>
    keep(start(["report", ...args(out).slice(0, -1), `${n}`, "--queue", server.url, "--allow-weak-box"]));

  beforeAll(async () => {
    server = await Server.start();
    const slugs = ["ex10-mse-gradients", "ex14-sigmoid"];
    ({ files } = await makeClass(folder, { students: 5, slugs, seed, mistakes: 1 }));
    // And a derivation, which no box runs.
    const written = join(folder, firstIn(folder), "exercises/d06-mse-line");
    mkdirSync(written, { recursive: true });
    copyFileSync("solutions/d06-mse-line.md", join(written, "derivation.md"));
    files++;
    expect(report([...args(local), "--workers", "1"]).code).toBe(0);
  });
  afterAll(() => server.stop());

  test("comes to the same files as the local pool, byte for byte, and shows its password to nobody", async () => {
    const out = join(place.path, "queued");
    const { CHAINRULE_QUEUE } = { CHAINRULE_QUEUE: server.url };
    const workers = [keep(startWorker(server.url)), keep(startWorker("env", { CHAINRULE_QUEUE }))];
    const run = queued(out);
    await Promise.all(workers.map((worker) => worker.until(/Ctrl-C/)));
    const processes = execFileSync("ps", ["-eo", "args"], { encoding: "utf8" });
    expect(processes).toContain("--workers 1");
    expect(processes).not.toContain(server.password);
    for (const { pid } of workers) expect(inherited(pid)).not.toContain(server.password);
    expect(await run.ended).toEqual({ code: 0, signal: null });
    expect(reportIn(out)).toEqual(reportIn(local));
    for (const worker of workers) worker.kill("SIGTERM");
    for (const worker of workers) expect(await worker.ended).toEqual({ code: 0, signal: null });
    const graded = workers.map(({ said }) => Number(/Stopped: (\d+) graded, 0 given/.exec(said.out)?.[1]));
    expect(graded.reduce((a, b) => a + b)).toBe(files);
    for (const { said } of [...workers, run]) expect(said.out).not.toContain(server.password);
  });

  test("takes from the queue what is known there, without a worker", async () => {
    const out = join(place.path, "known");
    expect(await queued(out).ended).toEqual({ code: 0, signal: null });
    expect(reportIn(out)).toEqual(reportIn(local));
  });

  test("goes on with what a killed producer left, and nothing is graded twice", async () => {
    const out = join(place.path, "killed");
    const worker = keep(startWorker(server.url));
    const first = other(out, 12);
    for (let i = 0; i < 3000 && keysIn(out).length < 2; i++) await new Promise((r) => setTimeout(r, 5));
    first.kill("SIGKILL");
    expect((await first.ended).signal).toBe("SIGKILL");
    expect(keysIn(out).length).toBeGreaterThan(1);
    const second = other(out, 12);
    expect(await second.ended).toEqual({ code: 0, signal: null });
    expect(new Set(keysIn(out)).size).toBe(files);
    expect(keysIn(out)).toHaveLength(files);
    worker.kill("SIGTERM");
    await worker.ended;
    expect(worker.said.out).toContain(`Stopped: ${files} graded`);
  });

  test("loses nothing when the server is killed and comes back, and when a worker is", async () => {
    const out = join(place.path, "away");
    const worker = keep(startWorker(server.url));
    await worker.until(/Ctrl-C/);
    const run = other(out, 13);
    for (let i = 0; i < 3000 && keysIn(out).length < 2; i++) await new Promise((r) => setTimeout(r, 5));
    await server.kill();
    worker.kill("SIGKILL");
    await run.until(/is away; this waits/);
    await server.start();
    keep(startWorker(server.url));
    expect(await run.ended).toEqual({ code: 0, signal: null });
    expect(run.said.out).toContain("The queue is back.");
    expect(keysIn(out)).toHaveLength(files);
    for (const each of started) each.kill("SIGTERM");
  });

  test("erases a student from report and queue, and tells what it erased", async () => {
    const out = join(place.path, "queued");
    const [ada] = resultsIn(out).students;
    const sha = ada?.exercises.flatMap(({ verdict }) => verdict?.sha256 ?? [])[0] ?? "none";
    const folderName = ada?.folder ?? "";
    const journal = (): string => readFileSync(join(out, ".chainrule", "journal.jsonl"), "utf8");
    expect(journal()).toContain(sha);
    const run = start(["erase", folderName, "--out", out, "--queue", server.url]);
    expect(await run.ended).toEqual({ code: 0, signal: null });
    expect(run.said.out).toMatch(
      /^Erased of .*:\n {2}[1-9]\d* verdicts in .*\n {2}[1-9]\d* files in .*history\n {2}[1-9]\d* files of the report/,
    );
    expect(run.said.out).toMatch(/0 texts, [1-9]\d* results and 0 jobs at redis:\/\/127/);
    expect(journal()).not.toContain(sha);
    expect(existsSync(join(out, "results.json"))).toBe(false);
    expect(keysIn(out).length).toBeGreaterThan(0);
    rmSync(out, { recursive: true });
  });
});

const firstIn = (all: string): string => readdirSync(all)[0] ?? "";

/** What the processes that one started were given as environment. */
function inherited(pid: number): string {
  if (process.platform !== "linux") return "";
  const children = execFileSync("sh", ["-c", `pgrep -P ${pid} || true`], { encoding: "utf8" }).split("\n");
  return children
    .flatMap((child) => {
      try {
        return child === "" ? [] : [readFileSync(`/proc/${child}/environ`, "utf8")];
      } catch {
        return [];
      }
    })
    .join("\n");
}
