/**
 * Parameters by name as a text in JSON, so that every bit comes back.
 *
 *     load(save(θ)) = θ
 */

type Tensor = readonly number[] | readonly (readonly number[])[];
export type Parameters = Readonly<Record<string, Tensor>>;

/** What JSON has no number for, or what `JSON.stringify` makes another number of. */
const isSpecial = (x: number): boolean => !Number.isFinite(x) || Object.is(x, -0);

const numberText = (x: number): string => (Object.is(x, -0) ? "-0" : Number.isFinite(x) ? `${x}` : `"${x}"`);
const textOf = (list: Tensor | number): string =>
  typeof list === "number" ? numberText(list) : `[${list.map(textOf).join(",")}]`;

/** The text of the parameters; NaN and infinities are texts in it. */
export const stateText = (params: Parameters): string =>
  `{${Object.entries(params)
    .map(([name, tensor]) => `${JSON.stringify(name)}:${textOf(tensor)}`)
    .join(",")}}`;

/**
 * Whether a text in JSON holds these parameters and nothing else, every number to the last bit. What is no number of
 * JSON's, and −0, may stand there in any way but as null or as another number.
 */
export function holdsState(text: string, params: Parameters): boolean {
  let found: unknown;
  try {
    found = JSON.parse(text);
  } catch {
    return false;
  }
  if (typeof found !== "object" || found === null || Array.isArray(found)) return false;
  const names = Object.keys(params);
  return (
    Object.keys(found).length === names.length &&
    names.every(
      (name) => Object.hasOwn(found, name) && isHeld((found as Record<string, unknown>)[name], params[name]!),
    )
  );
}

function isHeld(found: unknown, right: Tensor | number): boolean {
  if (typeof right === "number")
    return Object.is(found, right) || (isSpecial(right) && typeof found !== "number" && found !== null);
  return (
    Array.isArray(found) &&
    found.length === right.length &&
    right.every((entry, i) => isHeld(found[i], entry))
  );
}

/** The parameters that a text of `stateText` holds, as own fields whatever their names. */
export const stateOf = (text: string): Parameters => JSON.parse(text) as Parameters;

/**
 * A text in JSON that holds numbers alone, without spaces and with these names in their order, so that it differs from
 * another one by what it holds; any other text as it is.
 */
export function compactState(text: string, params: Parameters): string {
  try {
    const found = stateOf(text);
    if (Array.isArray(found)) return text;
    const names = [...Object.keys(params), ...Object.keys(found)].filter((name) =>
      Object.hasOwn(found, name),
    );
    const ordered = [...new Set(names)].map((name) => [name, found[name] as Tensor] as const);
    const isOfNumbers = ordered.every(
      ([, list]) => Array.isArray(list) && list.flat().every(Number.isFinite),
    );
    return isOfNumbers
      ? `{${ordered.map(([name, list]) => `${JSON.stringify(name)}:${textOf(list)}`).join(",")}}`
      : text;
  } catch {
    return text;
  }
}
