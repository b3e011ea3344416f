import { readdirSync } from "node:fs";
import { join } from "node:path";
import { rules } from "../../../src/domain/rules/catalogue";
import { findIn } from "../../support/exemples";

const folder = join(__dirname, "../../../src/domain/rules");

test("every rule file is in the catalogue, under the name of its path", () => {
  const files = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => readdirSync(join(folder, name)).map((file) => `${name}/${file.replace(/\.ts$/, "")}`));
  expect(rules.map((rule) => rule.id).sort()).toEqual(files.sort());
  expect(files.length).toBeGreaterThan(5);
});

describe.each(rules.map((rule) => [rule.id, rule] as const))("%s", (_, rule) => {
  test.each(rule.examples.map((example) => [example.titre, example] as const))("%s", (_titre, example) => {
    expect(findIn(rule, example)).toEqual(example.attendu ?? []);
  });

  test("shows each of its sentences", () => {
    const shown = new Set(rule.examples.flatMap((example) => (example.attendu ?? []).map(([messageId]) => messageId)));
    const hidden = rule.messageIds.filter((id) => !shown.has(id));
    expect(hidden).toEqual([]);
  });

  test("shows one conforming example", () => {
    expect(rule.examples.some((example) => example.attendu === undefined)).toBe(true);
  });

  test("says its four texts in whole sentences", () => {
    const { quoi, pourquoi, corriger, source } = rule.docs;
    for (const sentence of [quoi, pourquoi, corriger]) expect(sentence).toMatch(/^\p{Lu}.*\.$/su);
    expect(source).not.toBe("");
    expect(rule.title).toMatch(/^\p{Lu}.*[^.]$/u);
  });
});
