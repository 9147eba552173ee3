/** Other texts than the one that is written: one from a file, the empty one, the one that was put aside for them. */
import type { SavedWork } from "../saved-work.ts";

interface Desk {
  /** The text that is written, as a file. */
  text(): string;
  /** Another one in its place. */
  put(text: string): void;
  changed(): void;
  /** To the end of the text. */
  goToEnd(): void;
  say(text: string): void;
}

export class KeptText {
  private readonly saved: SavedWork;
  private readonly stub: string;
  private readonly desk: Desk;

  constructor(saved: SavedWork, stub: string, desk: Desk) {
    this.saved = saved;
    this.stub = stub;
    this.desk = desk;
  }

  /** That of the last visit. */
  begin(): void {
    const text = this.saved.read();
    this.desk.put(text ?? this.stub);
    if (text === undefined) return;
    this.desk.say("Your lines from last time are back.");
    this.desk.changed();
  }

  open(text: string, name: string): void {
    this.saved.putAside(this.desk.text());
    this.put(text);
    this.desk.goToEnd();
    this.desk.say(`${name} is open. What was here is put aside.`);
  }

  reset(): void {
    const before = this.desk.text();
    this.desk.put(this.stub);
    if (this.desk.text() === before) {
      this.desk.say("Nothing is written yet.");
      return;
    }
    this.saved.putAside(before);
    this.desk.changed();
    this.desk.say("You begin anew. Your text is put aside.");
  }

  bringBack(): void {
    const text = this.saved.readAside();
    if (text === undefined) return;
    this.saved.forgetAside();
    this.saved.putAside(this.desk.text());
    this.put(text);
    this.desk.goToEnd();
    this.desk.say("Your text is back.");
  }

  /** Whether a text was put aside. */
  get isAside(): boolean {
    return this.saved.readAside() !== undefined;
  }

  private put(text: string): void {
    this.desk.put(text);
    this.desk.changed();
  }
}
