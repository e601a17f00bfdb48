/** Matrices, rectangles and outlines of PDF's user space (ISO 32000-1, 8.3 and 8.5). */

export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];
export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** Left, bottom, right, top. */
export type Rect = readonly [number, number, number, number];
export const EVERYWHERE: Rect = [-Infinity, -Infinity, Infinity, Infinity];

export function multiply([a, b, c, d, e, f]: Matrix, [a2, b2, c2, d2, e2, f2]: Matrix): Matrix {
  return [a * a2 + b * c2, a * b2 + b * d2, c * a2 + d * c2, c * b2 + d * d2, e * a2 + f * c2 + e2, e * b2 + f * d2 + f2];
}

export function intersect(a: Rect, b: Rect): Rect {
  return [Math.max(a[0], b[0]), Math.max(a[1], b[1]), Math.min(a[2], b[2]), Math.min(a[3], b[3])];
}

/** The smallest upright rectangle around a rectangle that a matrix has turned. */
export function boundsOf([left, bottom, right, top]: Rect, [a, b, c, d, e, f]: Matrix): Rect {
  const xs = [left * a + bottom * c, right * a + bottom * c, left * a + top * c, right * a + top * c];
  const ys = [left * b + bottom * d, right * b + bottom * d, left * b + top * d, right * b + top * d];
  return [Math.min(...xs) + e, Math.min(...ys) + f, Math.max(...xs) + e, Math.max(...ys) + f];
}

/** Closed polygons, each a flat list of x and y, and the rectangle around them. */
export interface Outline {
  readonly polygons: readonly (readonly number[])[];
  readonly bounds: Rect;
}

/** The unit square, which images are painted into (8.9.5.1), under a matrix. */
export function unitSquare(matrix: Matrix): Outline {
  const [a, b, c, d, e, f] = matrix;
  return { polygons: [[e, f, a + e, b + f, a + c + e, b + d + f, c + e, d + f]], bounds: boundsOf([0, 0, 1, 1], matrix) };
}

export function rectangle(bounds: Rect): Outline {
  const [left, bottom, right, top] = bounds;
  return { polygons: [[left, bottom, right, bottom, right, top, left, top]], bounds };
}

export interface PathBuilder {
  move(x: number, y: number): void;
  line(x: number, y: number): void;
  curve(x1: number, y1: number, x2: number, y2: number, x: number, y: number): void;
  rectangle(x: number, y: number, width: number, height: number): void;
  close(): void;
  /** Where the path is now, before any matrix: `v` begins its curve there. */
  readonly current: readonly [number, number];
  /** The rectangle around the path so far; left above right where there is none. */
  readonly bounds: Rect;
  outline(): Outline;
  /** Straight lines along an axis as the rectangles that a pen of this width makes of them; only what a line of text could hide behind. */
  strokes(width: number): Outline[];
  clear(): void;
}

/** Points of one curve: letters are not read from them, only what they cover is asked. */
const CURVE_POINTS = 6;
/** A path with more points is a drawing; what it covers is judged by the points so far. */
const MAX_NUMBERS = 20_000;

/** @param matrix asked for with each point, so that it may change between paths */
export function createPath(matrix: () => Matrix): PathBuilder {
  let polygons: number[][] = [];
  let points: number[] | undefined;
  let numbers = 0;
  let [atX, atY, startX, startY] = [0, 0, 0, 0];
  let [left, bottom, right, top] = [Infinity, Infinity, -Infinity, -Infinity];
  const add = (x: number, y: number): void => {
    const [a, b, c, d, e, f] = matrix();
    const onPageX = x * a + y * c + e;
    const onPageY = x * b + y * d + f;
    if (onPageX < left) left = onPageX;
    if (onPageX > right) right = onPageX;
    if (onPageY < bottom) bottom = onPageY;
    if (onPageY > top) top = onPageY;
    if (points === undefined) polygons.push((points = []));
    if (numbers < MAX_NUMBERS) points.push(onPageX, onPageY);
    numbers += 2;
  };
  const path: PathBuilder = {
    get current() {
      return [atX, atY] as const;
    },
    get bounds() {
      return [left, bottom, right, top] as const;
    },
    move(x, y) {
      points = undefined;
      add(x, y);
      [atX, atY, startX, startY] = [x, y, x, y];
    },
    line(x, y) {
      add(x, y);
      [atX, atY] = [x, y];
    },
    curve(x1, y1, x2, y2, x, y) {
      for (let i = 1; i <= CURVE_POINTS; i++) {
        const t = i / CURVE_POINTS;
        const s = 1 - t;
        const [p0, p1, p2, p3] = [s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t];
        add(p0 * atX + p1 * x1 + p2 * x2 + p3 * x, p0 * atY + p1 * y1 + p2 * y2 + p3 * y);
      }
      [atX, atY] = [x, y];
    },
    rectangle(x, y, width, height) {
      path.move(x, y);
      path.line(x + width, y);
      path.line(x + width, y + height);
      path.line(x, y + height);
      path.close();
    },
    close() {
      points = undefined;
      [atX, atY] = [startX, startY];
    },
    outline: () => ({ polygons, bounds: [left, bottom, right, top] }),
    strokes(width) {
      const half = width / 2;
      return polygons.flatMap((list) => {
        const lines: Outline[] = [];
        for (let i = 2; i + 1 < list.length; i += 2) {
          const [x1, y1, x2, y2] = [list[i - 2], list[i - 1], list[i], list[i + 1]];
          if (Math.abs(y1 - y2) < 0.5) lines.push(rectangle([Math.min(x1, x2), y1 - half, Math.max(x1, x2), y1 + half]));
          else if (Math.abs(x1 - x2) < 0.5) lines.push(rectangle([x1 - half, Math.min(y1, y2), x1 + half, Math.max(y1, y2)]));
        }
        return lines;
      });
    },
    clear() {
      polygons = [];
      points = undefined;
      numbers = 0;
      [left, bottom, right, top] = [Infinity, Infinity, -Infinity, -Infinity];
    },
  };
  return path;
}
