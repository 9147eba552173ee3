/** What files import of one another, types included, and the circles in it. */
import { posix } from "node:path";

/** By file or folder, what it imports. */
export type ImportGraph = ReadonlyMap<string, readonly string[]>;

/** Line by line from its start, so that a text which holds a program is not taken for one. */
const patterns = [
  /^\s*(?:import|export)\b[^"'`;]*?from\s*["']([^"']+)["']/gm,
  /^import\s*["']([^"']+)["']/gm,
  /\bimport\(\s*["']([^"']+)["']/g,
];

/** A program without its comments; `//` inside a text, as in an address, is none. */
export const withoutComments = (text: string): string =>
  text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|\s)\/\/.*$/gm, "");

/** What a file of this text imports: paths from the root, or names of packages and built-ins. */
export function importsIn(file: string, text: string): string[] {
  const code = withoutComments(text);
  return patterns
    .flatMap((pattern) => [...code.matchAll(pattern)].map(([, name]) => name as string))
    .map((name) => name.replace(/\?(raw|bundle)$/, ""))
    .map((name) => (name.startsWith(".") ? posix.join(posix.dirname(file), name) : name));
}

/** The circles of rooms, each with the imports that tie it. */
export function circlesOfRooms(graph: ImportGraph, roomOf: (file: string) => string): string[] {
  const rooms = new Map<string, string[]>();
  const ties = new Map<string, string>();
  for (const [file, names] of graph) {
    const room = roomOf(file);
    const others = rooms.get(room) ?? [];
    rooms.set(room, others);
    for (const name of names) {
      if (!graph.has(name) || roomOf(name) === room) continue;
      others.push(roomOf(name));
      ties.set(`${room} → ${roomOf(name)}`, `${file} imports ${name}`);
    }
  }
  return circlesIn(rooms).map((circle) => {
    const steps = circle.split(" → ");
    const tied = steps.slice(1).map((to, i) => ties.get(`${steps[i]} → ${to}`));
    return `${circle} (${tied.join(", ")})`;
  });
}

/** The shortest circle through each file that is in one, each circle once: "a.ts → b.ts → a.ts". */
export function circlesIn(graph: ImportGraph): string[] {
  const found = new Map<string, string>();
  for (const file of graph.keys()) {
    const circle = circleThrough(file, graph);
    if (circle === undefined) continue;
    const key = [...new Set(circle)].sort().join();
    if (!found.has(key)) found.set(key, circle.join(" → "));
  }
  return [...found.values()];
}

/** Breadth first from a file until it comes back to it. */
function circleThrough(start: string, graph: ImportGraph): string[] | undefined {
  const ways: string[][] = [[start]];
  const seen = new Set<string>();
  for (const way of ways) {
    for (const name of graph.get(way.at(-1) as string) ?? []) {
      if (name === start) return [...way, name];
      if (seen.has(name)) continue;
      seen.add(name);
      ways.push([...way, name]);
    }
  }
  return undefined;
}
