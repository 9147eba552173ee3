import type { Value } from "../../../value.ts";

/** What is said of a value by itself; `not` where the opposite has words of its own. */
export interface Test {
  readonly id: string;
  readonly says: string;
  readonly not?: string;
  readonly weight: number;
  readonly holds: (value: Value) => boolean;
}
