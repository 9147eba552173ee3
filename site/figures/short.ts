/** Numbers in pictures, where there is little room. */
import { digits } from "./frame/numbers.ts";

/** Up to four digits that count, or as many as are told, without zeros at the end. */
export const short = (value: number, count = 4): string =>
  Math.abs(value) < 1e-9
    ? "0"
    : digits(value, count)
        .replace(/(\.\d*?)0+$/, "$1")
        .replace(/\.$/, "");

/** The same with its sign, as a change is written. */
export const signed = (value: number, count = 4): string =>
  `${value < 0 ? "−" : "+"} ${short(Math.abs(value), count)}`;

/** The same in brackets where it is negative, as a factor is written. */
export const factor = (value: number): string => (value < 0 ? `(${short(value)})` : short(value));
