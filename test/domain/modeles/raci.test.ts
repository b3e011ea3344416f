import { modeleActeurs } from "../../../src/domain/modeles/acteurs";
import { modeleRaci } from "../../../src/domain/modeles/raci";
import { modeleRetroPlanning } from "../../../src/domain/modeles/retro-planning";
import { raci } from "../../../src/domain/sheets/raci";

const activites = modeleRaci.lignes.map((ligne) => [ligne.value.id ?? "", ligne] as const);

function holders(cells: Readonly<Record<string, readonly string[]>>, letter: string): readonly string[] {
  return Object.entries(cells).flatMap(([code, letters]) => (letters.includes(letter) ? [code] : []));
}

describe.each(activites)("%s", (_, { value, cells }) => {
  test("has one R and at least one A", () => {
    expect(holders(cells, "R")).toHaveLength(1);
    expect(holders(cells, "A").length).toBeGreaterThan(0);
  });

  test("has letters that the matrix reads and writes", () => {
    for (const letters of Object.values(cells)) {
      const written = raci.family?.encode(letters, { dateSystem: 1900 }) ?? null;
      expect(written).not.toBeNull();
      expect(raci.family?.decode(written ?? "", { dateSystem: 1900 })).toEqual({ ok: true, value: letters });
    }
  });

  test("is carried by the porteur of its task", () => {
    const tache = modeleRetroPlanning.lignes.find((ligne) => ligne.value.id === value.tache);
    if (value.tache !== null) expect(tache?.value.porteur).toBe(holders(cells, "R")[0]);
  });
});

test("fifteen acteurs have a role, and every one of them a code of the cartography", () => {
  const codes = new Set(modeleRaci.lignes.flatMap(({ cells }) => Object.keys(cells)));
  expect(codes.size).toBe(15);
  const known = new Set(modeleActeurs.lignes.map(({ value }) => value.code));
  expect([...codes].filter((code) => !known.has(code))).toEqual([]);
});
