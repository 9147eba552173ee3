/** A drawing with what it shows. */
export interface Panel {
  readonly drawn: SVGElement;
  readonly caption: string;
}
