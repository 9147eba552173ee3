/** One thing that was looked at. */
export interface Examined {
  readonly name: string;
  /** `no`: grading does not work without it; `missing`: it works, with less. */
  readonly state: "yes" | "missing" | "no";
  readonly says: string;
}
