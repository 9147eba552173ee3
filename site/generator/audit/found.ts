/** Something wrong, and the text to look for in the page's source. */
export interface Found {
  readonly where: string;
  readonly what: string;
}
