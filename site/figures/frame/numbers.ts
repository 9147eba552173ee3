/**
 * Numbers as readers see them: a proper minus, digits that count, powers of ten set as powers.
 */

const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** −12 as ⁻¹². */
export const superscript = (whole: number): string =>
  [...String(whole)].map((c) => (c === "-" ? "⁻" : (SUPERSCRIPTS[Number(c)] ?? ""))).join("");

/** A fixed number of digits after the point. */
export const fixed = (value: number, digits: number): string =>
  Number.isFinite(value) ? unsignedZero(value.toFixed(digits)).replace("-", "−") : odd(value);

/**
 * So many digits that count; very small and very large numbers as a product with a power of ten.
 */
export function digits(value: number, count = 4): string {
  if (!Number.isFinite(value)) return odd(value);
  if (value === 0) return "0";
  const size = Math.abs(value);
  if (size >= 1e-3 && size < 1e6) {
    const text = value.toPrecision(count);
    const short = text.includes("e") ? String(Number(text)) : text;
    return short.replace("-", "−");
  }
  const [mantissa = "", power = "0"] = value.toExponential(count - 1).split("e");
  return `${mantissa.replace("-", "−")}·10${superscript(Number(power))}`;
}

/** A number in as few characters as say it exactly enough for a tick or a setting. */
export function brief(value: number): string {
  if (!Number.isFinite(value)) return odd(value);
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-4 || size >= 1e6)) {
    const [mantissa = "", power = "0"] = Number(value.toPrecision(6)).toExponential().split("e");
    const sign = mantissa.startsWith("-") ? "−" : "";
    const factor = mantissa.replace("-", "");
    return `${sign}${factor === "1" ? "" : `${factor}·`}10${superscript(Number(power))}`;
  }
  return String(Number(value.toPrecision(6))).replace("-", "−");
}

const odd = (value: number): string => (Number.isNaN(value) ? "NaN" : value > 0 ? "∞" : "−∞");
const unsignedZero = (text: string): string => (/^-0(\.0*)?$/.test(text) ? text.slice(1) : text);
