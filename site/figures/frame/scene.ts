/**
 * A picture as data: what a figure draws, before there is any document. The same tree becomes text for the page
 * and elements in the browser. Marks carry classes, never colours, so that light and dark are the style's business.
 */

/** One SVG element. */
export interface Mark {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly children: readonly (Mark | string)[];
}

/** One drawing with its own coordinates; panels stand side by side, or one below the other on a phone. */
export interface Panel {
  /** A word for the panel, unique in the figure. */
  readonly name: string;
  /** Stands above the drawing. */
  readonly title: string;
  /** What the panel shows, for those who do not see it. */
  readonly description: string;
  readonly width: number;
  readonly height: number;
  readonly marks: readonly Mark[];
  /** Takes the whole row. */
  readonly wide?: boolean;
  /** Takes a quarter of a row, on a phone a half. */
  readonly narrow?: boolean;
}

export type Picture = readonly Panel[];

type Attributes = Readonly<Record<string, string | number | undefined>>;
type Child = Mark | string | undefined | false;

/** A mark; attributes and children that are undefined or false are left out. */
export function mark(tag: string, attributes: Attributes = {}, ...children: readonly Child[]): Mark {
  const kept: Record<string, string | number> = {};
  for (const name in attributes) {
    const value = attributes[name];
    if (value !== undefined) kept[name] = typeof value === "number" ? rounded(value) : value;
  }
  return { tag, attributes: kept, children: children.filter((c) => c !== undefined && c !== false) };
}

export const group = (className: string, ...children: readonly Child[]): Mark =>
  mark("g", { class: className }, ...children);

export const text = (x: number, y: number, content: string, more: Attributes = {}): Mark =>
  mark("text", { x, y, ...more }, content);

/** A twentieth of a unit is finer than a screen, and short in the page. Numbers that are none stay out of sight. */
export const rounded = (x: number): number => {
  if (Number.isNaN(x)) return -9999;
  return Math.max(-9999, Math.min(9999, Math.round(x * 20) / 20));
};

type Point = readonly [number, number];

/** The path through points. */
export const pathThrough = (points: readonly Point[]): string =>
  points.map(([x, y], i) => `${i === 0 ? "M" : "L"}${rounded(x)} ${rounded(y)}`).join("");

/** Round dots as one path: style it with a stroke as wide as the dots, and round ends. */
export const dots = (points: readonly Point[]): string =>
  points.map(([x, y]) => `M${rounded(x)} ${rounded(y)}h0`).join("");

/** Crosses as one path, so that a class is told by its form and not by colour alone. */
export const crosses = (points: readonly Point[], size = 3): string =>
  points
    .map(([x, y]) => {
      const [a, b] = [rounded(x - size), rounded(y - size)];
      return `M${a} ${b}l${2 * size} ${2 * size}m0 ${-2 * size}l${-2 * size} ${2 * size}`;
    })
    .join("");

/**
 * A point that the pointer drags and arrow keys move: the figure's `drag` gets its name.
 *
 * @param where its place in the figure's own numbers, for those who hear it; with it, it is a slider to them
 */
export const handle = (
  name: string,
  label: string,
  x: number,
  y: number,
  className = "",
  where?: string,
): Mark =>
  mark(
    "g",
    {
      class: `handle ${className}`.trim(),
      "data-handle": name,
      // Not rounded: a key that moves a handle downwards must leave what lies to its side as it is.
      "data-x": String(x),
      "data-y": String(y),
      tabindex: 0,
      ...(where === undefined
        ? { role: "button" }
        : { role: "slider", "aria-valuenow": x, "aria-valuetext": where }),
      "aria-label": label,
      transform: `translate(${rounded(x)} ${rounded(y)})`,
    },
    mark("circle", { class: "reach", r: 16 }),
    mark("circle", { class: "knob", r: 6 }),
  );

/** Marks that can be pressed by pointer, Enter and Space: the figure's `press` gets the name. */
export const pressable = (name: string, label: string, on: boolean, ...marks: readonly Child[]): Mark =>
  mark(
    "g",
    {
      class: on ? "pressable on" : "pressable",
      "data-press": name,
      tabindex: 0,
      role: "button",
      "aria-label": label,
      "aria-pressed": String(on),
    },
    ...marks,
  );
