/** Platt's scaling: the straight line through log odds under which what is said to be true nine times in ten is so. */

export interface Judged {
  readonly odds: number;
  readonly isRight: boolean;
}

const STEPS = 50;

/** Newton's method on the logistic loss, held a little to slope 1 and offset 0. */
export function fitLine(judged: readonly Judged[]): { slope: number; offset: number } {
  let slope = 1;
  let offset = 0;
  for (let step = 0; step < STEPS; step++) {
    let gradientSlope = slope - 1;
    let gradientOffset = offset;
    let aa = 1;
    let ab = 0;
    let bb = 1;
    for (const { odds, isRight } of judged) {
      const x = Math.max(-12, Math.min(12, odds));
      const p = 1 / (1 + Math.exp(-(slope * x + offset)));
      const d = p - Number(isRight);
      const w = p * (1 - p);
      gradientSlope += d * x;
      gradientOffset += d;
      aa += w * x * x;
      ab += w * x;
      bb += w;
    }
    const determinant = aa * bb - ab * ab;
    slope -= (bb * gradientSlope - ab * gradientOffset) / determinant;
    offset -= (aa * gradientOffset - ab * gradientSlope) / determinant;
  }
  return { slope, offset };
}
