/** How a bowl with two inputs bends: eigenvalues of its Hessian, and the unit vectors that belong to them. */
export interface Bend {
  readonly values: readonly [number, number];
  readonly vectors: readonly [readonly [number, number], readonly [number, number]];
}

/**
 * Points of the ellipse on which a bowl is `rise` above its least value, as seen from there.
 *
 *     f − f* = ½ dᵀHd,   d = Σ_k √(2·rise/λ_k) u_k v_k,   u on the unit circle
 */
export function levelEllipse(
  { values, vectors }: Bend,
  rise: number,
  points: number,
): readonly (readonly [number, number])[] {
  const [across, along] = vectors;
  const [short, long] = values.map((value) => Math.sqrt((2 * rise) / value)) as [number, number];
  return Array.from({ length: points }, (_, i) => {
    const turn = (2 * Math.PI * i) / points;
    const [p, q] = [short * Math.cos(turn), long * Math.sin(turn)];
    return [p * across[0] + q * along[0], p * across[1] + q * along[1]] as const;
  });
}
