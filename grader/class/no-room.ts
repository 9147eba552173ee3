/** What the instructor can mend where a disk takes nothing more. */
import { Unusable } from "./usage.ts";

/** The error in words, if it is a disk's; else the error itself. */
export function noRoom(path: string, error: unknown): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (code === undefined || !/^E(NOSPC|DQUOT|ROFS|IO|FBIG)$/.test(code)) return error;
  const what =
    code === "ENOSPC" || code === "EDQUOT" ? "there is no room left" : `it cannot be written (${code})`;
  return new Unusable(
    `${path}: ${what}; what is graded is kept, so mend that and run the same command again`,
  );
}
