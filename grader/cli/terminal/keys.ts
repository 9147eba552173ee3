/** Single keys from a terminal. */

/** Calls `pressed` for each key until the returned function is called, which restores the terminal. */
export function readKeys(stdin: NodeJS.ReadStream, pressed: (key: string) => void): () => void {
  if (!stdin.isTTY) return () => {};
  const take = (data: Buffer): void => {
    const text = data.toString();
    // Arrow keys and the like come as one sequence and mean nothing here.
    if (!text.startsWith("\u001b")) for (const key of text) pressed(key);
  };
  stdin.setRawMode(true);
  stdin.on("data", take);
  stdin.resume();
  return () => {
    stdin.off("data", take);
    stdin.setRawMode(false);
    stdin.pause();
  };
}
