import { defineConfig } from "vitest/config";

export default defineConfig({
  // With a real Postfix: npm run test:gateway.
  test: { include: ["tests/**/*.test.ts"], exclude: ["tests/gateway-postfix/**"], testTimeout: 60_000, hookTimeout: 120_000 },
});
