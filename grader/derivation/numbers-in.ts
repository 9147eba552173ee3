/** A number, a list or a list of rows, read from what somebody types: `[1, -1/2]`. Pages load it by itself. */
export type Numbers = number | readonly number[] | readonly (readonly number[])[];

/** What a text says as numbers; nothing where it is none, has rows of different lengths, or is very long. */
export function numbersIn(text: string): Numbers | undefined {
  const number = /[-−]?(?:\d+\.?\d*|\.\d+)(?:\s*\/\s*\d+\.?\d*)?/g;
  const inJson = text.slice(0, LONGEST).replace(number, (one) => {
    const [above = "", below = "1"] = one.replace("−", "-").split("/");
    return JSON.stringify(Number(above) / Number(below));
  });
  try {
    const value: unknown = JSON.parse(inJson);
    return isNumbers(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Characters that are read. */
const LONGEST = 400;

function isNumbers(value: unknown): value is Numbers {
  if (typeof value === "number") return Number.isFinite(value);
  if (!Array.isArray(value) || value.length === 0) return false;
  const [first] = value as unknown[];
  if (typeof first === "number") return value.every((x) => typeof x === "number");
  return (
    Array.isArray(first) &&
    value.every(
      (row) => Array.isArray(row) && row.length === first.length && row.every((x) => typeof x === "number"),
    )
  );
}
