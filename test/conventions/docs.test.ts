import { readFileSync } from "node:fs";
import { join } from "node:path";
import { generatedPages } from "../support/docs";

test.each([...generatedPages()])("%s says what the code says (npm run docs writes it)", (path, content) => {
  expect(readFileSync(join(__dirname, "../..", path), "utf8")).toBe(`${content}\n`);
});
