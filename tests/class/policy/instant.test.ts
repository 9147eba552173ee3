import { describe, expect, test } from "vitest";
import { daysAfter, instantOf } from "../../../grader/class/policy/instant.ts";
import { daysLate } from "../../../grader/class/policy/lateness.ts";

const at = (text: string): number => instantOf(text, "here");
const iso = (moment: number): string => new Date(moment).toISOString();

describe("a time", () => {
  test.each([
    ["2026-10-01T23:59:00+02:00", "2026-10-01T21:59:00.000Z"],
    ["2026-10-01 21:59:00 UTC", "2026-10-01T21:59:00.000Z"],
    ["2026-10-01T21:59Z", "2026-10-01T21:59:00.000Z"],
    ["2026-10-01T21:59:00.123456Z", "2026-10-01T21:59:00.123Z"],
    ["2026-10-01T16:29:30-0530", "2026-10-01T21:59:30.000Z"],
    ["2024-02-29T12:00:00Z", "2024-02-29T12:00:00.000Z"],
  ])("%s is %s", (text, moment) => {
    expect(iso(at(text))).toBe(moment);
  });

  test.each([
    ["2026-10-01T23:59:00", /does not say where/],
    ["2026-10-01", /a time such as/],
    ["1.10.2026 23:59", /a time such as/],
    ["2026-02-29T12:00:00Z", /there is no/],
    ["2026-10-01T24:00:00Z", /there is no/],
    ["2026-10-01T23:60:00Z", /there is no/],
  ])("%s is refused", (text, message) => {
    expect(() => at(text)).toThrow(message);
  });

  test("without an offset is read where the policy says, in summer and in winter", () => {
    expect(iso(instantOf("2026-07-01T23:59", "here", "Europe/Berlin"))).toBe("2026-07-01T21:59:00.000Z");
    expect(iso(instantOf("2026-12-01T23:59", "here", "Europe/Berlin"))).toBe("2026-12-01T22:59:00.000Z");
    expect(iso(instantOf("2026-12-01T23:59", "here", "Asia/Kathmandu"))).toBe("2026-12-01T18:14:00.000Z");
    expect(iso(instantOf("2026-12-01T23:59", "here", "Pacific/Kiritimati"))).toBe("2026-12-01T09:59:00.000Z");
  });

  test("that the change of the clocks leaves out or brings twice is refused", () => {
    expect(() => instantOf("2026-03-29T02:30", "due", "Europe/Berlin")).toThrow(
      /leave it out; write it with/,
    );
    expect(() => instantOf("2026-10-25T02:30", "due", "Europe/Berlin")).toThrow(
      /has it twice; write it with/,
    );
    expect(iso(instantOf("2026-10-25T02:30:00+01:00", "due", "Europe/Berlin"))).toBe(
      "2026-10-25T01:30:00.000Z",
    );
  });
});

describe("days late", () => {
  const due = at("2026-10-01T23:59:00+02:00");
  const day = 86_400_000;
  test.each([
    [0, 0],
    [-1, 0],
    [1, 1],
    [1000, 1],
    [day - 1, 1],
    [day, 1],
    [day + 1, 2],
    [7 * day, 7],
    [7 * day + 1, 8],
    [1000 * day + 1, 1001],
  ])("%i ms after the deadline are %i", (ms, days) => {
    expect(daysLate(due + ms, due)).toBe(days);
  });

  test("end at the same time of day where the clocks change, and after 24 hours without a time zone", () => {
    const autumn = at("2026-10-24T23:59:00+02:00");
    const hour25 = at("2026-10-25T23:59:00+01:00");
    expect(daysLate(hour25, autumn, "Europe/Berlin")).toBe(1);
    expect(daysLate(hour25 + 1, autumn, "Europe/Berlin")).toBe(2);
    expect(daysLate(hour25, autumn)).toBe(2);
    const spring = at("2026-03-28T23:59:00+01:00");
    const hour23 = at("2026-03-29T23:59:00+02:00");
    expect(daysLate(hour23, spring, "Europe/Berlin")).toBe(1);
    expect(daysLate(hour23 + 1, spring, "Europe/Berlin")).toBe(2);
    expect(daysLate(hour23 + 1, spring)).toBe(1);
  });

  test("that would end in the hour that is left out, or twice there, end as late as may be", () => {
    const before = at("2026-03-28T02:30:00+01:00");
    expect(iso(daysAfter(before, 1, "Europe/Berlin"))).toBe("2026-03-29T01:30:00.000Z");
    const twice = at("2026-10-24T02:30:00+02:00");
    expect(iso(daysAfter(twice, 1, "Europe/Berlin"))).toBe("2026-10-25T01:30:00.000Z");
  });
});
