/** What a run of the tests begins with: a folder for what several files need and one makes, which goes with the run. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";

export default function setup({ provide }: TestProject): () => void {
  // With it Node reads all certificates at each start, which doubles one, and tests start it a thousand times. What
  // reaches a registry takes it from here.
  provide("certificates", process.env.NODE_EXTRA_CA_CERTS);
  delete process.env.NODE_EXTRA_CA_CERTS;
  const folder = mkdtempSync(join(tmpdir(), "chainrule-tests-"));
  provide("runFolder", folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
