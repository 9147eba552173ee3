/** A number with its thousands set apart by thin spaces that do not break. */
import { fixed } from "./frame/numbers.ts";

export const grouped = (value: number, digits: number): string => {
  const [whole = "", fraction] = fixed(value, digits).split(".");
  const parted = whole.replace(/(\d)(?=(\d{3})+$)/g, "$1\u202f");
  return fraction === undefined ? parted : `${parted}.${fraction}`;
};
