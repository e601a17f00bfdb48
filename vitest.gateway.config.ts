import { defineConfig } from "vitest/config";

/** `npm run test:gateway`: with a real Postfix, so one file after another; each has its own. */
export default defineConfig({
  test: { include: ["tests/gateway-postfix/**/*.test.ts"], fileParallelism: false, testTimeout: 60_000, hookTimeout: 60_000 },
});
