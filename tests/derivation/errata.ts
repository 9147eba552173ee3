/**
 * Faulty formulas of the source documents as they stand there, in the notation of this course where theirs has no
 * meaning, and what is right. The numbers are those of the list of errata.
 */
export interface Erratum {
  readonly id: string;
  readonly symbols: string;
  /** What both versions build on. */
  readonly setting?: string;
  readonly says: string;
  readonly right: string;
  /** How far ≈ may be off in the right version. */
  readonly within?: number;
}

const tex = String.raw;

const line = `n : size  examples
i : index n  an example
x : n real  inputs
y : n real  targets
w : real  slope
b : real  intercept
L : defined  loss`;

/** One layer S = σ(X·W) whose outputs are weighted and added up. */
const layer = `n : size  examples
m : size  inputs
t : size  units
i : index n  an example
j : index t  a unit
X : n m real  inputs
W : m t real  weights
T, t' : n t real  weights of the sum
N : n t defined  net inputs
S, s : n t defined  outputs
L : defined  loss`;
const layerIs = tex`N = X W, \quad S = \sigma(N), \quad L = \sum_{i=1}^{n} \sum_{j=1}^{t} t'_{ij} s_{ij}`;

/** Weights out×in, as the second document's layers have them, with the mean over all entries as loss. */
const network = `n : size  examples
m : size  inputs
d : size  hidden units
t : size  outputs
i : index n  an example
j : index t  an output
k : index d  a hidden unit
X : n m real  inputs
Y, y : n t real  targets
W_1 : d m real  hidden weights
b_1 : 1 d real  hidden biases
W_{out}, w : t d real  output weights
b_{out} : 1 t real  output biases
Z_1 : n d defined  hidden net inputs
A_1, a : n d defined  hidden activations
Z_{out} : n t defined  output net inputs
A, o : n t defined  outputs
L : defined  loss
\\delta_{out}, \\delta : n t defined  error of the outputs
\\delta_1 : n d defined  error of the hidden layer`;
const forward = tex`Z_1 = X W_1^\top + b_1, \quad A_1 = \sigma(Z_1), \quad Z_{out} = A_1 W_{out}^\top + b_{out}, \quad A = \sigma(Z_{out}), \quad L = \frac{1}{nt} \sum_{i=1}^{n} \sum_{j=1}^{t} (y_{ij} - o_{ij})^2, \quad \delta_{out} = \frac{\partial L}{\partial Z_{out}}, \quad \delta_1 = \frac{\partial L}{\partial Z_1}`;

export const errata: readonly Erratum[] = [
  {
    id: "B-000-01",
    symbols: line,
    setting: tex`L = \frac{1}{n} \sum_{i=1}^{n} (y_i - (w x_i + b))^2`,
    says: tex`\frac{\partial L}{\partial b} = -\frac{2}{n} \sum_{i=1}^{n} x_i (y_i - (w x_i + b))`,
    right: tex`\frac{\partial L}{\partial w} = -\frac{2}{n} \sum_{i=1}^{n} x_i (y_i - (w x_i + b))`,
  },
  {
    id: "B-000-07, the variance",
    symbols: `n : size  examples
m : size  features
i : index n  an example
X, x : n m real  centred examples
v : m real  a direction
s : n given $X v$  coordinates along v
V : given $\\frac{1}{n} s^\\top s$  their variance`,
    says: tex`V = (x_i^\top v)^2`,
    right: tex`V = \frac{1}{n} \sum_{i=1}^{n} (x_i^\top v)^2`,
  },
  {
    id: "B-000-07, the covariance",
    symbols: `n : size  examples
m : size  features
i : index n  an example
j : index m  a feature
k : index m  another
X, x : n m real  centred examples
C, c : m m defined  covariance`,
    setting: tex`c_{jk} = \frac{1}{n-1} \sum_{i=1}^{n} x_{ij} x_{ik}`,
    says: tex`C = X^\top X`,
    right: tex`C = \frac{1}{n-1} X^\top X`,
  },
  {
    id: "B-000-16",
    symbols: `m : size  features
x : m real  an example
w : m real  weights
b : real  bias
y : sign  its label
L : defined  perceptron loss`,
    setting: tex`L = \max(0, -y (w \cdot x + b))`,
    says: tex`\frac{\partial L}{\partial b} = \begin{cases} 0 & -y (w \cdot x + b) > 1 \\ -y & \text{otherwise} \end{cases}`,
    right: tex`\frac{\partial L}{\partial b} = \begin{cases} -y & y (w \cdot x + b) < 0 \\ 0 & \text{otherwise} \end{cases}`,
  },
  {
    id: "B-000-20",
    symbols: `n : size  examples
i : index n  an example
y : n real  targets
p : n real  predictions
J : defined  loss`,
    setting: tex`J = \frac{1}{n} \sum_{i=1}^{n} (p_i - y_i)^2`,
    says: tex`\nabla_p J = \frac{2}{n} \sum_{i=1}^{n} (p_i - y_i)`,
    right: tex`\nabla_p J = \frac{2}{n} (p - y)`,
  },
  {
    id: "B-000-26",
    symbols: `n : size  examples
m : size  inputs
t : size  units
i : index n  an example
j : index t  a unit
P : m n real  activations before, one example a column
W : t m real  weights
T, t' : t n real  weights of the sum
Z : t n defined  net inputs
A, a : t n defined  activations
J : defined  loss`,
    setting: tex`Z = W P, \quad A = \tanh(Z), \quad J = \sum_{j=1}^{t} \sum_{i=1}^{n} t'_{ji} a_{ji}`,
    says: tex`\frac{\partial J}{\partial W} = \frac{\partial J}{\partial A} \tanh'(Z) P`,
    right: tex`\frac{\partial J}{\partial W} = \bigl( \frac{\partial J}{\partial A} \odot \tanh'(Z) \bigr) P^\top`,
  },
  {
    id: "B-001-02",
    symbols: "f : function  a smooth function\nx : real  a place",
    says: tex`f'(x) = \frac{f(x + 0.001) - f(x - 0.001)}{0.002}`,
    right: tex`f'(x) \approx \frac{f(x + 0.001) - f(x - 0.001)}{0.002}`,
    within: 1e-6,
  },
  {
    id: "B-001-06",
    symbols: layer,
    setting: layerIs,
    says: tex`\frac{\partial L}{\partial W} = X^\top \frac{\partial L}{\partial S} \odot \sigma'(N)`,
    right: tex`\frac{\partial L}{\partial W} = X^\top \bigl( \frac{\partial L}{\partial S} \odot \sigma'(N) \bigr)`,
  },
  {
    id: "B-001-08",
    symbols: "P : real  prediction\nY : real  target\nL : defined  squared error",
    setting: tex`L = (Y - P)^2`,
    says: tex`\frac{\partial L}{\partial P} = -1 \cdot (2 (Y - P)^2)`,
    right: tex`\frac{\partial L}{\partial P} = -1 \cdot (2 (Y - P))`,
  },
  {
    id: "B-001-15",
    symbols: layer,
    setting: layerIs,
    says: tex`\frac{\partial L}{\partial X} = W^\top \odot \sigma'(N) \odot \frac{\partial L}{\partial S}`,
    right: tex`\frac{\partial L}{\partial X} = \bigl( \frac{\partial L}{\partial S} \odot \sigma'(N) \bigr) W^\top`,
  },
  {
    id: "B-001-16",
    symbols: layer,
    setting: layerIs,
    says: tex`\frac{\partial L}{\partial W} = X^\top`,
    right: tex`\frac{\partial L}{\partial W} = X^\top \frac{\partial L}{\partial N}`,
  },
  {
    id: "B-001-19",
    symbols: "x : real  a number",
    says: "2.001^2 = 4.004",
    right: "2.001^2 = 4.004001",
  },
  {
    id: "B-002-02",
    symbols: tex`\eta : positive  learning rate`,
    says: tex`-\eta (0 - 1) = -\eta`,
    right: tex`\eta (0 - 1) = -\eta`,
  },
  {
    id: "B-002-05",
    symbols: line,
    setting: tex`L = \frac{1}{2n} \sum_{i=1}^{n} (y_i - (w x_i + b))^2`,
    says: tex`\frac{\partial L}{\partial w} = -\frac{2}{n} \sum_{i=1}^{n} (y_i - (w x_i + b)) x_i`,
    right: tex`\frac{\partial L}{\partial w} = -\frac{1}{n} \sum_{i=1}^{n} (y_i - (w x_i + b)) x_i`,
  },
  {
    id: "B-002-07",
    symbols: "x : real  an input\ny : real  its target\nw : real  weight\nL : defined  loss of the one",
    setting: tex`L = (y - w x)^2`,
    says: tex`-\frac{\partial L}{\partial w} = (y - w x) x`,
    right: tex`-\frac{\partial L}{\partial w} = 2 (y - w x) x`,
  },
  {
    id: "B-002-09",
    symbols: network,
    setting: forward,
    says: tex`\frac{\partial L}{\partial A} = 2 (A - Y)`,
    right: tex`\frac{\partial L}{\partial A} = \frac{2}{nt} (A - Y)`,
  },
  {
    id: "B-002-10",
    symbols: "Z : real  net input\nA : defined  activation",
    says: tex`A = \frac{1}{1 + e^{Z}}, \quad \frac{\partial A}{\partial Z} = A (1 - A)`,
    right: tex`A = \frac{1}{1 + e^{-Z}}, \quad \frac{\partial A}{\partial Z} = A (1 - A)`,
  },
  {
    id: "B-002-11",
    symbols: network,
    setting: forward,
    says: tex`Z_{out} = A_1 W_{out} + b_{out}`,
    right: tex`Z_{out} = A_1 W_{out}^\top + b_{out}`,
  },
  {
    id: "B-002-12",
    symbols: network,
    setting: forward,
    says: tex`\delta_{out} = \frac{1}{n} (Y - A) \odot \sigma'(A)`,
    right: tex`\delta_{out} = \frac{2}{nt} (A - Y) \odot A \odot (1 - A)`,
  },
  {
    id: "B-002-14",
    symbols: network,
    setting: forward,
    says: tex`\frac{\partial L}{\partial W_{out}} = \delta_{out}^\top A`,
    right: tex`\frac{\partial L}{\partial W_{out}} = \delta_{out}^\top A_1`,
  },
  {
    id: "B-002-15",
    symbols: `${network}\nB : t defined  gradient by the biases`,
    setting: tex`${forward}, \quad B_j = \bigl( \frac{\partial L}{\partial b_{out}} \bigr)_j`,
    says: tex`B_j = \frac{1}{n} \sum_{i=1}^{n} \delta_{ij}`,
    right: tex`B_j = \sum_{i=1}^{n} \delta_{ij}`,
  },
  {
    id: "B-002-17",
    symbols: network,
    setting: forward,
    says: tex`Z_1 = X W_1^\top`,
    right: tex`Z_1 = X W_1^\top + b_1`,
  },
  {
    id: "B-002-33",
    symbols: tex`x : real  input
y : bit  class
z : real  net input
\hat y : given $\operatorname{step}(z)$  predicted class
w : real  weight
\eta : positive  learning rate
w' : defined  weight after the step`,
    setting: tex`w' = w + \eta (y - \hat y) x`,
    says: tex`w' - w = \eta (y - y) x`,
    right: tex`w' - w = \eta (y - \hat y) x`,
  },
  {
    id: "B-002-34",
    symbols: network,
    setting: forward,
    says: tex`\frac{\partial L}{\partial w_{1 2}} = \sum_{i=1}^{n} \delta_{i1} a_{i1}`,
    right: tex`\frac{\partial L}{\partial w_{1 1}} = \sum_{i=1}^{n} \delta_{i1} a_{i1}`,
  },
];
