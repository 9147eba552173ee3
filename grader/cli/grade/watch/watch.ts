/** `grade --watch`: a verdict after each save, with a warm box, until q or Ctrl-C. */

import type { Box } from "../../../box/box.ts";
import { createNodeBox } from "../../../box/node-box.ts";
import { aboutExercise } from "../../../course/about.ts";
import { derivationSlugs, isDerivation, shortName, slugs, stubPath } from "../../../course/exercises.ts";
import { shownPath } from "../../../course/root.ts";
import type { Submission } from "../../../judge/grade.ts";
import { lookOf } from "../../../verdict/look.ts";
import { findingsOf, renderTerminal } from "../../../verdict/render-terminal.ts";
import type { Verdict } from "../../../verdict/verdict.ts";
import { cut, wrap } from "../../../verdict/width.ts";
import { exitCode } from "../../exit-code.ts";
import { seedOf } from "../../flags/seed.ts";
import { nextHint } from "../../hint/hint.ts";
import { isLive } from "../../terminal/is-live.ts";
import { readKeys } from "../../terminal/keys.ts";
import { terminalOf } from "../../terminal/terminal.ts";
import { gradeBoard, nextToDo } from "../board.ts";
import { renderBoard } from "../render-board.ts";
import { drawAhead, judge, judgeWritten, readWork, type Work } from "../submission.ts";
import { derivationText } from "./derivation.ts";
import { type WatchedFile, watchFile } from "./watch-file.ts";

const CLEAR = "\u001b[2J\u001b[3J\u001b[H";
const ERASE = "\r\u001b[K";
const KEYS = "n next  h hint  d derivation  a all  q quit";

/** Watches one exercise, or the next one to do; resolves with the exit code once the user leaves. */
export function watch(root: string, work: Work | undefined, seed: string | undefined): Promise<number> {
  return new Promise((resolve, reject) => {
    const watching = new Watching(root, seed, resolve, reject);
    watching.run(() => (work === undefined ? watching.board(true) : watching.open(work)));
  });
}

class Watching {
  private readonly root: string;
  private readonly seed: string | undefined;
  private readonly box: Box = createNodeBox({ spare: true });
  private readonly isLive = isLive(process.stdout) && process.stdin.isTTY === true;
  private readonly closeKeys: () => void;
  private readonly leave: (code: number) => void;
  private readonly fail: (error: unknown) => void;
  private file: WatchedFile | undefined;
  private work: Work | undefined;
  private graded = "";
  /** The seed of the next verdict: its inputs are drawn while nobody waits. */
  private nextSeed: number;
  private isGrading = false;
  private verdict: Verdict | undefined;
  /** What is asked for while something else runs; the latest wish counts. */
  private wish: (() => Promise<void>) | undefined;
  private isBusy = false;

  constructor(
    root: string,
    seed: string | undefined,
    resolve: (code: number) => void,
    reject: (error: unknown) => void,
  ) {
    this.root = root;
    this.seed = seed;
    this.nextSeed = seedOf(seed);
    this.closeKeys = readKeys(process.stdin, (key) => this.press(key));
    const interrupt = (): void => this.leave(exitCode.interrupted);
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, interrupt);
    const close = (): void => {
      for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.off(signal, interrupt);
      this.closeKeys();
      this.file?.close();
      this.box.close();
      if (this.isLive) process.stdout.write(ERASE);
    };
    this.leave = (code) => {
      close();
      resolve(code);
    };
    this.fail = (error) => {
      close();
      reject(error);
    };
  }

  /** Runs a task, or keeps it until the running one is done. */
  run(task: () => Promise<void>): void {
    if (this.isBusy) {
      this.wish = task;
      return;
    }
    this.isBusy = true;
    task().then(
      () => {
        this.isBusy = false;
        const wish = this.wish;
        this.wish = undefined;
        if (wish !== undefined) this.run(wish);
      },
      (error) => this.fail(error),
    );
  }

  /** Turns to a submission: grades it now and after each save. */
  async open(work: Work): Promise<void> {
    this.file?.close();
    this.work = work;
    this.graded = "";
    this.verdict = undefined;
    // One that is being graded is looked at again before anything is shown.
    this.file = watchFile(work.path, () => {
      if (!this.isGrading) this.run(() => this.grade());
    });
    await this.grade();
  }

  /**
   * Grades the file as it is now, and shows what came of it once the file is quiet: an editor that is still saving
   * costs a grade for nothing, and one that has saved no time.
   */
  private async grade(): Promise<void> {
    const { work, file } = this;
    if (work === undefined || file === undefined) return;
    this.isGrading = true;
    try {
      let page: string | undefined;
      for (let seen = -1; seen !== file.changes; ) {
        seen = file.changes;
        const source = await readWork(work).catch((error: Error) => error);
        // What is gone or empty is mostly about to be written.
        if (source instanceof Error || source.source === "") await file.quiet();
        if (seen === file.changes) page = (await this.pageOn(work, source)) ?? page;
        await file.quiet();
      }
      if (page === undefined) return;
      this.show(page);
    } finally {
      this.isGrading = false;
    }
    setImmediate(() => this.drawAhead(work));
  }

  /** What is said of a text; nothing where this very text has been graded. @throws what is no fault of the user's */
  private async pageOn(work: Work, source: Submission | Error): Promise<string | undefined> {
    if (source instanceof Error) {
      if (source.name !== "UsageError") throw source;
      this.graded = "";
      this.verdict = undefined;
      return `${wrap(`Waiting: ${source.message}`, lookOf(this.look()).columns).join("\n")}\n`;
    }
    if (source.sha256 === this.graded) return undefined;
    this.graded = source.sha256;
    const seed = this.nextSeed;
    this.verdict = isDerivation(work.slug)
      ? await judgeWritten(work, source, seed, this.verdict?.status === "fail")
      : await judge(work, source, this.box, seed);
    // What could not be judged is tried again at the next save, whatever it changes.
    if (this.verdict.status === "error") this.graded = "";
    const rows = this.isLive ? { rows: process.stdout.rows - 2 } : {};
    const next = "press n for the next exercise";
    return renderTerminal(this.verdict, { ...this.look(), ...rows, next });
  }

  /** Draws what the next save is asked. What is wrong with an exercise, its verdict says. */
  private drawAhead(work: Work): void {
    this.nextSeed = seedOf(this.seed);
    if (this.work === work && !isDerivation(work.slug)) drawAhead(work, this.nextSeed).catch(() => {});
  }

  /** Shows the board; `isFirst` then turns to what is next on it. */
  async board(isFirst = false): Promise<void> {
    const seed = seedOf(this.seed);
    const rows = await gradeBoard({
      root: this.root,
      seed,
      strong: false,
      newBox: async () => createNodeBox(),
      gpu: undefined,
    });
    this.show(renderBoard(rows, seed, this.look()));
    if (!isFirst) return;
    const slug = nextToDo(rows)?.slug ?? slugs()[0];
    if (slug !== undefined) await this.open(this.stubOf(slug));
  }

  private press(key: string): void {
    if (key === "q") this.leave(exitCode.pass);
    else if (key === "\u0003" || key === "\u0004") this.leave(exitCode.interrupted);
    else if (key === "n") this.run(() => this.next());
    else if (key === "h") this.run(() => this.hint());
    else if (key === "d") this.run(() => this.derivation());
    else if (key === "a") this.run(() => this.board());
  }

  private async next(): Promise<void> {
    const isWritten = this.work !== undefined && isDerivation(this.work.slug);
    const all = isWritten ? derivationSlugs() : slugs();
    const index = this.work === undefined ? -1 : all.indexOf(this.work.slug);
    const slug = all[(index + 1) % all.length];
    if (slug !== undefined) await this.open(this.stubOf(slug));
  }

  private async hint(): Promise<void> {
    if (this.work !== undefined) this.show(await nextHint(this.root, this.work.slug, false, this.look()));
  }

  private async derivation(): Promise<void> {
    if (this.work === undefined) return;
    const found = this.verdict === undefined ? [] : findingsOf(this.verdict);
    const read = found.map(({ finding }) => finding.read).find((step) => step !== undefined);
    const text = derivationText(this.root, read ?? (await aboutExercise(this.work.slug)).derivation);
    const look = lookOf(this.look());
    const lines = text
      .split("\n")
      .flatMap((line) => (line === "" ? [""] : wrap(look.say(line), look.columns)));
    this.show(`${lines.join("\n")}\n`);
  }

  private stubOf(slug: string): Work {
    const path = stubPath(this.root, slug);
    return { slug, path, file: shownPath(path, this.root), isGiven: false };
  }

  private look() {
    return terminalOf(process.stdout);
  }

  /** A page with the line of state below it; on a terminal in place of the page before. */
  private show(page: string): void {
    const look = lookOf(this.look());
    const name = this.work === undefined ? "" : `watching ${shortName(this.work.slug)}`;
    const state = cut(this.isLive ? `${name}   ${KEYS}` : name, look.columns - 1, look.dots);
    process.stdout.write(
      this.isLive ? `${CLEAR}${page}\n${look.dim(state)}` : `${page}\n${state}, ${timeOfDay()}\n\n`,
    );
  }
}

const timeOfDay = (): string => new Date().toTimeString().slice(0, 8);
