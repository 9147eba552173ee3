/** Fills in on the map what has been done in this browser, and where to go on. */
import { readProgress } from "../playground/progress.ts";

const done = new Map(Object.entries(readProgress()));
const rows = [...document.querySelectorAll<HTMLElement>(".map [data-exercise]")];
const isDone = (row: HTMLElement): boolean => {
  const own = done.get(row.dataset.exercise ?? "");
  return own?.status === "pass";
};

const finished = new Set(rows.filter(isDone).map(({ dataset }) => dataset.id));
for (const row of rows) {
  const own = done.get(row.dataset.exercise ?? "");
  if (own === undefined) continue;
  row.classList.add(isDone(row) ? "done" : "begun");
  row.style.setProperty("--part", String(own.score / Math.max(1, own.maxScore)));
  const score = row.querySelector(".score");
  if (score !== null) score.textContent = isDone(row) ? "done" : `${own.score} of ${own.maxScore}`;
}
for (const unit of document.querySelectorAll<HTMLElement>(".unit")) {
  const own = [...unit.querySelectorAll<HTMLElement>("[data-exercise]")];
  const count = own.filter(isDone).length;
  const says = unit.querySelector(".unit-done");
  if (says !== null && count > 0)
    says.textContent = count === own.length ? "done" : `${count} of ${own.length} done`;
}

const ready = (row: HTMLElement): boolean =>
  (row.dataset.needs ?? "").split(" ").every((id) => id === "" || finished.has(id));
const begun = rows.find((row) => !isDone(row) && done.has(row.dataset.exercise ?? ""));
// Derivations are offered; the way leads past those that nobody has begun.
const ahead = rows.filter((row) => !isDone(row) && row.dataset.written === undefined);
const next = begun ?? ahead.find(ready) ?? ahead[0] ?? rows.find((row) => !isDone(row));
const button = document.querySelector<HTMLAnchorElement>("#continue");
if (button !== null && done.size > 0) {
  if (next === undefined) {
    button.textContent = "All exercises are done";
    button.href = "#map-title";
  } else {
    button.href = `${next.dataset.exercise}.html`;
    button.textContent = `Continue with ${next.querySelector(".to-exercise")?.firstChild?.textContent ?? ""}`;
  }
  const status = document.querySelector("#progress");
  if (status !== null) status.textContent = `${finished.size} of ${rows.length} done`;
}
next?.classList.add("next");
for (const unit of document.querySelectorAll<HTMLDetailsElement>(".unit"))
  if (next !== undefined) unit.open = unit.contains(next);
