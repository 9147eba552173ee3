/** Significant digits of a number in print; what is shorter than that is printed in full. */
export const DIGITS = 7;

/** A number as a student would type it, rounded to so many significant digits where its shortest form is longer. */
export function printNumber(x: number, digits: number = DIGITS): string {
  if (Object.is(x, -0)) return "-0";
  if (!Number.isFinite(x) || Number.isSafeInteger(x)) return String(x);
  const shortest = tidy(String(x));
  if (significant(shortest) <= digits || digits >= 17) return shortest;
  return tidy(String(Number(x.toPrecision(digits))));
}

/** The least number of digits, from 7 on, at which two different numbers differ in print. */
export function digitsFor(a: number, b: number): number {
  if (Object.is(a, b)) return DIGITS;
  let digits = DIGITS;
  while (digits < 17 && printNumber(a, digits) === printNumber(b, digits)) digits++;
  return digits;
}

const tidy = (text: string): string => text.replace("e+", "e");
const significant = (text: string): number =>
  text.replace(/e.*/, "").replace(/[-.]/g, "").replace(/^0+/, "").length;

/** The texts of a column of numbers, padded so that their decimal points stand below each other. */
export function alignDecimals(texts: readonly string[]): readonly string[] {
  const parts = texts.map((text) => {
    const point = /^(?:-?\d+)(?=[.e])/.exec(text)?.[0].length ?? text.length;
    return { before: text.slice(0, point), after: text.slice(point) };
  });
  const before = Math.max(0, ...parts.map((part) => part.before.length));
  const after = Math.max(0, ...parts.map((part) => part.after.length));
  return parts.map((part) => part.before.padStart(before) + part.after.padEnd(after));
}
