/**
 * A kernel: a WGSL body with its arrays and parameters declared as data, from which the rest of the shader is made.
 */
import { mathWgsl } from "./math-wgsl.ts";

export interface KernelSpec<P extends string = string> {
  /** For error messages and the pipeline's label. */
  readonly name: string;
  /** Scalars of a call, in order. */
  readonly params: Readonly<Record<P, "u32" | "f32">>;
  /** Arrays of f32 that it reads. */
  readonly reads: readonly string[];
  /** Arrays of f32 that it writes; it may read them as well. */
  readonly writes: readonly string[];
  /**
   * What is done by one invocation, as statements. `i` is its number, `lane` its number in the workgroup of 256,
   * `group` the workgroup's number. Invocations at or beyond `p.threads` return before it; with `shared`, whole groups do.
   * Invocations do not see what others of the same dispatch write, which may be cut into several.
   */
  readonly body: string;
  /** Functions and shared memory at module level. */
  readonly module?: string;
  /** The body holds barriers: all invocations of a group enter it or none. */
  readonly shared?: true;
}

export interface Kernel<P extends string = string> extends KernelSpec<P> {
  readonly wgsl: string;
}

/** Invocations of a workgroup, within every adapter's limits. */
export const LANES = 256;
/** Most workgroups along one axis, by WebGPU's default limits. */
export const MOST_GROUPS = 65_535;

/** Declares a kernel. */
export function kernel<P extends string>(spec: KernelSpec<P>): Kernel<P> {
  const params = Object.entries<string>(spec.params).map(([name, type]) => `  ${name}: ${type},`);
  const arrays = [
    ...spec.reads.map((name) => [name, "read"] as const),
    ...spec.writes.map((name) => [name, "read_write"] as const),
  ].map(([name, access], k) => `@group(0) @binding(${k + 1}) var<storage, ${access}> ${name}: array<f32>;`);
  const wgsl = `
struct Params {
  threads: u32,
  first_group: u32,
${params.join("\n")}
}
@group(0) @binding(0) var<uniform> p: Params;
${arrays.join("\n")}
${mathWgsl}
${spec.module ?? ""}
@compute @workgroup_size(${LANES})
fn main(@builtin(workgroup_id) workgroup: vec3u, @builtin(local_invocation_index) lane: u32) {
  let group = p.first_group + workgroup.x + workgroup.y * ${MOST_GROUPS}u;
  let i = group * ${LANES}u + lane;
  if (${spec.shared === true ? `group * ${LANES}u` : "i"} >= p.threads) { return; }
${spec.body}
}
`;
  return { ...spec, wgsl };
}
