/**
 * Files by path whose texts are made when they are asked for: a thousand pages need not be in memory at once.
 */
export class LazyFiles implements ReadonlyMap<string, string> {
  private readonly makers: ReadonlyMap<string, () => string>;

  constructor(makers: Iterable<readonly [string, () => string]>) {
    this.makers = new Map(makers);
  }

  get size(): number {
    return this.makers.size;
  }

  has(path: string): boolean {
    return this.makers.has(path);
  }

  get(path: string): string | undefined {
    return this.makers.get(path)?.();
  }

  keys(): MapIterator<string> {
    return this.makers.keys();
  }

  *values(): MapIterator<string> {
    for (const make of this.makers.values()) yield make();
  }

  *entries(): MapIterator<[string, string]> {
    for (const [path, make] of this.makers) yield [path, make()];
  }

  [Symbol.iterator](): MapIterator<[string, string]> {
    return this.entries();
  }

  forEach(use: (text: string, path: string, files: ReadonlyMap<string, string>) => void): void {
    for (const [path, text] of this) use(text, path, this);
  }
}
