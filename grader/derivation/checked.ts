/**
 * How each displayed relation of a page was checked, as data: the page shows it, and counts are taken from it.
 */
import type { Drawn } from "./point.ts";

export type Checked =
  /** Held at random points. */
  | (Held & { readonly status: "held"; readonly tex: string })
  /** Says what a symbol means. */
  | {
      readonly status: "defined";
      readonly tex: string;
      /** Why nothing on the page holds it. */
      readonly reason?: string;
    }
  /** An update: a rule, not a claim. */
  | { readonly status: "rule"; readonly tex: string }
  /** The last side against a function of the reference, such as `mseLoss(x, y, w, b) by w`. */
  | (Held & { readonly status: "end"; readonly tex: string; readonly reference: string })
  | { readonly status: "unchecked"; readonly tex: string; readonly reason: string };

export interface Held {
  /** Points that were drawn and fit; at each, every value of the free indices. */
  readonly points: number;
  /**
   * The largest difference seen, as the comparison measures it: relative for `=`, absolute for `≈`. An
   * inequality has none.
   */
  readonly difference?: number;
}

/** Held, or what is wrong. */
export type Outcome = Held & {
  readonly wrong?: string;
  /** Why, in one word: the sides differ, one has no number somewhere, or too few points say anything. */
  readonly fails?: "apart" | "no number" | "unfit";
  /** A point where it fails. */
  readonly at?: Drawn;
};

export interface CheckedDisplay {
  readonly line: number;
  readonly step: number;
  /** The formula as it stands on the page. */
  readonly tex: string;
  readonly statements: readonly Checked[];
}

export interface Fault {
  readonly line: number;
  readonly step: number;
  /** The formula as it stands on the page. */
  readonly tex: string;
  readonly what: string;
}

/** How many relations were checked in one way. */
export const counted = (
  { displays }: { readonly displays: readonly CheckedDisplay[] },
  status: Checked["status"],
): number => displays.flatMap(({ statements }) => statements).filter((one) => one.status === status).length;
