/** Choices of one argument apart from those of the others. */
import { Arbitrary, gen, type Random, type Stream, type Value } from "fast-check";
import type { Choose } from "./choosing-draw.ts";

/** Most draws that are passed over: enough that two arguments hardly ever begin at the same one. */
const MOST = 511;

/**
 * `gen` takes a copy of the generator and leaves it where it was, so that two of them in a tuple choose the same: x = y
 * in every input. This one begins somewhere else each time.
 */
class Apart extends Arbitrary<Choose> {
  private readonly inner: Arbitrary<Choose> = gen();

  override generate(random: Random, bias: number | undefined): Value<Choose> {
    let passed = random.nextInt(0, MOST);
    const own = random.clone();
    while (passed-- > 0) own.nextInt();
    return this.inner.generate(own, bias);
  }

  override canShrinkWithoutContext(value: unknown): value is Choose {
    return this.inner.canShrinkWithoutContext(value);
  }

  override shrink(value: Choose, context: unknown): Stream<Value<Choose>> {
    return this.inner.shrink(value, context);
  }
}

export const choices = (): Arbitrary<Choose> => new Apart();
