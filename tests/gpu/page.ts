/** The same comparisons in a page, for browser.test.ts. */

import { openGpu } from "../../reference/gpu/device.ts";
import { type Agreement, agreementOf, comparisons } from "./twins/agreement.ts";

export interface PageFound {
  readonly reason?: string;
  readonly adapter?: string;
  readonly agreements: readonly Agreement[];
  readonly fault?: string | undefined;
}

export async function compareAll(seed: number): Promise<PageFound> {
  const { gpu, reason } = await openGpu({ choice: "webgpu", allowSoftware: true });
  if (gpu === undefined) return { reason, agreements: [] };
  const agreements: Agreement[] = [];
  for (const comparison of comparisons) agreements.push(await agreementOf(gpu, comparison, seed));
  const { name, fault } = gpu;
  gpu.close();
  return { adapter: name, agreements, fault };
}

(globalThis as { compareAll?: typeof compareAll }).compareAll = compareAll;
