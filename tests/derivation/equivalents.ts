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
  "true: what is added to y_i − ȳ or x_i − x̄ sums to 0 with the other factor": [
    String.raw`\hat w = \frac{\sum_{i=1}^{n} (x_i + \bar x)(y_i - \bar y)}{\sum_{i=1}^{n} (x_i - \bar x)^2}, \qquad \hat b = \bar y - \hat w \bar x`,
    String.raw`\hat w = \frac{\sum_{i=1}^{n} (x_i - \bar x)(y_i + \bar y)}{\sum_{i=1}^{n} (x_i - \bar x)^2}, \qquad \hat b = \bar y - \hat w \bar x`,
    String.raw`\hat w = \frac{\sum_{i=1}^{n} (x_i - \bar y)(y_i - \bar y)}{\sum_{i=1}^{n} (x_i - \bar x)^2}, \qquad \hat b = \bar y - \hat w \bar x`,
    String.raw`\hat w = \frac{\sum_{i=1}^{n} (x_i - \bar x)(y_i - \bar x)}{\sum_{i=1}^{n} (x_i - \bar x)^2}, \qquad \hat b = \bar y - \hat w \bar x`,
  ],
  "true: the least loss is below the loss at any place": [
    String.raw`L(\hat w, \hat b) \le L(b, b)`,
    String.raw`L(\hat w, \hat b) \le L(L, b)`,
    String.raw`L(\hat w, \hat b) \le L(w, w)`,
    String.raw`L(\hat w, \hat b) \le L(w, L)`,
  ],
  "true: a sum of squares without its first term is smaller": [
    String.raw`\sum_{i=2}^{n} \min_{k} \lVert x_i - c'_k \rVert^2 \le J(C', R) \le J(C, R)`,
  ],
  "true: the memberships of a point sum to 1, and no centroid is nearer than the nearest": [
    String.raw`\min_{k} \lVert x_i - c_k \rVert^2 \le \sum_{k=1}^{K} r_{ik} \lVert x_i - c_l \rVert^2`,
  ],
  "true: a constant has the derivative 0": [
    String.raw`\sigma'(z) = (-1) \bigl(1 + e^{-z}\bigr)^{-2} \cdot \frac{d}{dz} \bigl(2 + e^{-z}\bigr)`,
  ],
  "true: every exponential is positive": ["e^{-z_c} > 0", "e^{z_k} > 0"],
  "true: Kronecker's δ is symmetric": [
    String.raw`\frac{\partial s_c}{\partial z_j} = s_c \, (\delta_{jc} - s_j)`,
  ],
  "true: a bias is added with the factor 1, so a derivative by it is the one by the net input": [
    String.raw`\frac{\partial a_j}{\partial b^{out}_j} = a_j (1 - a_j), \qquad \delta_j = \frac{\partial L}{\partial z_j} = \frac{2}{t} (a_j - y_j) \, a_j (1 - a_j)`,
    String.raw`\frac{\partial a_j}{\partial z_j} = a_j (1 - a_j), \qquad \delta_j = \frac{\partial L}{\partial b^{out}_j} = \frac{2}{t} (a_j - y_j) \, a_j (1 - a_j)`,
    String.raw`\frac{\partial L}{\partial a^{h}_i} = \sum_{j=1}^{t} \frac{\partial L}{\partial b^{out}_j} \frac{\partial z_j}{\partial a^{h}_i} = \sum_{j=1}^{t} \delta_j \, w^{out}_{ji}`,
  ],
  "true: max(0, −h) is 0 for a positive h": [
    String.raw`\frac{\max(0, 0 + h) + \max(0, 0 - h)}{2h} = \frac{h - 0}{2h} = \frac{1}{2}`,
    String.raw`\frac{\max(0, 0 + h) - \max(0, 0 - h)}{2h} = \frac{h + 0}{2h} = \frac{1}{2}`,
    String.raw`\frac{\max(0, 0 + h) - \max(0, 0)}{2h} = \frac{h - 0}{2h} = \frac{1}{2}`,
    String.raw`\frac{\max(0, 0 + h) - \max(0, 0 - h)}{2h} = \frac{h}{2h} = \frac{1}{2}`,
  ],
  "true: a bound that is wider": [
    String.raw`\lvert \delta^h_{ik} \rvert \le \tfrac{2}{4} \, \bigl\lvert \bigl(\delta^o (W^o)^\top\bigr)_{ik} \bigr\rvert`,
  ],
  "true: any shift leaves softmax as it is": [
    String.raw`Z^o = H W^o + b^o, \qquad M_i = -\max_k z^o_{ik}, \qquad \hat y_{ic} = \frac{e^{z^o_{ic}}}{\sum_{k} e^{z^o_{ik}}} = \frac{e^{z^o_{ic} - M_i}}{\sum_{k} e^{z^o_{ik} - M_i}}`,
  ],
  "true: both rows sum to 1": [
    String.raw`\sum_{c} \delta^o_{ic} = \sum_{c} \hat y_{ic} - \sum_{c} \hat Y_{ic} = 1 - 1 = 0`,
    String.raw`\sum_{c} \delta^o_{ic} = \sum_{c} y_{ic} - \sum_{c} y_{ic} = 1 - 1 = 0`,
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
