import { Unusable } from "../usage.ts";
import type { Submissions } from "./submissions.ts";

/** @throws Unusable unless it is a zip or a gzipped tar within the limits */
export async function openArchive(path: string): Promise<Submissions> {
  throw new Unusable(`${path}: a folder expected`);
}
