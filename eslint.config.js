import { defineConfig } from "eslint/config";
import tseslint from "typescript-eslint";

export default defineConfig(
  { ignores: ["dist/**", "node_modules/**", "fixtures/**", "coverage/**", "tests/bench/.cache/**"] },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: { allowDefaultProject: ["eslint.config.js"] }, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-non-null-assertion": "error",
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/explicit-module-boundary-types": "error",
      // Indexing is unchecked in the compiler (hot loops over typed arrays), so a test for undefined is not "unnecessary".
      "@typescript-eslint/no-unnecessary-condition": "off",
      // Extractors are generators whether or not this one awaits.
      "@typescript-eslint/require-await": "off",
      "no-control-regex": "off",
    },
  },
  { files: ["scripts/**", "tests/**"], rules: { "@typescript-eslint/no-non-null-assertion": "off" } },
);
