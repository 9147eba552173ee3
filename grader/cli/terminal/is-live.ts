/** True if lines on this stream can be erased and written again. */
export const isLive = (stream: { readonly isTTY?: boolean }, env: NodeJS.ProcessEnv = process.env): boolean =>
  stream.isTTY === true && env.TERM !== "dumb";
