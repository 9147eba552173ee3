/**
 * The context's own built-ins as they were before the submission ran.
 * Everything in this folder uses these, operators and indices only: prototypes and globals may have been replaced.
 */
export const { apply, ownKeys, getPrototypeOf, getOwnPropertyDescriptor, defineProperty } = Reflect;
export const { isArray } = Array;
export const { is, freeze } = Object;
export const ArrayOf = Array.of;
export const TheArray = Array;
export const Floats = Float64Array;
export const ObjectPrototype = Object.prototype;
export const ArrayPrototype = Array.prototype;
export const TheError = Error;
export const create: (prototype: object | null) => Record<string, unknown> = Object.create;
export const { concat, slice } = Array.prototype;
export const indexOf = String.prototype.indexOf;
export const substring = String.prototype.substring;
export const toText = String;
export const { fromCharCode } = String;
const { getPrototypeOf: protoOf } = Object;
const typedTag = getOwnPropertyDescriptor(protoOf(Uint8Array.prototype), Symbol.toStringTag)!.get!;

export const { iterator } = Symbol;
const GeneratorPrototype = protoOf(function* () {}.prototype) as object;

/** Whether something was made by a generator function. */
export function isGenerator(value: object): boolean {
  const prototype = getPrototypeOf(value);
  return prototype !== null && getPrototypeOf(prototype) === GeneratorPrototype;
}

/** The name of a typed array's type, and undefined for everything else; runs no code of the value's. */
export const typedName = (value: unknown): string | undefined =>
  apply(typedTag, value, []) as string | undefined;

/** The start of a text; an enormous one is not touched, since reading it would lay it out in memory. */
export function clip(text: string, most: number): string {
  if (text.length <= most) return text;
  return text.length > 1_000_000
    ? `(${text.length} characters)`
    : `${apply(substring, text, [0, most - 1]) as string}…`;
}

/** Puts an own property on an object whatever its prototype says. */
export function put(object: object, key: string, value: unknown): void {
  const descriptor = create(null);
  descriptor.value = value;
  descriptor.writable = descriptor.enumerable = descriptor.configurable = true;
  defineProperty(object, key, descriptor);
}

const keysOfArray = ownKeys(ArrayPrototype).length;
const keysOfObject = ownKeys(ObjectPrototype).length;

const { species } = Symbol;
const speciesOf = (): unknown => getOwnPropertyDescriptor(TheArray, species)?.get;
const ourSpecies = speciesOf();

/**
 * Whether arrays and their prototypes still have the properties they came with, so that plain assignment is safe and
 * a copied array is an array.
 */
export function arraysAreOurs(): boolean {
  return (
    ownKeys(ArrayPrototype).length === keysOfArray &&
    ownKeys(ObjectPrototype).length === keysOfObject &&
    ArrayPrototype.constructor === TheArray &&
    speciesOf() === ourSpecies
  );
}
