/** A regrade as tables: each cell that changes, and a text for each student whose points do, as for a mail merge. */
import type { ClassResults } from "../../results.ts";
import type { Regrade } from "../../term/regrade/regrade.ts";
import { studentTexts } from "../../term/regrade/texts.ts";
import { csvOf, type Field } from "./table.ts";

type File = readonly [path: string, make: () => Iterable<string>];

export const regradeFiles = (results: ClassResults, regrade: Regrade): readonly File[] => [
  ["regrade.csv", () => csvOf(cellRows(results, regrade), { bom: true })],
  ["regrade-texts.csv", () => csvOf(textRows(results, regrade), { bom: true })],
];

function* cellRows({ students }: ClassResults, { all }: Regrade): Generator<readonly Field[]> {
  yield [
    ...["folder", "identifier", "name", "exercise", "published", "max_published"],
    ...["graded_now", "counts", "max_now", "kept", "why"],
  ];
  for (const { student, slug, before, maxBefore, now, max, counts, isKept, why } of all) {
    const { folder, identifier, name } = students[student]!;
    yield [
      ...[folder, identifier ?? "", name ?? "", slug, before.score, maxBefore],
      ...[now.score, counts, max, isKept ? "yes" : "no", why.join("; ")],
    ];
  }
}

function* textRows(results: ClassResults, regrade: Regrade): Generator<readonly Field[]> {
  yield ["folder", "identifier", "name", "email", "text"];
  for (const { student, text } of studentTexts(results, regrade)) {
    const { folder, identifier, name, email } = student;
    yield [folder, identifier ?? "", name ?? "", email ?? "", text];
  }
}
