/** A text with the credentials of every URL in it blotted out. */
export const withoutSecrets = (text: string): string => text.replace(/:\/\/\S*@/g, "://***@");
