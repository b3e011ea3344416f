import { adaptModeles } from "../../../src/domain/modeles/adapt-modeles";
import { type Demarche, DEMARCHE_USUELLE } from "../../../src/domain/modeles/demarche";
import { kitModeles } from "../../../src/domain/modeles/kit";

type Values = Readonly<Record<string, unknown>>;

function lignesOf(id: string, demarche: Partial<Demarche>): readonly Values[] {
  return modeleOf(id, demarche).lignes.map(({ value }) => value);
}

function modeleOf(id: string, demarche: Partial<Demarche>) {
  const modele = adaptModeles({ ...DEMARCHE_USUELLE, ...demarche }).find(({ sheet }) => sheet.id === id);
  if (modele === undefined) throw new Error(`No lines for ${id}`);
  return modele;
}

function ligne(id: string, demarche: Partial<Demarche>, key: string): Values {
  const found = lignesOf(id, demarche).find((value) => value.id === key);
  if (found === undefined) throw new Error(`No ${key} in ${id}`);
  return found;
}

/** Working days to the end of a task by the longest way. */
function endOf(id: string, demarche: Partial<Demarche>): number {
  const { predecesseurs, dureeMin } = ligne("retro-planning", demarche, id);
  const before = Array.isArray(predecesseurs) ? predecesseurs.map((one) => endOf(String(one), demarche)) : [];
  return Math.max(0, ...before) + Number(dureeMin);
}

const SEULE = { departements: [] };
const DEUX = { departements: ["14", "50"] } as const;

const DEMARCHES: readonly (readonly [string, Partial<Demarche>])[] = [
  ["one département", {}],
  ["the ARS alone", SEULE],
  ["two départements", DEUX],
  ["six months", { profil: "Resserré 6 mois" }],
  ["six months, the ARS alone", { ...SEULE, profil: "Resserré 6 mois" }],
  ...(["EHPAD-PUV", "Facultatif", "SAD", "CHRS", "Mixte"] as const).map((regime) => [regime, { regime }] as const),
];

describe.each(DEMARCHES)("%s", (_, demarche) => {
  const modeles = adaptModeles({ ...DEMARCHE_USUELLE, ...demarche });
  const keys = new Map(
    modeles.map(({ sheet, lignes }) => [sheet.id, new Set(lignes.map(({ value }) => value[sheet.key[0] ?? ""]))]),
  );
  const codes = new Set(lignesOf("acteurs", demarche).map(({ code }) => code));

  test("nothing cites what is not there", () => {
    const dangling = modeles.flatMap(({ sheet, lignes }) =>
      lignes.flatMap(({ value, cells }) => [
        ...Object.entries(sheet.columns).flatMap(([name, { target }]) => {
          const known = target === "acteurs" ? codes : keys.get(target ?? "");
          const cited = value[name] === null || known === undefined ? [] : [value[name]].flat();
          return cited
            .filter((one) => known?.has(one) === false)
            .map((one) => `${sheet.id}.${name}: ${JSON.stringify(one)}`);
        }),
        ...Object.keys(cells).filter((code) => !codes.has(code)),
      ]),
    );
    expect(dangling).toEqual([]);
  });

  test("no two lines have the same key", () => {
    const counts = modeles.map(({ sheet, lignes }) => [sheet.id, lignes.length - (keys.get(sheet.id)?.size ?? 0)]);
    expect(counts.filter(([, repeated]) => repeated !== 0)).toEqual([]);
  });

  test("every activity has one R", () => {
    const carriers = modeleOf("raci", demarche).lignes.map(({ value, cells }) => [
      value.id,
      Object.values(cells).filter((lettres) => lettres.includes("R")).length,
    ]);
    expect(carriers.filter(([, count]) => count !== 1)).toEqual([]);
  });
});

test.each<[string, Partial<Demarche>, number, number, number]>([
  ["the kit of 2017", {}, 89, 173, 215],
  ["the kit of 2017, the ARS alone", SEULE, 89, 173, 212],
  ["six months", { profil: "Resserré 6 mois" }, 42, 84, 126],
])("%s: assessment, negotiation and signature end in time", (_, demarche, j1, n11, f7) => {
  expect([endOf("J1", demarche), endOf("N11", demarche), endOf("F7", demarche)]).toEqual([j1, n11, f7]);
});

test("the ARS alone: no column, no line and no word of a département is left", () => {
  const texts = JSON.stringify(
    adaptModeles({ ...DEMARCHE_USUELLE, ...SEULE }).flatMap(({ lignes }) =>
      lignes.map(({ value, cells }) => [value, cells]),
    ),
  );
  expect(texts).not.toMatch(/"CD-|"CD"|"A25"|"F4"/);
  expect(ligne("retro-planning", SEULE, "N11")).toMatchObject({ porteur: "ARS-REF", contributeurs: ["OG-REF"] });
  expect(ligne("retro-planning", SEULE, "F6")).toMatchObject({ predecesseurs: ["F3", "F5"] });
  expect(modeleOf("raci", SEULE).lignes.find(({ value }) => value.id === "A20")?.cells).toMatchObject({
    "ARS-REF": ["R"],
  });
  expect(ligne("cpom", SEULE, "CPOM-01")).toMatchObject({ financeurs: ["ARS"] });
});

test("two départements: each has its columns and its deliberation; one alone carries", () => {
  expect(ligne("retro-planning", DEUX, "F6")).toMatchObject({ predecesseurs: ["F3", "F4-14", "F4-50", "F5"] });
  expect(ligne("retro-planning", DEUX, "F4-50")).toMatchObject({
    porteur: "CD50-REF",
    tache: "Passer en commission permanente du département (50)",
  });
  expect(ligne("retro-planning", DEUX, "N11")).toMatchObject({ porteur: "CD14-REF" });
  const a20 = modeleOf("raci", DEUX).lignes.find(({ value }) => value.id === "A20");
  expect(a20?.cells).toMatchObject({ "CD14-REF": ["R"], "CD50-REF": ["A"] });
  expect(ligne("cpom", DEUX, "CPOM-01")).toMatchObject({ departements: ["14", "50"], zoneFeries: ["Métropole"] });
});

test.each<[string, Partial<Demarche>, string, string, boolean]>([
  ["an EHPAD keeps its dependency assessments", { regime: "EHPAD-PUV" }, "outils", "Coupes AGGIR et PATHOS", true],
  ["a handicap contract has none", { regime: "Handicap-services" }, "outils", "Coupes AGGIR et PATHOS", false],
  [
    "a first contract has no assessment of the one before",
    { isRenouvellement: false },
    "checklist",
    "contrat précédent",
    false,
  ],
  ["accommodation services meet the State", { regime: "CHRS" }, "acteurs", "DDETS", true],
])("%s", (_, demarche, id, words, isThere) => {
  expect(JSON.stringify(lignesOf(id, demarche)).includes(words)).toBe(isThere);
});

test("the kit itself is left as it was", () => {
  adaptModeles({ ...DEMARCHE_USUELLE, ...SEULE });
  expect(JSON.stringify(kitModeles)).toContain("CD-REF");
});
