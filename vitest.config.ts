import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { compactScripts } from "./scripts/build/compact-scripts.js";

export default defineConfig({
  // Tests read the expressions that the build writes.
  plugins: [{ name: "compact-scripts", enforce: "pre", transform: (code, id) => (/[\\/](?:src|detectors)[\\/][^?]*\.ts$/u.test(id) ? compactScripts(code) : null) }],
  // With a real Postfix: npm run test:gateway.
  test: {
    include: ["tests/**/*.test.ts"],
    exclude: ["tests/gateway-postfix/**"],
    // vitest leaves one processor idle by itself; where there are two, that is half of the machine.
    maxWorkers: availableParallelism(),
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
