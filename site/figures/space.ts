/** Space as it is seen from far away: turned about the vertical axis, then tilted towards the eye. */

export type Vector3 = readonly [number, number, number];

export interface View {
  /** Degrees. The eye looks from the direction (cos tilt · cos turn, cos tilt · sin turn, sin tilt). */
  readonly turn: number;
  readonly tilt: number;
}

/** A place on the picture, and how near to the eye it is. */
export interface Seen {
  readonly x: number;
  readonly y: number;
  readonly near: number;
}

/**
 * Parallel projection.
 *
 *     x = −sin φ·x₁ + cos φ·x₂
 *     y = sin θ·(cos φ·x₁ + sin φ·x₂) − cos θ·x₃     (downwards)
 */
export function seenFrom({ turn, tilt }: View): (p: Vector3) => Seen {
  const [φ, θ] = [turn, tilt].map((degrees) => (degrees * Math.PI) / 180) as [number, number];
  const [sin, cos, up, along] = [Math.sin(φ), Math.cos(φ), Math.sin(θ), Math.cos(θ)];
  return ([x1, x2, x3]) => {
    const towards = cos * x1 + sin * x2;
    return { x: cos * x2 - sin * x1, y: up * towards - along * x3, near: along * towards + up * x3 };
  };
}
