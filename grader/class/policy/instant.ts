/**
 * Moments as people write them, to milliseconds since 1970.
 *
 * A time without an offset means nothing until somebody says where the clock hangs: it is read in the given time
 * zone, or refused. A time that a change of the clocks leaves out, or brings twice, is refused in either case.
 */
import { Unusable } from "../usage.ts";

const WRITTEN =
  /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?\s?(Z|UTC|[+-]\d\d(?::?\d\d)?)?$/i;
const DAY = 86_400_000;

/** @throws Unusable with `where` in front */
export function instantOf(text: string, where: string, zone?: string): number {
  const [, y, mo, d, h, mi, s = "0", fraction = "", offset] = WRITTEN.exec(text.trim()) ?? [];
  const expected = "a time such as 2026-10-01T23:59:00+02:00";
  if (y === undefined) throw new Unusable(`${where}: ${expected}, got ${JSON.stringify(text)}`);
  const wall = Date.UTC(+y, +mo! - 1, +d!, +h!, +mi!, +s, Number(fraction.padEnd(3, "0").slice(0, 3)));
  const date = new Date(wall);
  const isReal =
    date.getUTCMonth() === +mo! - 1 && date.getUTCDate() === +d! && +h! < 24 && +mi! < 60 && +s < 60;
  if (!isReal) throw new Unusable(`${where}: ${expected}, there is no ${text}`);
  if (offset !== undefined) return wall - offsetOf(offset);
  if (zone === undefined)
    throw new Unusable(
      `${where}: ${JSON.stringify(text)} does not say where; add Z or an offset such as +02:00, or give a time zone`,
    );
  const moments = momentsOf(wall, zone);
  if (moments.length === 1) return moments[0]!;
  const which = moments.length === 0 ? "the clocks of that night leave it out" : "that night has it twice";
  throw new Unusable(`${where}: ${JSON.stringify(text)} in ${zone}: ${which}; write it with its offset`);
}

function offsetOf(text: string): number {
  const [, sign, hours, minutes = "0"] = /^([+-])(\d\d):?(\d\d)?$/.exec(text) ?? [];
  if (hours === undefined) return 0;
  return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** @throws RangeError if there is no such time zone */
function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    hourCycle: "h23",
    era: "short",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  formats.set(zone, made);
  return made;
}

export function isZone(zone: string): boolean {
  try {
    formatOf(zone);
    return true;
  } catch {
    return false;
  }
}

/** What the clock on the wall shows, as if it hung in Greenwich. */
function wallOf(moment: number, zone: string): number {
  const parts = Object.fromEntries(
    formatOf(zone)
      .formatToParts(moment)
      .map(({ type, value }) => [type, value]),
  );
  const { year, month, day, hour, minute, second } = parts;
  const whole = Date.UTC(+year!, +month! - 1, +day!, +hour!, +minute!, +second!);
  return whole + (((moment % 1000) + 1000) % 1000);
}

/** The moments at which a clock shows this, none to two, the earlier first. */
function momentsOf(wall: number, zone: string): readonly number[] {
  const offsets = [wallOf(wall - DAY, zone) - (wall - DAY), wallOf(wall + DAY, zone) - (wall + DAY)];
  const moments = offsets.map((offset) => wall - offset).filter((moment) => wallOf(moment, zone) === wall);
  return [...new Set(moments)].sort((a, b) => a - b);
}

/**
 * The same time of day some days later: by the calendar of a time zone, else 24 hours a day. Where the clocks leave
 * that time out or bring it twice, it is the later of what could be meant, in the student's favour.
 */
export function daysAfter(moment: number, days: number, zone: string | undefined): number {
  if (zone === undefined || days === 0) return moment + days * DAY;
  const wall = wallOf(moment, zone) + days * DAY;
  const moments = momentsOf(wall, zone);
  if (moments.length > 0) return moments.at(-1)!;
  const before = wallOf(wall - DAY, zone) - (wall - DAY);
  const after = wallOf(wall + DAY, zone) - (wall + DAY);
  return wall - Math.min(before, after);
}
