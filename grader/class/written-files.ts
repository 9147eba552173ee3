/**
 * Which files reports have written, kept in the folder of the state. Several reports, each in a folder of its own, may
 * share one.
 */
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";

type Files = readonly string[];

export class WrittenFiles {
  private readonly state: string;
  private readonly path: string;

  constructor(state: string) {
    this.state = state;
    this.path = join(state, "outputs.json");
  }

  /** Paths from the report's folder. */
  of(out: string): Files {
    return this.all(out).get(resolve(out)) ?? [];
  }

  note(out: string, files: Files): void {
    const all = this.all(out).set(resolve(out), files);
    // From here, so that a report that is moved with its state is found again.
    const entries = [...all].map(([folder, each]) => [relative(this.state, folder) || ".", each]);
    writeFileSync(`${this.path}.tmp`, JSON.stringify(Object.fromEntries(entries)));
    renameSync(`${this.path}.tmp`, this.path);
  }

  /**
   * The files of each report, by its folder.
   *
   * @param out the report that a list without folders is of, as there was one to a state once
   */
  all(out: string): Map<string, Files> {
    const read = this.read();
    if (Array.isArray(read)) return new Map([[resolve(out), textsIn(read)]]);
    if (typeof read !== "object" || read === null) return new Map();
    return new Map(
      Object.entries(read).map(([folder, files]) => [resolve(this.state, folder), textsIn(files)]),
    );
  }

  private read(): unknown {
    try {
      return JSON.parse(readFileSync(this.path, "utf8"));
    } catch {
      return undefined;
    }
  }
}

const textsIn = (list: unknown): Files =>
  Array.isArray(list) ? list.filter((each) => typeof each === "string") : [];
