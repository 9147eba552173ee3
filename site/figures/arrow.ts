/** An arrow as one path: its shaft, and a head of two strokes. */
import { rounded } from "./frame/scene.ts";

export function arrow(x: number, y: number, dx: number, dy: number, head = 6): string {
  const length = Math.hypot(dx, dy);
  if (!(length > 0.5)) return "M0 0";
  const [ux, uy] = [dx / length, dy / length];
  const size = Math.min(head, length / 2);
  const [tipX, tipY] = [x + dx, y + dy];
  const side = (sign: number): string =>
    `${rounded(tipX - size * ux + sign * size * 0.6 * uy)} ${rounded(tipY - size * uy - sign * size * 0.6 * ux)}`;
  return `M${rounded(x)} ${rounded(y)}L${rounded(tipX)} ${rounded(tipY)}M${side(1)}L${rounded(tipX)} ${rounded(tipY)}L${side(-1)}`;
}
