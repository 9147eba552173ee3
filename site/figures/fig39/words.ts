/** Shares and slopes in few characters. */
import { digits, fixed } from "../frame/numbers.ts";

export const shareText = (share: number): string =>
  share === 0 ? "0" : share < 5e-4 ? digits(share, 2) : share > 0.9995 && share < 1 ? "≈ 1" : fixed(share, 3);
export const signed = (slope: number): string =>
  slope === 0 ? "0" : Math.abs(slope) < 5e-4 ? digits(slope, 2) : `${slope > 0 ? "+" : ""}${fixed(slope, 3)}`;
