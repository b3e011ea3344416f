import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { generatedPages } from "../support/docs";

test.each([...generatedPages()])("%s", (path, content) => {
  writeFileSync(join(process.cwd(), path), `${content}\n`);
});
