/** Base64 of a text's zlib stream, which Node and a page opened from disk unpack alike. */
export function packed(text: string | Uint8Array): string;

/** A text as Node alone unpacks it, a third smaller. */
export function packedBytes(text: string): Buffer;
