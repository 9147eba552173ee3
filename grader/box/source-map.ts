/** A source map's answer to one question: which place of the source did this place of the output come from? */

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** A place in a text; line and column from 0. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** The numbers of one segment, each in base 64 with a sign bit and a bit that says "more". */
function numbersOf(segment: string): number[] {
  const numbers: number[] = [];
  let value = 0;
  let shift = 0;
  for (const letter of segment) {
    const digit = alphabet.indexOf(letter);
    value |= (digit & 31) << shift;
    shift += 5;
    if ((digit & 32) !== 0) continue;
    numbers.push((value & 1) === 1 ? -(value >> 1) : value >> 1);
    value = shift = 0;
  }
  return numbers;
}

/** A map for the `mappings` of a source map with one source: the nearest place at or before the one asked for. */
export function originOf(mappings: string): (place: Position) => Position | undefined {
  const lines: { readonly at: number; readonly origin: Position }[][] = [];
  let line = 0;
  let column = 0;
  for (const text of mappings.split(";")) {
    const segments: { at: number; origin: Position }[] = [];
    let at = 0;
    for (const segment of text === "" ? [] : text.split(",")) {
      const [move = 0, , down, right] = numbersOf(segment);
      at += move;
      line += down ?? 0;
      column += right ?? 0;
      if (down !== undefined) segments.push({ at, origin: { line, column } });
    }
    lines.push(segments);
  }
  return (place) => lines[place.line]?.findLast(({ at }) => at <= place.column)?.origin;
}
