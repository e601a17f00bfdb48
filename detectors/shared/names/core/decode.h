/* From features to names; ../decode.ts says what each step is for. */

#define LEANING 0.8
#define HOPELESS 5

static f64 score[LONGEST_WINDOW * LABELS], alpha[LONGEST_WINDOW * LABELS], beta[LONGEST_WINDOW * LABELS], sums[LONGEST_WINDOW];
static u8 back[LONGEST_WINDOW * LABELS];
static u8 path[LONGEST_WINDOW];
static f64 expTransitions[LABELS * LABELS], expInto[LABELS * LABELS], expStarts[LABELS];

/* Names in the chunk: where they begin and end, and how probable they are. */
static int foundStart[CHUNK + AFTER], foundEnd[CHUNK + AFTER];
static f64 foundProbability[CHUNK + AFTER];
static int foundCount;

static void weigh(int n, int size) {
  u32 mask = (1u << model.bits) - 1;
  f64 scale = model.scale;
  for (int x = 0; x < n; x++) {
    u32 one[FEATURES];
    u32 *end = emit(one, x + PAD, size);
    /* First those that the model knows, without a branch: which they are can hardly be foretold. */
    u32 count = 0, slots[FEATURES];
    for (u32 *h = one; h < end; h++) {
      u32 slot = *h & mask, print = *h >> 24;
      slots[count] = slot;
      count += fingerprints[slot] == (print == 0 ? 1 : print);
    }
    v128_t sum = wasm_i16x8_splat(0);
    for (u32 k = 0; k < count; k++) sum = wasm_i16x8_add(sum, wasm_i16x8_load8x8(weights + slots[k] * LABELS));
    v128_t first = wasm_i32x4_extend_low_i16x8(sum), last = wasm_i32x4_extend_high_i16x8(sum);
    v128_t by = wasm_f64x2_splat(scale);
    f64 *o = score + x * LABELS;
    wasm_v128_store(o, wasm_f64x2_mul(wasm_f64x2_convert_low_i32x4(first), by));
    wasm_v128_store(o + 2, wasm_f64x2_mul(wasm_f64x2_convert_low_i32x4(wasm_i32x4_shuffle(first, first, 2, 3, 2, 3)), by));
    wasm_v128_store(o + 4, wasm_f64x2_mul(wasm_f64x2_convert_low_i32x4(last), by));
    wasm_v128_store(o + 6, wasm_f64x2_mul(wasm_f64x2_convert_low_i32x4(wasm_i32x4_shuffle(last, last, 2, 3, 2, 3)), by));
  }
}

static int mayHoldName(int n) {
  for (int i = 0; i < n; i++) {
    const f64 *o = score + i * LABELS;
    f64 nobody = MAX(o[OUTSIDE], o[THING]) - HOPELESS;
    if (o[SURNAME_BEGIN] > nobody || o[GIVEN_BEGIN] > nobody || o[OTHER_BEGIN] > nobody) return 1;
  }
  return 0;
}

static int bestPath(int n) {
  for (int y = 0; y < LABELS; y++) alpha[y] = score[y] + model.starts[y] + (IS_PERSON(y) ? LEANING : 0);
  for (int i = 1; i < n; i++) {
    const f64 *before = alpha + (i - 1) * LABELS;
    for (int y = 0; y < LABELS; y += 2) {
      v128_t best = wasm_f64x2_splat(-__builtin_inf()), from = wasm_i64x2_splat(0);
      for (int p = 0; p < LABELS; p++) {
        v128_t v = wasm_f64x2_add(wasm_f64x2_splat(before[p]), wasm_v128_load(model.transitions + p * LABELS + y));
        v128_t isBetter = wasm_f64x2_gt(v, best);
        best = wasm_v128_bitselect(v, best, isBetter);
        from = wasm_v128_bitselect(wasm_i64x2_splat(p), from, isBetter);
      }
      v128_t sum = wasm_f64x2_add(best, wasm_v128_load(score + i * LABELS + y));
      wasm_v128_store(alpha + i * LABELS + y, wasm_f64x2_add(sum, wasm_f64x2_make(IS_PERSON(y) ? LEANING : 0, IS_PERSON(y + 1) ? LEANING : 0)));
      back[i * LABELS + y] = wasm_i64x2_extract_lane(from, 0);
      back[i * LABELS + y + 1] = wasm_i64x2_extract_lane(from, 1);
    }
  }
  int y = 0, any = 0;
  for (int k = 1; k < LABELS; k++) if (alpha[(n - 1) * LABELS + k] > alpha[(n - 1) * LABELS + y]) y = k;
  for (int i = n - 1; i >= 0; i--) {
    path[i] = y;
    any |= IS_PERSON(y);
    y = back[i * LABELS + y];
  }
  return any;
}

/* e to the power of x, for x from -700 to 700: by halves of ln 2, and a polynomial (Taylor's, to the 13th power) for the rest. */
static f64 exponential(f64 x) {
  if (x < -700) return 0;
  f64 k = __builtin_nearbyint(x * 1.4426950408889634);
  f64 r = x - k * 6.93147180369123816490e-01 - k * 1.90821492927058770002e-10;
  f64 p = 1.0 / 6227020800;
  static const f64 factors[] = {1.0 / 479001600, 1.0 / 39916800, 1.0 / 3628800, 1.0 / 362880, 1.0 / 40320, 1.0 / 5040, 1.0 / 720, 1.0 / 120, 1.0 / 24, 1.0 / 6, 0.5, 1, 1};
  for (u32 i = 0; i < sizeof factors / sizeof *factors; i++) p = p * r + factors[i];
  union { u64 bits; f64 value; } power = {(u64)((long long)k + 1023) << 52};
  return p * power.value;
}

static void buildExponentials(void) {
  for (int i = 0; i < LABELS * LABELS; i++) expTransitions[i] = model.transitions[i] < -1e9 ? 0 : exponential(MAX(-40, model.transitions[i]));
  for (int p = 0; p < LABELS; p++) for (int y = 0; y < LABELS; y++) expInto[y * LABELS + p] = expTransitions[p * LABELS + y];
  for (int y = 0; y < LABELS; y++) expStarts[y] = model.starts[y] < -1e9 ? 0 : exponential(model.starts[y]);
}

static void forwardBackward(int n) {
  for (int i = 0; i < n; i++) {
    f64 *o = score + i * LABELS, most = o[0];
    for (int y = 1; y < LABELS; y++) if (o[y] > most) most = o[y];
    for (int y = 0; y < LABELS; y++) o[y] = exponential(o[y] - most);
  }
  f64 sum = 0;
  for (int y = 0; y < LABELS; y++) sum += alpha[y] = score[y] * expStarts[y];
  for (int y = 0; y < LABELS; y++) alpha[y] /= sum;
  for (int i = 1; i < n; i++) {
    const f64 *before = alpha + (i - 1) * LABELS, *own = score + i * LABELS;
    f64 *a = alpha + i * LABELS;
    sum = 0;
    for (int y = 0; y < LABELS; y += 2) {
      v128_t v = wasm_f64x2_splat(0);
      for (int p = 0; p < LABELS; p++) v = wasm_f64x2_add(v, wasm_f64x2_mul(wasm_f64x2_splat(before[p]), wasm_v128_load(expTransitions + p * LABELS + y)));
      wasm_v128_store(a + y, wasm_f64x2_mul(v, wasm_v128_load(own + y)));
    }
    for (int y = 0; y < LABELS; y++) sum += a[y];
    sums[i] = sum;
    for (int y = 0; y < LABELS; y++) a[y] /= sum;
  }
  for (int y = 0; y < LABELS; y++) beta[(n - 1) * LABELS + y] = 1;
  for (int i = n - 2; i >= 0; i--) {
    const f64 *own = score + (i + 1) * LABELS, *behind = beta + (i + 1) * LABELS;
    f64 by = 1 / sums[i + 1];
    for (int y = 0; y < LABELS; y += 2) {
      v128_t v = wasm_f64x2_splat(0);
      for (int q = 0; q < LABELS; q++) v = wasm_f64x2_add(v, wasm_f64x2_mul(wasm_v128_load(expInto + q * LABELS + y), wasm_f64x2_splat(own[q] * behind[q])));
      wasm_v128_store(beta + i * LABELS + y, wasm_f64x2_mul(v, wasm_f64x2_splat(by)));
    }
  }
}

static int continues(int from, int to) {
  if (IS_INSIDE(to)) return from == to || from == to - 1;
  return to == GIVEN_BEGIN && (from == SURNAME_BEGIN || from == SURNAME_INSIDE);
}

static f64 spanProbability(int start, int end, int n) {
  f64 inside[LABELS], next[LABELS], total = 0;
  for (int y = 0; y < LABELS; y++) inside[y] = IS_PERSON(y) && !IS_INSIDE(y) ? alpha[start * LABELS + y] : 0;
  for (int i = start + 1; i < end; i++) {
    for (int y = 0; y < LABELS; y++) {
      f64 v = 0;
      for (int p = 0; p < LABELS; p++) if (continues(p, y)) v += inside[p] * expTransitions[p * LABELS + y];
      next[y] = v * score[i * LABELS + y] / sums[i];
    }
    __builtin_memcpy(inside, next, sizeof inside);
  }
  for (int y = 0; y < LABELS; y++) {
    if (inside[y] == 0) continue;
    if (end == n) total += inside[y];
    else for (int q = 0; q < LABELS; q++) if (!continues(y, q)) total += inside[y] * expTransitions[y * LABELS + q] * score[end * LABELS + q] * beta[end * LABELS + q] / sums[end];
  }
  return total;
}

/* Names in the `n` characters from a place of the chunk on. */
static void decode(int at, int n, int size) {
  weigh(n, size);
  if (!mayHoldName(n) || !bestPath(n)) return;
  forwardBackward(n);
  for (int i = 0; i < n;) {
    if (!IS_PERSON(path[i])) {
      i++;
      continue;
    }
    int start = i++;
    while (i < n && continues(path[i - 1], path[i])) i++;
    foundStart[foundCount] = at + start;
    foundEnd[foundCount] = at + i;
    foundProbability[foundCount++] = spanProbability(start, i, n);
  }
}
