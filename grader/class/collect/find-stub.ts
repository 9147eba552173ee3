/** Where in a submission the file of an exercise lies. */
import { aKind, type Path, type Tree } from "./tree.ts";

/** With neither path nor refusal there is no such file. */
export interface Found {
  readonly path?: Path;
  /** What lies in its place. */
  readonly refused?: string;
  readonly remarks: readonly string[];
}

/** The file's name: the slug without its number. */
const nameOf = (slug: string): string => `${slug.replace(/^ex\d+-/, "")}.ts`;

/** Where the file may lie; where the stub was handed out comes first. */
const placesOf = (slug: string): readonly Path[] => [
  ["exercises", slug, nameOf(slug)],
  [slug, nameOf(slug)],
  [nameOf(slug)],
  [`${slug}.ts`],
];

/** What differs only so is the same to some file systems and to most people. */
const fold = (name: string): string => name.normalize("NFKC").toLowerCase();

/**
 * The first place that holds something. What is no plain file there is refused, and no later place makes up for it:
 * else a link at the usual place would be a way to hand in one file and to show another.
 */
export function findStub(tree: Tree, slug: string): Found {
  const remarks: string[] = [];
  let first: Found | undefined;
  for (const place of placesOf(slug)) {
    const found = look(tree, place, remarks);
    if (found === undefined) continue;
    if (first === undefined) first = found;
    else if (first.path !== undefined && found.path !== undefined)
      remarks.push(`${place.join("/")}: ignored, since there is ${first.path.join("/")}`);
  }
  return { ...first, remarks };
}

function look(tree: Tree, place: Path, remarks: string[]): Found | undefined {
  for (const [i, part] of place.entries()) {
    const shown = place.slice(0, i + 1).join("/");
    const wanted = i === place.length - 1 ? "file" : "folder";
    const entries = tree.list(place.slice(0, i));
    const kind = entries?.get(part);
    if (kind === undefined) {
      const twin = [...(entries?.keys() ?? [])].find((name) => fold(name) === fold(part));
      if (twin !== undefined)
        remarks.push(`${[...place.slice(0, i), twin].join("/")}: ignored, the name must be exactly ${part}`);
      return undefined;
    }
    if (kind !== wanted)
      return { refused: `${shown}: a plain ${wanted} expected, got ${aKind(kind)}`, remarks };
  }
  return { path: place, remarks };
}

/** True if there is a file of one of these exercises, or something in its place. */
export const holds = (tree: Tree, slugs: readonly string[]): boolean =>
  slugs.some((slug) => {
    const { path, refused } = findStub(tree, slug);
    return path !== undefined || refused !== undefined;
  });
