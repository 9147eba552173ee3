/** The kernel of products.wat, ready to be called. */
import { exportsOf } from "./engine.ts";
import { bytes } from "./products-bytes.ts";

export interface Kernel {
  /** All its memory, which never grows: this view lives as long as the kernel. */
  readonly memory: Float64Array;
  /** Addresses are in bytes. */
  readonly products: (C: number, A: number, B: number, panels: number, terms: number) => void;
}

type Exports = Pick<Kernel, "products"> & { readonly memory: { readonly buffer: ArrayBuffer } };

/** @returns undefined where there can be none: the loops do its work, to the same bits */
export function kernelOf(...given: Parameters<typeof exportsOf>): Kernel | undefined {
  const found = exportsOf<Exports>(...given);
  return found && { products: found.products, memory: new Float64Array(found.memory.buffer) };
}

let made: { readonly kernel: Kernel | undefined } | undefined;

/** This thread's kernel, made when it is first asked for. */
export function kernel(): Kernel | undefined {
  made ??= { kernel: kernelOf(bytes) };
  return made.kernel;
}
