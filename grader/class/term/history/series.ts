/**
 * The series of a class: a file for each execution, in a folder of the state, named by its time. Files are only ever
 * added, each whole or not at all; one that is damaged all the same is left out and named, and stays where it is. Only
 * who asks to be erased is taken out of those that are there.
 */
import { randomBytes } from "node:crypto";
import {
  closeSync,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { makeFolder } from "../../make-folder.ts";
import type { Snapshot, SnapshotStudent } from "../snapshot/snapshot.ts";
import { Damaged, snapshotIn, textOf } from "../snapshot/text.ts";

const NAME = /^\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d-\d{3}Z-[0-9a-f]{8}\.jsonl$/;

export class Series {
  private readonly folder: string;
  /** Names of files that could not be read, each with the reason. */
  readonly damaged: string[] = [];

  /** @param state the folder where what is graded is kept */
  constructor(state: string) {
    this.folder = join(state, "history");
  }

  /**
   * One after the other, the oldest first, so that no two are in memory.
   *
   * @param until what is dated later was written while a clock was wrong: it would be the last execution for good
   */
  *snapshots(until = Number.POSITIVE_INFINITY): Generator<Snapshot> {
    for (const name of this.names()) {
      try {
        const snapshot = snapshotIn(readFileSync(join(this.folder, name), "utf8"));
        if (Date.parse(snapshot.at) > until) throw new Damaged("it is dated later than this machine's clock");
        yield snapshot;
      } catch (error) {
        const { code } = error as NodeJS.ErrnoException;
        if (!(error instanceof Damaged) && code === undefined) throw error;
        this.damaged.push(`${name}: ${code ?? (error as Error).message}`);
      }
    }
  }

  append(snapshot: Snapshot): void {
    makeFolder(this.folder);
    const time = new Date(snapshot.at).toISOString().replace(/[:.]/g, "-");
    this.write(`${time}-${randomBytes(4).toString("hex")}.jsonl`, snapshot);
  }

  /** Takes a student out of every file; a damaged one goes as a whole, since it may name anybody. How many changed. */
  erase(isMeant: (student: SnapshotStudent) => boolean): number {
    let changed = 0;
    for (const name of this.names()) {
      const snapshot = this.readable(name);
      if (snapshot === undefined) rmSync(join(this.folder, name));
      else {
        const others = snapshot.students.filter((student) => !isMeant(student));
        if (others.length === snapshot.students.length) continue;
        this.write(name, { ...snapshot, students: others });
      }
      changed++;
    }
    return changed;
  }

  private readable(name: string): Snapshot | undefined {
    try {
      return snapshotIn(readFileSync(join(this.folder, name), "utf8"));
    } catch (error) {
      if (error instanceof Damaged) return undefined;
      throw error;
    }
  }

  private write(name: string, snapshot: Snapshot): void {
    const draft = join(this.folder, `.${name}`);
    try {
      const file = openSync(draft, "wx", 0o600);
      try {
        for (const line of textOf(snapshot)) writeFileSync(file, line);
        fsyncSync(file);
      } finally {
        closeSync(file);
      }
      renameSync(draft, join(this.folder, name));
    } finally {
      rmSync(draft, { force: true });
    }
  }

  private names(): readonly string[] {
    try {
      return readdirSync(this.folder)
        .filter((name) => NAME.test(name))
        .sort();
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
      throw error;
    }
  }
}
