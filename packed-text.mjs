/** Texts as they lie in a built course and in its pages. */
import { brotliCompressSync, deflateSync } from "node:zlib";

/** Base64 of a text's zlib stream, which Node and a page opened from disk unpack alike. */
export const packed = (text) => deflateSync(text, { level: 9 }).toString("base64");

/** A text as Node alone unpacks it, a third smaller. */
export const packedBytes = (text) => brotliCompressSync(text);
