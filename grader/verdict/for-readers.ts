/** Without the lines that only the checker of derivations reads; what it could not check stays, in words. */
export function forReaders(step: string): string {
  return step
    .replace(/^(?:ends|within|definition|wrong): .*\n?/gm, "")
    .replace(/^unchecked: (.*)$/gm, "(Not checked by machine: $1)")
    .replace(/\n{3,}/g, "\n\n");
}
