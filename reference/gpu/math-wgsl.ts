/**
 * Elementary functions for WGSL with an error of a few roundings everywhere.
 *
 * The built-in tanh may be off by 1e-5 and log by 2⁻²¹ near 1, so both are made from exp and short series.
 * The bounds of the series are below 6e-8, half a unit in the last place of f32.
 */
export const mathWgsl = `
// σ(z) = 1 / (1 + e^−z), by the branch that does not overflow.
fn sigmoid(z: f32) -> f32 {
  let e = exp(-abs(z));
  return select(e, 1.0, z >= 0.0) / (1.0 + e);
}
// tanh z = sign(z) (1 − e^−2|z|) / (1 + e^−2|z|); a series below 0.3, where that subtraction would cancel.
fn tanh_of(z: f32) -> f32 {
  let s = z * z;
  let series = z * (1.0 + s * (-0.33333334 + s * (0.13333334 + s * (-0.053968254 + s * 0.021869488))));
  let e = exp(-2.0 * abs(z));
  return select(sign(z) * (1.0 - e) / (1.0 + e), series, abs(z) < 0.3);
}
// 2 artanh(s) for |s| ≤ 1/3.
fn twice_artanh(s: f32) -> f32 {
  let q = s * s;
  return 2.0 * s * (1.0 + q * (0.33333334 + q * (0.2 + q * (0.14285715 + q * (0.11111111 + q * (0.09090909
    + q * (0.07692308 + q * 0.06666667)))))));
}
// ln x from its mantissa in [√½, √2) and its exponent; the most negative number for x ≤ 0.
fn ln(x: f32) -> f32 {
  if (x <= 0.0) { return -3.4028234e38; }
  let parts = frexp(x);
  let low = parts.fract < 0.70710677;
  let m = select(parts.fract, 2.0 * parts.fract, low);
  let e = f32(parts.exp) - select(0.0, 1.0, low);
  return e * 0.6931472 + twice_artanh((m - 1.0) / (m + 1.0));
}
// ln(1 + t) for t > −0.5, exact for small t.
fn ln_1p(t: f32) -> f32 {
  let small = twice_artanh(t / (2.0 + t));
  return select(ln(1.0 + t), small, abs(t) <= 1.0 && t > -0.5);
}
// e^x − 1, exact for small x.
fn exp_m1(x: f32) -> f32 {
  let series = x * (1.0 + x * (0.5 + x * (0.16666667 + x * (0.041666668 + x * (0.008333334 + x * (0.0013888889
    + x * 0.0001984127))))));
  return select(exp(x) - 1.0, series, abs(x) < 0.35);
}
// ln(1 + e^z) without overflow.
fn softplus(z: f32) -> f32 {
  return max(z, 0.0) + ln_1p(exp(-abs(z)));
}
`;
