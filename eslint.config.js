import js from "@eslint/js";
import jest from "eslint-plugin-jest";
import jsxA11y from "eslint-plugin-jsx-a11y";
import officeAddins from "eslint-plugin-office-addins";
import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

/** Imports point down to the domain; only the entry file of each door names an adapter. One sentence each. */
const forbid = (...patterns) => ({
  "no-restricted-imports": ["error", { patterns: patterns.map(([group, message]) => ({ group, message })) }],
});
const adapters = ["**/adapters/**", "Only the entry file of a door names an adapter."];
const doors = ["**/taskpane/**", "**/commands/ribbon*", "**/atelier/**", "**/cli/**"];

export default tseslint.config(
  { ignores: ["dist/", "coverage/", "node_modules/"] },
  js.configs.recommended,
  {
    files: ["**/*.{ts,tsx}"],
    extends: [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-non-null-assertion": "error",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/switch-exhaustiveness-check": "error",
    },
  },
  {
    files: ["**/*.{js,mjs}"],
    languageOptions: {
      globals: {
        process: "readonly",
        console: "readonly",
        URL: "readonly",
        setTimeout: "readonly",
        Buffer: "readonly",
      },
    },
  },
  {
    rules: {
      "id-match": ["error", "^[\\x20-\\x7E]*$"],
      // French typography needs no-break spaces in what is read.
      "no-irregular-whitespace": [
        "error",
        { skipStrings: true, skipTemplates: true, skipJSXText: true, skipRegExps: true, skipComments: true },
      ],
      "no-console": "error",
      "no-eval": "error",
      "no-new-func": "error",
    },
  },
  {
    files: ["src/domain/**"],
    rules: forbid(
      [["**/application/**", "**/adapters/**", ...doors], "The domain knows nobody: it depends on zod alone."],
      [["node:*", "react", "react/*", "@fluentui/*"], "The domain is pure: no Node, no interface."],
    ),
  },
  {
    files: ["src/application/**"],
    rules: forbid(
      [[adapters[0]], adapters[1]],
      [[...doors, "react", "react/*", "@fluentui/*", "node:*"], "The application does not know who shows its results."],
    ),
  },
  {
    files: ["src/adapters/**"],
    rules: forbid([[...doors, "react", "react/*"], "An adapter implements a port; it shows nothing."]),
  },
  {
    files: ["src/adapters/office/**"],
    plugins: { "office-addins": officeAddins },
    rules: {
      "office-addins/call-sync-after-load": "error",
      "office-addins/call-sync-before-read": "error",
      "office-addins/load-object-before-read": "error",
      "office-addins/no-context-sync-in-loop": "error",
      "office-addins/no-empty-load": "error",
      "office-addins/no-navigational-load": "error",
      "office-addins/no-office-initialize": "error",
      "office-addins/test-for-null-using-isNullObject": "error",
    },
  },
  {
    files: ["src/taskpane/**", "src/atelier/**"],
    ignores: ["src/taskpane/index.tsx", "src/atelier/index.tsx"],
    rules: forbid([[adapters[0]], adapters[1]]),
  },
  {
    files: ["src/**/*.tsx"],
    extends: [jsxA11y.flatConfigs.strict],
    plugins: { "react-hooks": reactHooks },
    rules: reactHooks.configs.recommended.rules,
  },
  { files: ["src/cli/**", "src/**/*.mjs", "test/bench/**"], rules: { "no-console": "off" } },
  {
    files: ["test/**/*.{ts,tsx}"],
    plugins: { jest },
    rules: {
      "jest/no-disabled-tests": "error",
      "jest/no-focused-tests": "error",
      "jest/no-identical-title": "error",
      "jest/valid-expect": "error",
      "@typescript-eslint/unbound-method": "off",
      // Jest's asymmetric matchers are typed any.
      "@typescript-eslint/no-unsafe-assignment": "off",
    },
  },
);
