/**
 * Text as HTML, for an element or for an attribute in double quotes. Every `{{ }}` of a template goes through here, and
 * so does what is put together by hand: there is no other way.
 *
 * Characters that steer what comes after them (controls, bidirectional marks, lone surrogates) are taken out; ends of
 * lines stay.
 */
import { cleanLines } from "./width.ts";

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Most texts are of these characters alone, and stay as they are. */
const PLAIN = /^[ !#-%'-;=?-~]*$/;

export const escapeHtml = (text: string): string =>
  PLAIN.test(text)
    ? text
    : cleanLines(text)
        .join("\n")
        .replace(/[&<>"]/g, (character) => ENTITIES[character] as string);
