/** What a call in this process gives, as the box would bring it back: what gives its items one by one is read. */
import { limit } from "../../../box/wire.ts";
import type { Returned } from "../../../value.ts";

export function asReturned(value: unknown): Returned {
  if (Array.isArray(value)) return value.map(asReturned);
  if (typeof value !== "object" || value === null) return value as Returned;
  if (Symbol.iterator in value) return read(value as Iterable<unknown>);
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, asReturned(field)]));
}

function read(given: Iterable<unknown>): Returned {
  const items: Returned[] = [];
  for (const item of given) {
    if (items.length === limit.items) return { iterable: "an object", items: [], ends: false };
    items.push(asReturned(item));
  }
  return { iterable: "an object", items, ends: true };
}
