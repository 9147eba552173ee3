const form = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)?)?$/;

/** Whether a text is a date, with a time or without, as people write due dates: 2026-12-01, 2026-12-08T18:00. */
export function isDate(text: string): boolean {
  // Node reads 31 February as 3 March: a day that comes back as another is none.
  const day = text.slice(0, 10);
  const time = Date.parse(`${day}T00:00:00Z`);
  const isDay = !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
  return form.test(text) && isDay && !Number.isNaN(Date.parse(text));
}
