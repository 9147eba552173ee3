/** Results that stay as long as what they were made of stays: this makes a rebuild while serving quick. */
const kept = new Map<string, { readonly of: string; readonly value: unknown }>();

/** @param name a name for the result, unique in the program */
export function memo<T>(name: string, of: string, make: () => T): T {
  const before = kept.get(name);
  if (before?.of === of) return before.value as T;
  const value = make();
  kept.set(name, { of, value });
  return value;
}

let objects = 0;
const numbers = new WeakMap<object, number>();

/** A number of its own for each object, so that it can be part of what a result is made of. */
export function numberOf(object: object): number {
  const known = numbers.get(object) ?? ++objects;
  numbers.set(object, known);
  return known;
}
