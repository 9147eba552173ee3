/** Records and fields of a text with delimiters, and where in the text each lies. */

export interface Cell {
  readonly text: string;
  /** Where it begins and ends in the whole text, quotes included. */
  readonly from: number;
  readonly to: number;
}

const DELIMITERS = [",", ";", "\t"];

/** Excel writes the delimiter into a line of its own, where it is asked to. */
const told = /^sep=(.)\r?\n/i;

/** Where the table begins, and what parts its fields: told, or most frequent outside of quotes in its first record. */
export function layoutOf(text: string): { readonly start: number; readonly delimiter: string } {
  const line = told.exec(text);
  if (line !== null) return { start: line[0].length, delimiter: line[1]! };
  const counts = new Map(DELIMITERS.map((each) => [each, 0]));
  let isQuoted = false;
  for (const letter of text) {
    if (letter === '"') isQuoted = !isQuoted;
    else if (isQuoted) continue;
    else if (letter === "\n" || letter === "\r") break;
    else if (counts.has(letter)) counts.set(letter, counts.get(letter)! + 1);
  }
  const delimiter = DELIMITERS.reduce((best, each) => (counts.get(each)! > counts.get(best)! ? each : best));
  return { start: 0, delimiter };
}

/** Where a title stands above the table, its commas say nothing: what else may part the fields. */
export function otherLayouts(text: string): ReturnType<typeof layoutOf>[] {
  const { start, delimiter } = layoutOf(text);
  return start > 0
    ? []
    : DELIMITERS.filter((each) => each !== delimiter).map((each) => ({ start, delimiter: each }));
}

/**
 * All records, whatever ends their lines. Inside of quotes a quote is doubled, or, as Moodle writes it, has a
 * backslash before it.
 *
 * @throws RangeError with the number of the record whose quotes do not end or are not doubled
 */
export function cellsOf(text: string, { start, delimiter }: ReturnType<typeof layoutOf>): Cell[][] {
  const records: Cell[][] = [];
  let at = start;
  const ends = (place: number): boolean =>
    place >= text.length || text[place] === delimiter || text[place] === "\n" || text[place] === "\r";
  const cell = (): Cell => {
    const from = at;
    if (text[at] !== '"') {
      while (!ends(at)) at++;
      return { text: text.slice(from, at), from, to: at };
    }
    for (at++; at < text.length; at++) {
      if (text[at] !== '"') continue;
      // PHP leaves a quote alone that a backslash stands before, also where the next one ends the field.
      if (text[at - 1] === "\\" && text[at + 1] === '"' && ends(at + 2)) continue;
      let after = at + 1;
      while (text[after] === " ") after++;
      if (ends(after)) {
        const field = text.slice(from + 1, at).replaceAll('""', '"');
        at = after;
        return { text: field, from, to: at };
      }
      if (text[at + 1] === '"') at++;
      else if (text[at - 1] !== "\\") break;
    }
    throw new RangeError(String(records.length + 1));
  };
  while (at < text.length) {
    const record = [cell()];
    while (text[at] === delimiter) {
      at++;
      record.push(cell());
    }
    records.push(record);
    at += text.startsWith("\r\n", at) ? 2 : 1;
  }
  return records;
}
