/** The reader's text of an exercise, kept as it is written, and the one that a reset put aside. Nothing here runs it. */
import { store, stored } from "./stored.ts";

export class SavedWork {
  private readonly key: string;
  private readonly asideKey: string;
  private readonly stub: string;
  /** What the browser does not keep is kept here. */
  private aside: string | undefined;

  constructor(slug: string, stub: string) {
    this.key = `chainrule/work/${slug}`;
    this.asideKey = `chainrule/aside/${slug}`;
    this.stub = stub;
    this.aside = stored(this.asideKey);
  }

  /** The text of the last visit; undefined where nothing but the stub was there. */
  read(): string | undefined {
    return stored(this.key);
  }

  /** False where the browser does not keep it. */
  keep(text: string): boolean {
    return store(this.key, text === this.stub ? undefined : text);
  }

  /** Puts a text aside before the stub takes its place. The stub itself is not worth it. */
  putAside(text: string): void {
    if (text === this.stub) return;
    this.aside = text;
    store(this.asideKey, text);
  }

  /** The text that was put aside last. */
  readAside(): string | undefined {
    return this.aside;
  }

  forgetAside(): void {
    this.aside = undefined;
    store(this.asideKey, undefined);
  }
}
