/**
 * Verdicts that share what they have in common. Right answers to one exercise differ in nothing but their digest and
 * their time, and a class has hundreds of them.
 */
import { createHash } from "node:crypto";
import { type Check, SCHEMA, type Verdict } from "../../verdict/verdict.ts";
import { jsonOf } from "./verdict-text.ts";

export class VerdictShelf {
  private readonly texts = new Map<string, string>();
  private readonly parts = new Map<string, unknown>();

  /** @param sha256 the digest that the verdict has, as the caller keeps it already */
  share(verdict: Verdict, sha256: string): Verdict {
    return {
      ...verdict,
      schema: SCHEMA,
      exercise: this.text(verdict.exercise),
      title: this.text(verdict.title),
      file: this.text(verdict.file),
      sha256,
      oracle: this.text(verdict.oracle),
      status: this.text(verdict.status),
      checks: this.one(verdict.checks.map((check): Check => this.one(check))),
      box: this.one(verdict.box),
    };
  }

  private text<T extends string>(text: T): T {
    const known = this.texts.get(text) as T | undefined;
    if (known === undefined) this.texts.set(text, text);
    return known ?? text;
  }

  private one<T>(part: T): T {
    const name = createHash("sha1").update(jsonOf(part)).digest("base64");
    const known = this.parts.get(name) as T | undefined;
    if (known !== undefined) return known;
    this.parts.set(name, part);
    return part;
  }
}
