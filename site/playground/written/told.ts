/** What is said of a line, from what the judge reports of it. */
import type { LineReport } from "../../../grader/derivation/written/report.ts";
import type { Said } from "./line-field.ts";
import { sentenceOf, wordOf } from "./wording.ts";

export const TOO_LONG: Said = {
  ...wordOf({ status: "undecided", text: "", says: "", isAside: false }),
  sentence: "It takes too long to check: write it with smaller parts.",
};

export class Told {
  private readonly page: string;
  /** Texts with a slip, by the slip: the course's page is named from the second one on. */
  private readonly slipped = new Map<string, Set<string>>();

  /** @param page that of the derivation, without its ending */
  constructor(page: string) {
    this.page = page;
  }

  of(report: LineReport): Said {
    const { place, slip, text } = report;
    const word = wordOf(report);
    return {
      ...word,
      sentence: sentenceOf(report),
      ...(place === undefined || word.tone !== "bad" ? {} : { place }),
      ...(slip !== undefined && this.isAgain(slip.id, text)
        ? {
            read: {
              href: `${this.page}.html#step-${slip.step}`,
              text: `Step ${slip.step} of the derivation says it.`,
            },
          }
        : {}),
    };
  }

  private isAgain(slip: string, text: string): boolean {
    const texts = this.slipped.get(slip) ?? new Set();
    this.slipped.set(slip, texts.add(text));
    return texts.size > 1;
  }
}
