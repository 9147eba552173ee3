/** How often each pair of many things was seen: a number for each, since a class of a thousand has half a million pairs. */
export class PairCounts {
  /** The pairs (1, 0), (2, 0), (2, 1), (3, 0) … */
  private counts: Uint16Array;

  /** @param n of how many things, numbered from 0 */
  constructor(n: number) {
    this.counts = new Uint16Array((n * (n - 1)) / 2);
  }

  /** Begins anew, with `n` things, in the same memory where it is enough. */
  clear(n: number): void {
    const pairs = (n * (n - 1)) / 2;
    const { buffer } = this.counts;
    this.counts =
      pairs * 2 <= buffer.byteLength ? new Uint16Array(buffer, 0, pairs).fill(0) : new Uint16Array(pairs);
  }

  add(smaller: number, larger: number): void {
    const at = (larger * (larger - 1)) / 2 + smaller;
    if (this.counts[at]! < 0xffff) this.counts[at]!++;
  }

  /** The `most` pairs that were seen at least `least` times, the most often seen first. */
  most(least: number, most: number): readonly (readonly [number, number, number])[] {
    const { enough, room } = this.threshold(least, most);
    let left = room;
    const found: [number, number, number][] = [];
    let at = 0;
    for (let larger = 1; at < this.counts.length; larger++)
      for (let smaller = 0; smaller < larger; smaller++, at++) {
        const count = this.counts[at]!;
        if (count > enough || (count === enough && left-- > 0)) found.push([smaller, larger, count]);
      }
    return found.sort((a, b) => b[2] - a[2]);
  }

  /** The count above which all pairs are taken, and how many of those that have just it. */
  private threshold(least: number, most: number): { enough: number; room: number } {
    const pairs = new Uint32Array(0x1_0000);
    for (const count of this.counts) pairs[count]!++;
    let room = most;
    for (let count = 0xffff; count >= least; count--) {
      if (pairs[count]! >= room) return { enough: count, room };
      room -= pairs[count]!;
    }
    return { enough: least, room: pairs[least]! };
  }
}
