/** The line that is being typed. It counts as written after a pause, or once something else is done. */
import type { LineField } from "./line-field.ts";

/** Milliseconds without a key after which a line counts as written: until then nothing is said against it. */
const PAUSE = 1000;

export class Typing {
  private field: LineField | undefined;
  private pause = 0;
  private readonly written: (toSay: LineField | undefined) => void;

  /** @param written told that no line is being typed any more, and which one is to be read out */
  constructor(written: (toSay: LineField | undefined) => void) {
    this.written = written;
  }

  /** The line; undefined while none is typed. */
  get line(): LineField | undefined {
    return this.field;
  }

  /** A key went to a line. */
  goOn(field: LineField): void {
    if (this.field !== field) this.end(undefined);
    clearTimeout(this.pause);
    this.field = field;
    this.pause = window.setTimeout(() => this.end(field), PAUSE);
  }

  /** @param toSay the line that is read out */
  end(toSay: LineField | undefined): void {
    this.forget();
    this.written(toSay);
  }

  /** The lines are others now. */
  forget(): void {
    clearTimeout(this.pause);
    this.field = undefined;
  }
}
