/** A source map's answer to one question: which place of the source did this place of the output come from? */
import { decode } from "@jridgewell/sourcemap-codec";

/** A place in a text; line and column from 0. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A map for the `mappings` of a source map with one source: the nearest place at or before the one asked for. */
export function originOf(mappings: string): (place: Position) => Position | undefined {
  const lines = decode(mappings);
  return ({ line: outLine, column: outColumn }) => {
    const segment = lines[outLine]?.findLast(([at]) => at <= outColumn);
    // One number alone says that the code here comes from no source.
    if (segment === undefined || segment.length === 1) return undefined;
    const [, , line, column] = segment;
    return { line, column };
  };
}
