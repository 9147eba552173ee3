/** The page that says where everything from the sources has gone, as Markdown. */
import type { Coverage, Item, Place } from "./coverage.ts";

export function coverageText(
  { sources, items }: Coverage,
  placesOf: (place: string) => readonly Place[],
): string {
  const parts = Object.entries(sources).map(([source, title]) => {
    const own = items.filter(({ id }) => id.startsWith(`${source}-`));
    const rows = own.map(
      (item) => `| ${item.section} | ${item.kind}: ${cell(item.about)} | ${where(item, placesOf)} |`,
    );
    return [
      `## ${title} {#${source.toLowerCase()}}`,
      "",
      "| section | what it has | where it is |",
      "|---|---|---|",
      ...rows,
    ].join("\n");
  });
  return `# What became of the sources

Five documents stand behind this course. Here is each of their ${items.length} functions, formulas, figures, data sets, runs, printed numbers and claims, and where it is taught. What a source has wrong stands among the [errata](errata.html).

${parts.join("\n\n")}
`;
}

/** A bar would end the cell. */
const cell = (text: string): string => text.replaceAll("|", "\\|");

function where({ places }: Item, placesOf: (place: string) => readonly Place[]): string {
  if (places.includes("setup")) return "not needed here";
  const found = places.flatMap(placesOf);
  const links = [...new Set(found.map(({ name, href }) => `[${name}](${href})`))];
  return links.length === 0 ? "still to come" : links.join(", ");
}
