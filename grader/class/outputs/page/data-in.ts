/**
 * An object for a script, inside an element that runs nothing: no sequence in it ends that element. A piece for each
 * entry.
 */
export function* dataIn(entries: Iterable<readonly [name: string, value: unknown]>): Generator<string> {
  let before = "{";
  for (const [name, value] of entries) {
    yield `${before}${JSON.stringify(name)}:${JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, unicode)}`;
    before = ",";
  }
  yield "}";
}

const unicode = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
