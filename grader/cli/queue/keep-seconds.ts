import { LONGEST_KEEP } from "../../class/queue/ticket.ts";
import { UsageError } from "../../usage-error.ts";

const units: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400 };

/** `--keep`: how long a queue keeps what it holds, a day unless told. @throws UsageError unless it is a span up to 90 days */
export function keepSecondsOf(typed: string | undefined): number {
  const [, count, unit = ""] = /^(\d{1,7})([smhd])$/.exec(typed ?? "1d") ?? [];
  const seconds = Number(count) * (units[unit] ?? 0);
  if (seconds >= 60 && seconds <= LONGEST_KEEP) return seconds;
  throw new UsageError(`--keep: a span from 60s to 90d, such as 12h, got ${JSON.stringify(typed)}`);
}
