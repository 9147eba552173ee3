import { isSound } from "../box/official.ts";
import type { Examined } from "./examined.ts";

/** When each line of Node stops being mended. */
const END_OF_LIFE: Readonly<Record<number, string>> = {
  20: "2026-04-30",
  22: "2027-04-30",
  24: "2028-04-30",
  26: "2029-04-30",
};

export function examineNode(
  version: string,
  today: string = new Date().toISOString().slice(0, 10),
): Examined {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const name = `Node ${version}`;
  if (major < 20 || (major === 20 && minor < 19)) {
    return { name, state: "no", says: "Too old: install Node 24 from https://nodejs.org." };
  }
  const end = END_OF_LIFE[major];
  if (major % 2 === 1) {
    return { name, state: "missing", says: "Works; an odd release is not kept up for long: Node 24 is." };
  }
  if (end !== undefined && end < today) {
    return { name, state: "missing", says: `Works; past its end of life (${end}): install Node 24.` };
  }
  return isSound(version)
    ? { name, state: "yes", says: "Supported." }
    : { name, state: "missing", says: "Works; official runs ask for a newer release of this line." };
}
