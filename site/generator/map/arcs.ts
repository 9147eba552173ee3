/** The thin lines of the map: an arc from each exercise up to each one that it builds on. */
import drawing from "./arcs.hbs";

export interface Row {
  /** None for the heading of a unit. */
  readonly id?: string;
  readonly needs: readonly string[];
}

/** Height of a row and width of the drawing, in units of the view; the style gives a row the same height. */
const ROW = 40;
const WIDTH = 120;
/** Where the path with the dots runs. */
const PATH = 104;

/** The drawing behind the list, which stretches it to its own rows; the list itself says in words what builds on what. */
export function arcs(rows: readonly Row[]): string {
  const height = rows.length * ROW;
  const yOf = (i: number): number => i * ROW + ROW / 2;
  const at = new Map(rows.flatMap(({ id }, i) => (id === undefined ? [] : [[id, i] as const])));
  const lines = rows.flatMap(({ id, needs }, i) =>
    needs.flatMap((need) => {
      const from = at.get(need);
      if (from === undefined || id === undefined) return [];
      const [y1, y2] = [yOf(from), yOf(i)];
      const out = PATH - Math.min(PATH - 4, 14 + Math.sqrt(y2 - y1) * 3.4);
      return [{ need, id, line: `M${PATH} ${y1}C${out} ${y1} ${out} ${y2} ${PATH} ${y2}` }];
    }),
  );
  const places = [...at.values()].map(yOf);
  const path = `M${PATH} ${Math.min(...places)}V${Math.max(...places)}`;
  return drawing({ width: WIDTH, height, rows: rows.length, path, lines });
}
