/**
 * Activations by name, with the slope as a function of the activation's own value a = g(z).
 *
 * At a kink the slope is that of the left branch: relu′(0) = 0, leakyRelu′(0) = 0.2.
 */
import { sigmoid } from "../numbers/sigmoid.ts";

/** Slope of the leaky ReLU on the left, as in the documents. */
export const LEAK = 0.2;

export const activations = {
  identity: { of: (z: number): number => z, slope: (_: number): number => 1 },
  sigmoid: { of: sigmoid, slope: (a: number): number => a * (1 - a) },
  tanh: { of: Math.tanh, slope: (a: number): number => 1 - a * a },
  relu: { of: (z: number): number => Math.max(z, 0), slope: (a: number): number => (a > 0 ? 1 : 0) },
  leakyRelu: {
    of: (z: number): number => (z > 0 ? z : LEAK * z),
    slope: (a: number): number => (a > 0 ? 1 : LEAK),
  },
} as const;

export type Activation = keyof typeof activations;
