/** An array of f32 on the device. */
export interface GpuArray {
  readonly buffer: GPUBuffer;
  readonly length: number;
}

/** A piece of an array: what begins at `from`; the matrices of a batch lie `stride` apart, 0 if they share one. */
export interface Part {
  readonly array: GpuArray;
  readonly from: number;
  readonly stride: number;
}

/** An array, or a piece of it. */
export type Operand = GpuArray | Part;

/** The piece that begins at `from`. */
export const part = (array: GpuArray, from: number, stride = 0): Part => ({ array, from, stride });

/** An array as its own piece, each matrix of a batch behind the one before. */
export const partOf = (operand: Operand, size: number): Part =>
  "array" in operand ? operand : { array: operand, from: 0, stride: size };

/**
 * Refuses an array that is too short for the shape.
 *
 * @throws RangeError
 */
export function mustHold(
  who: string,
  what: string,
  { array, from, stride }: Part,
  size: number,
  batch = 1,
): void {
  const needed = size === 0 ? 0 : from + stride * (batch - 1) + size;
  if (array.length < needed)
    throw new RangeError(`${who}: ${what} of ${needed} numbers expected, got ${array.length}`);
}
