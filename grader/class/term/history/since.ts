/** From when on a term is looked at. */
import { instantOf } from "../../policy/instant.ts";
import { Unusable } from "../../usage.ts";

const DAY = /^\d{4}-\d\d-\d\d$/;

/**
 * A day begins at midnight in the policy's time zone.
 *
 * @throws Unusable unless it is a day or a time, and one that has been
 */
export function sinceOf(typed: string, zone: string): number {
  const text = typed.trim();
  const isDay = DAY.test(text);
  if (!isDay && !/^\d{4}-\d\d-\d\d[T ]/.test(text))
    throw new Unusable(`--since: a day such as 2026-11-01, got ${JSON.stringify(typed)}`);
  if (isDay && !isOfCalendar(text))
    throw new Unusable(`--since: a day such as 2026-11-01, there is no ${text}`);
  const moment = instantOf(isDay ? `${text}T00:00:00` : text, "--since", zone);
  if (moment <= Date.now()) return moment;
  throw new Unusable(`--since: a day that has been, got ${JSON.stringify(typed)}`);
}

/** Node reads 31 February as 3 March: a day that comes back as another is none. */
function isOfCalendar(day: string): boolean {
  const moment = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(moment) && new Date(moment).toISOString().startsWith(day);
}
