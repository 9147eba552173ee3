/**
 * IDX, the format of MNIST: 0, 0, type, number of axes, each axis' size in four bytes, then the values.
 */
export interface Idx {
  readonly shape: readonly number[];
  readonly values: Uint8Array;
}

/**
 * @param axes how many axes are expected: 3 for images, 1 for labels
 * @throws RangeError that says what was expected and what was found
 */
export function readIdx(bytes: Uint8Array, what: string, axes: number): Idx {
  const header = 4 + 4 * axes;
  const magic = bytes.length < 4 ? -1 : new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
  if (magic !== 0x800 + axes)
    throw new RangeError(
      `${what}: an IDX file of bytes with ${axes} ${axes === 1 ? "axis" : "axes"} expected, which begins with 0x${(0x800 + axes).toString(16).padStart(8, "0")}, got 0x${Math.max(0, magic).toString(16).padStart(8, "0")}`,
    );
  if (bytes.length < header)
    throw new RangeError(`${what}: a header of ${header} bytes expected, got ${bytes.length}`);
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const shape = Array.from({ length: axes }, (_, i) => view.getUint32(4 + 4 * i));
  const size = shape.reduce((product, each) => product * each, 1);
  if (bytes.length !== header + size)
    throw new RangeError(
      `${what}: ${header} + ${shape.join(" × ")} bytes expected, got ${bytes.length}; the file is ${bytes.length < header + size ? "cut off" : "too long"}`,
    );
  return { shape, values: bytes.subarray(header) };
}
