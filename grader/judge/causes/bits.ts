/**
 * The binary digits of a number, and of a whole multiple: what computation left of the 53 that a double has.
 */
const view = new DataView(new ArrayBuffer(8));

/** How many binary digits a number has from its first 1 to its last: 1 for 0.25, 53 for 0.1. */
export function bitsOf(x: number): number {
  if (x === 0 || !Number.isFinite(x)) return 0;
  view.setFloat64(0, x);
  let mantissa = ((view.getUint32(0) & 0xfffff) | 0x100000) * 2 ** 32 + view.getUint32(4);
  let bits = 53;
  while (mantissa % 2 === 0) {
    mantissa /= 2;
    bits--;
  }
  return bits;
}

/** The same of the number with fewest digits within a few units of the last place. */
export function bitsNear(x: number, units: number): number {
  if (x === 0 || !Number.isFinite(x)) return 0;
  const size = 2 ** Math.floor(Math.log2(Math.abs(x)));
  for (let bits = 1; bits < 53; bits++) {
    const grain = size * 2 ** (1 - bits);
    if (Math.abs(x - Math.round(x / grain) * grain) <= units * size * 2 ** -52) return bits;
  }
  return 53;
}
