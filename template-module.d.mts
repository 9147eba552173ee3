/** The text of a module whose default export fills the template in. */
export function templateModule(path: string, text: string): string;
