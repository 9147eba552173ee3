/** How many hints of each exercise were shown, kept in .chainrule/hints.json. */
import { readKept, writeKept } from "../kept-file.ts";

export type HintState = Readonly<Record<string, number>>;

const FILE = "hints.json";

const isCount = (value: unknown): value is number =>
  Number.isInteger(value) && (value as number) >= 0 && (value as number) <= 1000;

export const readHintState = (root: string): HintState => readKept(root, FILE, isCount);

/** False where the folder takes no file. */
export const writeHintState = (root: string, state: HintState): boolean => writeKept(root, FILE, state);
