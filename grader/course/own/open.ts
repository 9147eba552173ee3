/** The program of a course of one's own, made anew when something that it is made of has changed. */
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { compose } from "./compose.ts";
import { ownFiles, ownFolders } from "./layout.ts";
import { readConfig } from "./read-config.ts";
import { type Stops, selectionOf } from "./select.ts";

/** Beside the config; each state of the folder has a course of its own there, so that none is changed while it runs. */
const MADE = join(".chainrule", "course");
/** A course that nobody has started for so long is cleared away. */
const KEPT_MS = 7 * 86_400_000;

/**
 * @param file the config
 * @param dist the program of the course itself
 * @returns the module that runs the command line
 * @throws UsageError for what is wrong with the config or the folders
 */
export async function openOwn(file: string, dist: string): Promise<string> {
  const config = readConfig(file);
  const installed = dirname(dist);
  const place = join(config.folder, MADE);
  const { extend } = config;
  const files = extend === undefined ? [] : [...ownFiles(extend).values()];
  const state = [file, join(dist, "chainrule.js"), ...files].map((one) => {
    const { mtimeMs, size } = statSync(one);
    return [one, mtimeMs, size];
  });
  const name = createHash("sha256")
    .update(JSON.stringify([installed, state]))
    .digest("hex")
    .slice(0, 16);
  const made = join(place, name);
  const main = join(made, "dist", "main.js");
  if (!existsSync(main)) {
    const stops = JSON.parse(readFileSync(join(dist, "stops.json"), "utf8")) as Stops;
    const own = extend === undefined ? [] : ownFolders(extend).filter((one) => /^ex\d{2,3}-/.test(one));
    const selection = selectionOf(config, stops, own);
    const next = `${made}.${process.pid}`;
    try {
      mkdirSync(next, { recursive: true });
      await compose(config, selection, installed, next);
      if (!existsSync(main)) renameSync(next, made);
    } finally {
      rmSync(next, { recursive: true, force: true });
    }
    clearAway(place);
  }
  touch(made);
  return main;
}

/** It is in use. */
function touch(folder: string): void {
  try {
    utimesSync(folder, new Date(), new Date());
  } catch {
    // On a disk that takes nothing, nothing is cleared away either.
  }
}

function clearAway(place: string): void {
  for (const name of readdirSync(place)) {
    const age = Date.now() - (statSync(join(place, name), { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (age > KEPT_MS) rmSync(join(place, name), { recursive: true, force: true });
  }
}
