type Vector = number[];

function refuseUnequal(p1: Vector, p2: Vector): void {
  if (p1.length !== p2.length)
    throw new RangeError(`points with as many coordinates, got ${p1.length} and ${p2.length}`);
}

export function euclideanDistance(p1: Vector, p2: Vector): number {
  refuseUnequal(p1, p2);
  let squares = 0;
  for (let k = 0; k < p1.length; k++) squares += (p1[k]! - p2[k]!) ** 2;
  return Math.sqrt(squares);
}

export function manhattanDistance(p1: Vector, p2: Vector): number {
  refuseUnequal(p1, p2);
  let sum = 0;
  for (let k = 0; k < p1.length; k++) sum += Math.abs(p1[k]! - p2[k]!);
  return sum;
}
