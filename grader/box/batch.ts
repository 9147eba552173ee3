/** A batch of calls as one frame: its texts once, then the calls, which name them by number. */
import { type FunctionValue, isFunctionValue, type Value } from "../value.ts";
import type { Call } from "./box.ts";
import { care, frame, headerBytes, limit, putText, tag, Writer } from "./wire.ts";

/** Calls that travel together. */
export class Batch {
  count = 0;
  private framed: { readonly singles: number; readonly bytes: Uint8Array } | undefined;
  private readonly body = new Writer();
  private readonly texts = new Map<string, number>();

  /** Floats written so far. */
  get length(): number {
    return this.body.length;
  }

  /** A call: its name, what it is held to, its arguments. */
  add(call: Call): void {
    this.count++;
    this.text(call.fn);
    this.body.put(call.twice ? care.twice : call.answerOnly ? care.answer : care.arguments);
    this.body.put(call.asksForItems ? 1 : 0);
    this.body.put(call.args.length);
    for (const a of call.args) this.value(a);
  }

  /**
   * The frame; the first `singles` answers are to be sent one by one. It is the same memory each time as long as they
   * are as many: a class asks each box the same megabytes.
   */
  bytes(singles: number): Uint8Array {
    if (this.framed?.singles !== singles) this.framed = { singles, bytes: this.frame(singles) };
    return this.framed.bytes;
  }

  private frame(singles: number): Uint8Array {
    const w = new Writer();
    // The header's place.
    w.put(0);
    w.put(this.texts.size);
    for (const text of this.texts.keys()) putText(w, text, limit.value);
    w.put(this.count);
    w.put(singles);
    const length = w.length + this.body.length;
    const whole = new Float64Array(length);
    whole.set(w.floats.subarray(0, w.length));
    whole.set(this.body.floats.subarray(0, this.body.length), w.length);
    new Uint32Array(whole.buffer, 0, 2).set([frame.calls, length * 8 - headerBytes]);
    return new Uint8Array(whole.buffer);
  }

  private text(text: string): void {
    let index = this.texts.get(text);
    if (index === undefined) {
      index = this.texts.size;
      this.texts.set(text, index);
    }
    this.body.put(index);
  }

  private value(value: Value): void {
    const { body } = this;
    if (typeof value === "number") {
      body.put(tag.number);
      body.put(value);
    } else if (typeof value === "boolean") {
      body.put(tag.boolean);
      body.put(value ? 1 : 0);
    } else if (typeof value === "string") {
      body.put(tag.text);
      this.text(value);
    } else if (Array.isArray(value)) this.list(value as readonly Value[]);
    else if (isFunctionValue(value)) this.fn(value);
    else {
      const fields = Object.entries(value as { readonly [field: string]: Value });
      body.put(tag.record);
      body.put(fields.length);
      for (const [name, v] of fields) {
        this.text(name);
        this.value(v);
      }
    }
  }

  private list(list: readonly Value[]): void {
    const isFlat = list.every((v) => typeof v === "number");
    this.body.put(isFlat ? tag.vector : tag.list);
    this.body.put(list.length);
    for (const v of list) {
      if (isFlat) this.body.put(v as number);
      else this.value(v);
    }
  }

  private fn(value: FunctionValue): void {
    const args = value.args ?? [];
    this.body.put(tag.fn);
    this.text(value.fn);
    this.body.put(args.length);
    for (const a of args) this.value(a);
  }
}
