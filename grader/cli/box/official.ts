/** What an official run asks of the box. */
import type { Layer } from "../../box/box.ts";
import { UsageError } from "../../usage-error.ts";

/** The first release of each line without the holes that an official run must not have. */
const SOUND: Readonly<Record<number, readonly [minor: number, patch: number]>> = {
  22: [23, 0],
  24: [17, 0],
  26: [3, 1],
};

/** True for releases of Node whose permission model has no known hole. */
export function isSound(version: string): boolean {
  const [major = 0, minor = 0, patch = 0] = version.split(".").map(Number);
  const least = SOUND[major];
  if (least === undefined) return major > 26;
  return minor > least[0] || (minor === least[0] && patch >= least[1]);
}

/**
 * Lets an official run go on only in a strong box: bubblewrap, or prlimit with a recent Node.
 *
 * @param what who asks for it, for the message
 * @throws UsageError if it is weak
 */
export function assertStrong(
  layers: readonly Layer[],
  version: string,
  allowsWeak: boolean,
  what = "--official",
): void {
  const has = (name: string): boolean => layers.some((layer) => layer.name === name && layer.inForce);
  if (allowsWeak || has("bubblewrap") || (has("prlimit") && isSound(version))) return;
  throw new UsageError(
    `${what}: a strong box, got one without bubblewrap on Node ${version}; install bubblewrap (npm run doctor), or say --allow-weak-box`,
  );
}
