/** Runs a submission and the scenarios of its exercise, and keeps what they export. */
import { isUsed } from "../used-import.ts";
import { limit, loaded, putText } from "../wire.ts";
import * as c from "./captured.ts";
import { messageOf, placeOf, putThrown } from "./errors.ts";
import { inTheirWords } from "./scenario-errors.ts";
import { open, reopen, sheet } from "./sheet.ts";

type Module = (exports: object, require: (name: unknown) => unknown, module: { exports: unknown }) => void;

/** The exports by name, each read once: what was looked at is what is called. */
let callable = c.create(null);
let forbidden: unknown;
/** The course's versions of what the exercise builds on: their exports by slug. */
const provided = c.create(null) as Record<string, Record<string, unknown>>;

/** What the program exports under a name. */
export const exportNamed = (name: string): unknown => callable[name];

/** A program's own exports, each read once. */
function snapshot(exported: unknown): Record<string, unknown> {
  const taken = c.create(null);
  if ((typeof exported !== "object" && typeof exported !== "function") || exported === null) return taken;
  const keys = c.ownKeys(exported);
  for (let i = 0, n = 0; i < keys.length && n < limit.exports; i++) {
    const key = keys[i];
    if (typeof key !== "string" || key === "__esModule") continue;
    if (typeof exported === "function" && (key === "length" || key === "name" || key === "prototype"))
      continue;
    taken[key] = (exported as Record<string, unknown>)[key];
    n++;
  }
  return taken;
}

function run(program: Module, require: (name: unknown) => unknown): Record<string, unknown> {
  const module: { exports: unknown } = { exports: {} };
  c.apply(program, undefined, [module.exports, require, module]);
  return snapshot(module.exports);
}

/** What can be called where there are scenarios: they, with the submission's exports as first argument, and these. */
function played(
  exported: Record<string, unknown>,
  scenarios: Record<string, unknown>,
): Record<string, unknown> {
  const all = c.create(null);
  const made = withProvided(exported);
  copyInto(all, exported, (value) => value);
  copyInto(all, scenarios, (scenario) => {
    return (...args: unknown[]) => {
      const withExports = new c.TheArray<unknown>(args.length + 1);
      c.put(withExports, "0", made);
      for (let i = 0; i < args.length; i++) c.put(withExports, `${i + 1}`, args[i]);
      try {
        return c.apply(scenario as (...given: unknown[]) => unknown, undefined, withExports);
      } catch (thrown) {
        throw inTheirWords(thrown, exported);
      }
    };
  });
  return all;
}

function copyInto(
  to: Record<string, unknown>,
  from: Record<string, unknown>,
  change: (value: unknown) => unknown,
): void {
  const keys = c.ownKeys(from) as string[];
  for (let i = 0; i < keys.length; i++) to[keys[i]!] = change(from[keys[i]!]);
}

/** What a submission imports: the course's version of what its exercise builds on, and nothing else. */
function importOf(name: unknown): unknown {
  const slugs = c.ownKeys(provided) as string[];
  for (let i = 0; typeof name === "string" && i < slugs.length; i++)
    if (isUsed(name, slugs[i]!)) return provided[slugs[i]!];
  return refuse(name);
}

function refuse(name: unknown): never {
  const wanted = typeof name === "string" ? ` "${c.clip(name, 60)}"` : "";
  const error = new c.TheError(
    `A submission imports nothing, but this one asks for${wanted || " a module"}. Copy what you need of it into this file.`,
  );
  c.put(error, "name", "");
  forbidden ??= error;
  throw error;
}

/**
 * Runs the course's version of an exercise, while everything is as it came. What it exports is there from now on under
 * its name, and cannot be changed: a submission that has the name for itself hides it from itself alone.
 */
export function provide(slug: string, program: Module): void {
  const exported = run(program, importOf);
  const names = c.ownKeys(exported) as string[];
  for (let i = 0; i < names.length; i++) {
    const value = exported[names[i]!];
    if (typeof value === "function") {
      c.freeze(value);
      c.freeze(value.prototype);
    }
    c.defineProperty(globalThis, names[i]!, { value, writable: false, configurable: false });
  }
  provided[slug] = c.freeze(exported);
}

/** The exports that scenarios are played on: the submission's, and those of the course that it builds on. */
function withProvided(exported: Record<string, unknown>): Record<string, unknown> {
  const all = c.create(null);
  copyInto(all, exported, (value) => value);
  const slugs = c.ownKeys(provided) as string[];
  for (let i = 0; i < slugs.length; i++) copyInto(all, provided[slugs[i]!]!, (value) => value);
  return all;
}

/** Runs the scenarios where there are some, while everything is as it came, then a submission; the length of all answers. */
export function load(submission: Module, scenarios: Module | undefined): number {
  open();
  callable = c.create(null);
  forbidden = undefined;
  try {
    const ours = scenarios === undefined ? undefined : run(scenarios, refuse);
    const exported = run(submission, importOf);
    if (forbidden !== undefined) throw forbidden;
    callable = ours === undefined ? exported : played(exported, ours);
    putExports(exported);
  } catch (thrown) {
    reopen();
    callable = c.create(null);
    if (forbidden === undefined) putThrown(sheet, loaded.threw, thrown);
    else putThrown(sheet, loaded.notAllowed, forbidden);
  }
  return sheet.length;
}

function putExports(exported: Record<string, unknown>): void {
  const names = c.ownKeys(exported) as string[];
  sheet.put(loaded.ok);
  sheet.put(names.length);
  for (let i = 0; i < names.length; i++) {
    const name = names[i]!;
    const value = exported[name];
    putText(sheet, name);
    putText(sheet, value === null ? "null" : c.isArray(value) ? "array" : typeof value);
  }
}

/** The answer to a text that this engine does not compile; the error is V8's own. */
export function refuseSyntax(thrown: unknown): number {
  open();
  const message = messageOf(thrown);
  const { line, column } = placeOf(thrown);
  sheet.put(loaded.syntaxError);
  putText(sheet, message);
  sheet.put(line);
  sheet.put(column);
  return sheet.length;
}
