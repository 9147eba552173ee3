/**
 * Files by path whose texts are made when they are asked for, whole or piece by piece: a thousand pages need not be in
 * memory at once, nor the whole of a large one.
 */
type Make = () => string | Iterable<string | Uint8Array>;

export class LazyFiles implements Iterable<readonly [path: string, text: string]> {
  private readonly makers: ReadonlyMap<string, Make>;

  constructor(makers: Iterable<readonly [path: string, make: Make]>) {
    this.makers = new Map(makers);
  }

  paths(): readonly string[] {
    return [...this.makers.keys()];
  }

  /** The text of a file in pieces; bytes are in an encoding of their own. */
  pieces(path: string): Iterable<string | Uint8Array> {
    const make = this.makers.get(path);
    if (make === undefined) throw new RangeError(`${path}: a file of the report expected`);
    const made = make();
    return typeof made === "string" ? [made] : made;
  }

  /** The text of a file; bytes are read as UTF-8. */
  get(path: string): string {
    return [...this.pieces(path)].map((piece) => piece.toString()).join("");
  }

  *[Symbol.iterator](): Generator<readonly [path: string, text: string]> {
    for (const path of this.makers.keys()) yield [path, this.get(path)];
  }
}
