/** Texts that mean the same student, group or repository. */
import { UNSEEN } from "../table/table.ts";

/** Letters composed, case and outer spaces left out. */
export const normal = (text: string): string =>
  text.normalize("NFC").replace(UNSEEN, "").trim().toLowerCase();

/** A name whatever the order of its parts: "Lovelace, Ada" is "Ada Lovelace". */
export const normalName = (text: string): string =>
  normal(text)
    .split(/[\s,]+/)
    .filter((part) => part !== "")
    .sort()
    .join(" ");

/** As a system writes a name that takes no umlauts: "Nöther" is "noether", "Zoé" is "zoe". */
export const withoutMarks = (text: string): string =>
  normal(text)
    .replace(/[äöü]/g, (letter) => `${letter.normalize("NFD")[0]!}e`)
    .replaceAll("ß", "ss")
    .normalize("NFD")
    .replace(/\p{M}/gu, "");

/** As a repository would be called: "Team A" is "team-a". */
export const dashed = (text: string): string =>
  normal(text)
    .replace(/[^\p{L}\p{N}_.]+/gu, "-")
    .replace(/^-+|-+$/g, "");

/** The last part of an address: a login stays what it is, and of a repository's address its name is left. */
export const lastPart = (text: string): string =>
  text
    .replace(/[/\s]+$/, "")
    .replace(/\.git$/i, "")
    .split("/")
    .at(-1) ?? text;

/** The digits of a number but for zeros in front; undefined for what is none. */
export const withoutZeros = (text: string): string | undefined => /^0*(\d+)$/.exec(text.trim())?.[1];
