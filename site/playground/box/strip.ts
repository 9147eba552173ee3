/** Takes everything that is not the language's from a worker's global: no network, no store, no other worker. */
import { languageNames } from "../../../grader/box/language-names.ts";

/** Globals of the language that are functions or values. */
const plainNames = [
  ...["globalThis", "undefined", "NaN", "Infinity", "parseFloat", "parseInt", "isNaN", "isFinite"],
  ...["encodeURI", "encodeURIComponent", "decodeURI", "decodeURIComponent", "Intl", "console"],
];

/** What the inside of the box takes away in Node as well. */
const unwanted = ["WeakRef", "FinalizationRegistry"];

const kept = new Set([...languageNames, ...plainNames].filter((name) => !unwanted.includes(name)));

/** Removes what is not kept from the global and from its prototypes. The fence's policy stands behind it. */
export function strip(): void {
  for (let at: object = globalThis; at !== null && at !== Object.prototype; at = Object.getPrototypeOf(at)) {
    for (const key of Reflect.ownKeys(at)) {
      if (at === globalThis && typeof key === "string" && kept.has(key)) continue;
      if (at !== globalThis && key === Symbol.toStringTag) continue;
      // What an engine does not give up is at least emptied.
      if (!Reflect.deleteProperty(at, key)) Reflect.set(at, key, undefined);
    }
  }
}
