/** What both functions of ex17 say of a form that overflows. */
export const overflowed = "e^1000 is Infinity. Take the form whose exponent is never positive.";
