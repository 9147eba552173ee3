export const HINTS = ["A first hint", "A second hint", "A third hint"];
