/** As much of WebAssembly as is used. */
export interface Engine {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: unknown };
}

/** This thread's own, if it has one. */
export const engine = (): Engine | undefined =>
  (globalThis as unknown as { readonly WebAssembly?: Engine }).WebAssembly;

/**
 * What a small module exports, at once.
 *
 * @param assembled the module in base64
 * @returns undefined where the engine lacks WebAssembly or its SIMD, or may not use it
 */
export function exportsOf<E>(assembled: string, of: Engine | undefined = engine()): E | undefined {
  if (of === undefined) return undefined;
  try {
    const binary = Uint8Array.from(atob(assembled), (letter) => letter.charCodeAt(0));
    return new of.Instance(new of.Module(binary)).exports as E;
  } catch {
    return undefined;
  }
}
