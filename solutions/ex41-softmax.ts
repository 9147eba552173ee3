type Matrix = number[][];

export function softmax(Z: Matrix): Matrix {
  return Z.map((row) => {
    const top = Math.max(...row);
    const e = row.map((z) => Math.exp(z - top));
    const total = e.reduce((sum, ec) => sum + ec, 0);
    return e.map((ec) => ec / total);
  });
}

export function logSoftmax(Z: Matrix): Matrix {
  return Z.map((row) => {
    const top = Math.max(...row);
    const total = row.reduce((sum, z) => sum + Math.exp(z - top), 0);
    return row.map((z) => z - top - Math.log(total));
  });
}
