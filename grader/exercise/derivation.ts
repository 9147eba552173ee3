/** The declaration of an exercise in which a derivation is written. */
import type { DerivationSpec } from "../derivation/written/spec.ts";
import { unitTitle } from "./units.ts";

export interface DerivationForm extends DerivationSpec {
  readonly title: string;
  readonly unit: number;
  /** Exercises of code to do before, by number: "ex09". */
  readonly requires: readonly string[];
  /** Three hints that escalate; the first asks, the last all but says it. */
  readonly hints: readonly [string, string, string];
  /** How long a student works on it, roughly. */
  readonly minutes: number;
  /** Whole points; 10 unless told. */
  readonly points?: number;
}

/** A derivation as the judge gets it. */
export interface DerivationExercise extends DerivationForm {
  readonly unitTitle: string;
  /** The folder's name: "d06-mse-line". */
  readonly slug: string;
}

/** Declares a derivation; its folder gives it its name. */
export const derivation = (form: DerivationForm): Omit<DerivationExercise, "slug"> => ({
  ...form,
  unitTitle: unitTitle(form.unit),
});
