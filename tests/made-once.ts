/** What takes long to make, and is the same for all files of tests of a run: the first that asks makes it. */
import { existsSync, mkdirSync, readFileSync, renameSync, rmdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { deserialize, serialize } from "node:v8";
import { inject } from "vitest";

declare module "vitest" {
  interface ProvidedContext {
    readonly runFolder: string;
  }
}

/** What this process has of it: files of tests that each had a copy would fill its memory. */
const held = new Map<string, Promise<unknown>>();

/**
 * @param name of the run's file that holds it
 * @param make gives something that can be copied, such as a map of texts and bytes, which nobody writes into
 */
export function madeOnce<T>(name: string, make: () => Promise<T>): Promise<T> {
  const one = held.get(name) ?? made(name, make);
  held.set(name, one);
  return one as Promise<T>;
}

async function made<T>(name: string, make: () => Promise<T>): Promise<T> {
  const path = join(inject("runFolder"), name);
  while (!existsSync(path)) {
    if (!taken(`${path}.lock`)) {
      await sleep(100);
      continue;
    }
    try {
      if (existsSync(path)) break;
      writeFileSync(`${path}.next`, serialize(await make()));
      renameSync(`${path}.next`, path);
    } finally {
      // Where it could not be made, the next one tries, and says so too.
      rmdirSync(`${path}.lock`);
    }
  }
  return deserialize(readFileSync(path)) as T;
}

function taken(lock: string): boolean {
  try {
    mkdirSync(lock);
    return true;
  } catch {
    return false;
  }
}
