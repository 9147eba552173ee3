/**
 * What was graded, on disk: one line a verdict, only ever added to.
 *
 * Each line carries a checksum of itself. A line is handed to the system in one write as soon as its verdict is
 * known, so it outlives the end of this process at any moment; once a second, and at the end, the disk is told to
 * keep what it was given, so that a power cut costs a second of work, to be graded again. A last line that is torn
 * is cut off; a line that is damaged elsewhere is skipped, and what it said is graded again.
 */
import { createHash } from "node:crypto";
import { closeSync, fdatasyncSync, ftruncateSync, openSync, readSync, writeSync } from "node:fs";
import type { Verdict } from "../../verdict/verdict.ts";
import { noRoom } from "../no-room.ts";
import { Unusable } from "../usage.ts";
import { jsonOf, verdictFrom } from "./verdict-text.ts";

const FORMAT = "chainrule/journal@1";
const PIECE = 1 << 20;
/** More than the line of a right answer has. */
const LINE_PIECE = 1 << 13;
const SYNC_MS = 1000;
const LINE = /^\{"sum":"([0-9a-f]{16})","entry":(.*)\}$/s;

/** A verdict, and what its file is compared with others by, where it is. */
export interface Judged {
  readonly verdict: Verdict;
  readonly fingerprints?: readonly number[];
}

type Entry = { readonly format: string } | { readonly seed: number } | ({ readonly key: string } & Judged);

const sumOf = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, 16);

export class Journal {
  /** The seed of the last run, where one was noted. */
  seed: number | undefined;
  /** Lines that were damaged and are skipped. */
  damaged = 0;
  private readonly path: string;
  private readonly fd: number;
  /** Where the line of each verdict begins. */
  private readonly places = new Map<string, number>();
  /** Each line is read into it. */
  private readonly piece = Buffer.allocUnsafe(LINE_PIECE);
  private end = 0;
  private syncedAt = performance.now();
  private isSynced = true;

  /**
   * Opens it, or begins one.
   *
   * @throws Unusable if it is another program's file
   */
  constructor(path: string) {
    this.path = path;
    this.fd = openSync(path, "a+", 0o600);
    try {
      this.readAll();
      if (this.end === 0) this.add({ format: FORMAT });
    } catch (error) {
      closeSync(this.fd);
      throw error;
    }
  }

  /** How many verdicts there are. */
  get size(): number {
    return this.places.size;
  }

  has(key: string): boolean {
    return this.places.has(key);
  }

  /** The verdict of that name, and what belongs to it. @throws Error if there is none */
  get(key: string): Judged {
    const start = this.places.get(key);
    if (start === undefined) throw new Error(`${this.path}: no verdict ${key}`);
    const entry = entryOf(this.lineAt(start));
    if (entry === undefined || !("key" in entry) || entry.key !== key)
      throw new Error(`${this.path}: it was changed while it was in use`);
    const { verdict, fingerprints } = entry;
    return { verdict: verdictFrom(verdict), ...(fingerprints && { fingerprints }) };
  }

  noteSeed(seed: number): void {
    if (this.seed !== seed) this.add({ seed });
    this.seed = seed;
  }

  append(key: string, verdict: Verdict, fingerprints?: Iterable<number>): void {
    const more = fingerprints === undefined ? {} : { fingerprints: [...fingerprints] };
    this.places.set(key, this.add({ key, verdict, ...more }));
  }

  /** Has the disk keep everything. */
  sync(): void {
    try {
      if (!this.isSynced) fdatasyncSync(this.fd);
    } catch (error) {
      throw noRoom(this.path, error);
    }
    this.isSynced = true;
    this.syncedAt = performance.now();
  }

  close(): void {
    try {
      this.sync();
    } finally {
      closeSync(this.fd);
    }
  }

  private lineAt(start: number): string {
    const { piece } = this;
    let line: Buffer = Buffer.alloc(0);
    for (;;) {
      const n = readSync(this.fd, piece, 0, piece.length, start + line.length);
      if (n === 0) throw new Error(`${this.path}: it became shorter while it was in use`);
      const end = piece.subarray(0, n).indexOf(10);
      line = Buffer.concat([line, piece.subarray(0, end < 0 ? n : end)]);
      if (end >= 0) return line.toString();
    }
  }

  /** @returns where it begins */
  private add(entry: Entry): number {
    const text = jsonOf(entry);
    const line = Buffer.from(`{"sum":"${sumOf(text)}","entry":${text}}\n`);
    const start = this.end;
    try {
      for (let written = 0; written < line.length; ) written += writeSync(this.fd, line, written);
    } catch (error) {
      // Half a line helps nobody. If even this fails, the next opening cuts it off.
      try {
        ftruncateSync(this.fd, start);
      } catch {}
      throw noRoom(this.path, error);
    }
    this.end += line.length;
    this.isSynced = false;
    if (performance.now() - this.syncedAt > SYNC_MS) this.sync();
    return start;
  }

  private readAll(): void {
    let carried: Buffer = Buffer.alloc(0);
    let start = 0;
    let good = 0;
    for (const piece = Buffer.allocUnsafe(PIECE); ; ) {
      const n = readSync(this.fd, piece, 0, PIECE, start + carried.length);
      if (n === 0) break;
      carried = Buffer.concat([carried, piece.subarray(0, n)]);
      let from = 0;
      for (let at = carried.indexOf(10); at >= 0; at = carried.indexOf(10, from)) {
        this.take(carried.toString("utf8", from, at), start + from);
        from = at + 1;
      }
      start += from;
      good = start;
      carried = carried.subarray(from);
    }
    if (carried.length > 0) ftruncateSync(this.fd, good);
    this.end = good;
  }

  private take(line: string, start: number): void {
    const entry = entryOf(line);
    if (start === 0 && (entry === undefined || !("format" in entry)))
      throw new Unusable(`${this.path}: a journal of this program expected; name another --state folder`);
    if (entry === undefined) this.damaged++;
    else if ("format" in entry) {
      if (entry.format !== FORMAT)
        throw new Unusable(
          `${this.path}: ${FORMAT} expected, got ${entry.format}; name another --state folder`,
        );
    } else if ("seed" in entry) this.seed = entry.seed;
    else this.places.set(entry.key, start);
  }
}

function entryOf(line: string): Entry | undefined {
  const [, sum, text] = LINE.exec(line) ?? [];
  if (text === undefined || sumOf(text) !== sum) return undefined;
  return JSON.parse(text) as Entry;
}
