/**
 * The text that base64 of a zlib stream holds, from disk as from a server: nothing is fetched.
 *
 * @throws where the browser unpacks nothing
 */
export async function unpacked(packed: string): Promise<string> {
  const bytes = Uint8Array.from(atob(packed), (char) => char.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"))).text();
}
