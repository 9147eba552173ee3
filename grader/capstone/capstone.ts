/** What a capstone is: the work at the end of a unit, done by the student's own functions. */
import type { Hands } from "./hands.ts";
import type { Part } from "./picture.ts";

/** Functions of one exercise, and what they do here. */
export interface Use {
  /** By number: "ex09". */
  readonly exercise: string;
  readonly functions: readonly string[];
  /** In a few words that go on from the names: "draws the line". */
  readonly does: string;
}

/** The one thing beside the seed that somebody may try: a value out of a few. */
export interface Setting {
  /** What is set, in words that stand before the value: "hidden units". */
  readonly name: string;
  readonly values: readonly string[];
  /** The one that is taken unless told. */
  readonly usual: string;
}

/** What somebody who runs a capstone may choose. */
export interface Choice {
  readonly seed: number;
  /** One of the setting's values, where the capstone has a setting. */
  readonly setting?: string;
  /** A formula of x, where the capstone takes one. */
  readonly formula?: string;
}

/** Takes each part of what is shown as soon as it is there. */
export type Show = (part: Part) => void;

export interface Capstone {
  readonly unit: number;
  /** What is done, as a sentence without its full stop. */
  readonly title: string;
  readonly uses: readonly Use[];
  /** The formula that it takes unless told; absent where it takes none. */
  readonly formula?: string;
  /** What it lets one try; absent where there is nothing. */
  readonly setting?: Setting;
  /**
   * Does the work.
   *
   * @throws Unread for a formula that cannot be read
   */
  readonly work: (hands: Hands, choice: Choice, show: Show) => Promise<void>;
}
