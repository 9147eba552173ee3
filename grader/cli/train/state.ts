/** A training run in a file: written whole or not at all, with a version and a checksum. */

import { createHash } from "node:crypto";
import {
  closeSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { resolve } from "node:path";
import type { Point } from "../../../reference/jobs/train.ts";
import type { Training } from "../../../reference/train/training.ts";
import { UsageError } from "../../usage-error.ts";
import { userFolder } from "../npm/user-folder.ts";

const SCHEMA = "chainrule/training-state@1";
const LARGEST = 200e6;

/** What a run is and how far it has come. */
export interface SavedRun {
  readonly model: string;
  readonly learningRate: number;
  readonly seed?: number | undefined;
  /** SHA-256 of the data files, where the data are the user's. */
  readonly data?: string | undefined;
  readonly iterations: number;
  readonly done: number;
  readonly history: readonly Point[];
}

interface File {
  readonly schema: string;
  readonly sha256: string;
  readonly run: SavedRun;
  /** Each array as base64 of its numbers, little-endian f64. */
  readonly state: Readonly<Record<string, string>>;
}

const checksum = (run: unknown, state: unknown): string =>
  createHash("sha256")
    .update(JSON.stringify([run, state]))
    .digest("hex");

/** Writes to another name beside the file and renames, so that no reader meets half of it. */
export function saveRun(typed: string, run: SavedRun, training: Training): void {
  const path = resolve(userFolder(), typed);
  const state = Object.fromEntries(
    Object.entries(training.state).map(([name, values]) => [name, packed(values)]),
  );
  const text = `${JSON.stringify({ schema: SCHEMA, sha256: checksum(run, state), run, state } satisfies File)}\n`;
  const next = `${path}.${process.pid}.tmp`;
  try {
    const file = openSync(next, "w");
    try {
      writeSync(file, text);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(next, path);
  } catch (error) {
    rmSync(next, { force: true });
    throw new UsageError(`--save: ${typed} cannot be written: ${whyOf(error)}; choose another file`);
  }
}

export interface Loaded {
  readonly run: SavedRun;
  /** Fills a training's arrays. @throws UsageError if they are not those of the file */
  readonly into: (training: Training) => void;
}

/** @throws UsageError that says what is wrong with the file */
export function loadRun(typed: string): Loaded {
  const file = parsed(typed);
  const { run, state } = file;
  if (checksum(run, state) !== file.sha256)
    throw new UsageError(
      `--load: ${typed} is damaged: its checksum does not fit; start again without --load`,
    );
  return {
    run,
    into({ state: live }) {
      const names = Object.keys(live);
      if (names.join() !== Object.keys(state).join())
        throw new UsageError(
          `--load: ${typed} holds ${Object.keys(state).join(", ")}, ${run.model} has ${names.join(", ")}; start again without --load`,
        );
      for (const name of names) {
        const values = unpacked(state[name] ?? "");
        const array = live[name]!;
        if (values.length !== array.length)
          throw new UsageError(
            `--load: ${typed} holds ${values.length} numbers of ${name}, ${run.model} has ${array.length}; start again without --load`,
          );
        array.set(values);
      }
    },
  };
}

function parsed(typed: string): File {
  const path = resolve(userFolder(), typed);
  let text: string;
  try {
    const { size } = statSync(path);
    if (size > LARGEST) throw new Error(`it has ${size} bytes, more than 200 MB`);
    text = readFileSync(path, "utf8");
  } catch (error) {
    throw new UsageError(`--load: ${typed} cannot be read: ${whyOf(error)}`);
  }
  let file: Partial<File>;
  try {
    file = JSON.parse(text) as Partial<File>;
  } catch {
    throw new UsageError(`--load: ${typed} is no saved run or only a part of one; --save writes such files`);
  }
  if (typeof file !== "object" || file === null || !/^chainrule\/training-state@/.test(String(file.schema)))
    throw new UsageError(`--load: ${typed} is no saved run; --save writes such files`);
  if (file.schema !== SCHEMA)
    throw new UsageError(
      `--load: ${typed} is of version ${file.schema}, ${SCHEMA} expected; start again without --load`,
    );
  return file as File;
}

/** Little-endian on every machine. */
function packed(values: Float64Array): string {
  const view = new DataView(new ArrayBuffer(8 * values.length));
  values.forEach((value, k) => {
    view.setFloat64(8 * k, value, true);
  });
  return Buffer.from(view.buffer).toString("base64");
}

function unpacked(text: string): Float64Array {
  const bytes = Buffer.from(text, "base64");
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Float64Array.from({ length: bytes.byteLength >> 3 }, (_, k) => view.getFloat64(8 * k, true));
}

function whyOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === "ENOENT") return "no such file or folder";
  if (code === "EISDIR") return "it is a folder";
  if (code === "EACCES" || code === "EPERM") return "it is not allowed";
  return message.split("\n")[0] ?? "";
}
