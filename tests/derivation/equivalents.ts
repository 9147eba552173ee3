/**
 * Mutants that no check can catch, with the reason: they are still true, or (marked "false:") true at all points
 * that are drawn.
 */
const byReason: Readonly<Record<string, readonly string[]>> = {
  "true: what was changed does not depend on w, so the derivative by w does not see it": [
    String.raw`\frac{\partial L}{\partial w} = \frac{1}{n} \sum_{i=1}^{n} 2 \bigl(y_i - (w x_i + b)\bigr) \cdot \frac{\partial}{\partial w} \bigl(y_i - (w x_i - b)\bigr)`,
    String.raw`\frac{\partial L}{\partial w} = \frac{1}{n} \sum_{i=1}^{n} 2 \bigl(y_i - (w x_i + b)\bigr) \cdot \frac{\partial}{\partial w} \bigl(y_i - (w x_i)\bigr)`,
    String.raw`\frac{\partial L}{\partial w} = \frac{1}{n} \sum_{i=1}^{n} 2 \bigl(y_i - (w x_i + b)\bigr) \cdot \frac{\partial}{\partial w} \bigl(x_i - (w x_i + b)\bigr)`,
    String.raw`\frac{\partial}{\partial w} \bigl(y_i - (w x_i - b)\bigr) = -\frac{\partial}{\partial w} (w x_i + b)`,
    String.raw`\frac{\partial}{\partial w} \bigl(y_i - (w x_i + b)\bigr) = -\frac{\partial}{\partial w} (w x_i - b)`,
    String.raw`\frac{\partial}{\partial w} \bigl(y_i - (w x_i)\bigr) = -\frac{\partial}{\partial w} (w x_i + b)`,
    String.raw`\frac{\partial}{\partial w} \bigl(y_i - (w x_i + b)\bigr) = -\frac{\partial}{\partial w} (w x_i)`,
    String.raw`\frac{\partial}{\partial w} \bigl(x_i - (w x_i + b)\bigr) = -\frac{\partial}{\partial w} (w x_i + b)`,
  ],
  "true: a constant has the derivative 0": [
    String.raw`\sigma'(z) = (-1) \bigl(1 + e^{-z}\bigr)^{-2} \cdot \frac{d}{dz} \bigl(2 + e^{-z}\bigr)`,
  ],
  "true: every exponential is positive": [String.raw`e^{-z_c} > 0`, String.raw`e^{z_k} > 0`],
  "true: Kronecker's δ is symmetric": [
    String.raw`\frac{\partial s_c}{\partial z_j} = s_c \, (\delta_{jc} - s_j)`,
  ],
  "true: both sides are 0": [
    String.raw`\sum_{j} \frac{\partial s_c}{\partial z_j} = -s_c \Bigl( 1 - \sum_{j} s_j \Bigr) = 0`,
    String.raw`\sum_{j} \frac{\partial s_k}{\partial z_j} = s_c \Bigl( 1 - \sum_{j} s_j \Bigr) = 0`,
    String.raw`\sum_{j} \frac{\partial s_c}{\partial z_j} = s_k \Bigl( 1 - \sum_{j} s_j \Bigr) = 0`,
    String.raw`\sum_{j} \frac{\partial s_c}{\partial z_j} = z_c \Bigl( 1 - \sum_{j} s_j \Bigr) = 0`,
  ],
};

/** The reason by the mutant. */
export const equivalents: ReadonlyMap<string, string> = new Map(
  Object.entries(byReason).flatMap(([reason, mutants]) => mutants.map((tex) => [tex, reason] as const)),
);
