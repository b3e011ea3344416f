import type { Classeur } from "../../../src/domain/classeur";
import { adaptModeles } from "../../../src/domain/modeles/adapt-modeles";
import { DEMARCHE_USUELLE } from "../../../src/domain/modeles/demarche";
import { kitModeles } from "../../../src/domain/modeles/kit";
import type { Modele } from "../../../src/domain/modeles/modele";
import { findSignatures } from "../../../src/domain/raci/activites-cles";
import { readMatrice } from "../../../src/domain/raci/matrice";
import { checkClasseur } from "../../../src/domain/rules/check";
import { constatsOf } from "../../../src/domain/rules/report";
import acteurAvecColonne from "../../../src/domain/rules/raci/acteur-avec-colonne";
import acteurEnFonction from "../../../src/domain/rules/raci/acteur-en-fonction";
import acteurRecense from "../../../src/domain/rules/raci/acteur-recense";
import deliberationDeLOrgane from "../../../src/domain/rules/raci/deliberation-de-l-organe";
import matriceRelue from "../../../src/domain/rules/raci/matrice-relue";
import piloteDAction from "../../../src/domain/rules/raci/pilote-d-action";
import porteurDeLaTache from "../../../src/domain/rules/raci/porteur-de-la-tache";
import porteurPersonne from "../../../src/domain/rules/raci/porteur-personne";
import signatureParLesSignataires from "../../../src/domain/rules/raci/signature-par-les-signataires";
import signaturePorteeParUnSignataire from "../../../src/domain/rules/raci/signature-portee-par-un-signataire";
import suppleantDuReferent from "../../../src/domain/rules/raci/suppleant-du-referent";
import usagersEtPersonnelsConsultes from "../../../src/domain/rules/raci/usagers-et-personnels-consultes";
import { classeurOf, findIn } from "../../support/exemples";
import { kitClasseur } from "../../support/kit";

const rules = [
  ...[acteurRecense, acteurAvecColonne, acteurEnFonction, porteurPersonne],
  ...[signatureParLesSignataires, signaturePorteeParUnSignataire, deliberationDeLOrgane],
  ...[usagersEtPersonnelsConsultes, porteurDeLaTache, piloteDAction, suppleantDuReferent, matriceRelue],
];

describe.each(rules.map((rule) => [rule.id, rule] as const))("%s", (_, rule) => {
  test.each(rule.examples.map((example) => [example.titre, example] as const))("%s", (_titre, example) => {
    expect(findIn(rule, example)).toEqual(example.attendu ?? []);
  });
  test("shows each of its sentences", () => {
    const shown = new Set(rule.examples.flatMap((example) => (example.attendu ?? []).map(([messageId]) => messageId)));
    expect(rule.messageIds.filter((id) => !shown.has(id))).toEqual([]);
  });
});

function foundIn(classeur: Classeur): readonly string[] {
  return constatsOf(checkClasseur(classeur, rules)).map(({ rule, messageId }) => `${rule.slice(5)} ${messageId}`);
}

test.each<[string, readonly Modele[]]>([
  ["as it is given", kitModeles],
  ["for one département", adaptModeles(DEMARCHE_USUELLE)],
  ["for the ARS alone", adaptModeles({ ...DEMARCHE_USUELLE, departements: [] })],
  ["for two départements", adaptModeles({ ...DEMARCHE_USUELLE, departements: ["14", "50"] })],
  ["for EHPAD", adaptModeles({ ...DEMARCHE_USUELLE, regime: "EHPAD-PUV" })],
])("the kit %s has nothing to say of its matrix", (_, modeles) => {
  expect(foundIn(kitClasseur(modeles))).toEqual([]);
});

/** The kit as a team fills it: each acteur has a holder, the contributors that the matrix leaves out have gone. */
function filledKit(change: Readonly<Record<string, Changes>>): Classeur {
  const roles = kitModeles.find(({ sheet }) => sheet.id === "raci")?.lignes ?? [];
  const inMatrix = new Set(roles.flatMap(({ cells }) => Object.keys(cells)));
  return kitClasseur(
    kitModeles.map(({ sheet, lignes }) => {
      const key = sheet.id === "acteurs" ? "code" : (sheet.key[0] ?? "");
      const changes = change[sheet.id] ?? {};
      const kept = sheet.id === "acteurs" ? lignes.filter(({ value }) => inMatrix.has(String(value.code))) : lignes;
      return {
        sheet,
        lignes: kept.map((ligne, index) => {
          const { cells = {}, ...value } = changes[String(ligne.value[key])] ?? {};
          const holder = sheet.id === "acteurs" ? { nom: `NOM${index} Camille`, suppleant: "ACT-004" } : {};
          return { ...ligne, value: { ...ligne.value, ...holder, ...value }, cells: { ...ligne.cells, ...cells } };
        }),
      };
    }),
  );
}

type Changes = Readonly<Record<string, Readonly<Record<string, unknown>> & { readonly cells?: Letters }>>;
type Letters = Readonly<Record<string, readonly string[]>>;

const CRITIQUES = Object.fromEntries(["D8", "F1", "F7"].map((id) => [id, { critique: "Oui" }]));
const PILOTE = { "ACN-01.01": { pilote: "OG-QUA" } };

describe("one fault in the kit once filled", () => {
  test.each<[string, Readonly<Record<string, Changes>>, readonly string[]]>([
    ["none", {}, []],
    ["critical tasks, and someone to replace the référents", { "retro-planning": CRITIQUES }, []],
    [
      "a référent nobody replaces",
      { "retro-planning": CRITIQUES, acteurs: { "ARS-REF": { suppleant: null } } },
      ["suppleant-du-referent sans-suppleant"],
    ],
    [
      "a référent replaced in the sheet of the référents",
      {
        "retro-planning": CRITIQUES,
        acteurs: { "ARS-REF": { suppleant: null } },
        referent: { "ARS-01": { titulaire: "ARS-REF", suppleant: "ARS-TAR" } },
      },
      [],
    ],
    [
      "critical tasks that are finished",
      {
        "retro-planning": Object.fromEntries(
          Object.keys(CRITIQUES).map((id) => [id, { critique: "Oui", avancement: 1 }]),
        ),
        acteurs: { "ARS-REF": { suppleant: null } },
      },
      [],
    ],
    ["a code changed in the cartographie", { acteurs: { "OG-DAF": { code: "OG-DFA" } } }, ["acteur-recense inconnu"]],
    ["a signatory who left", { acteurs: { "CD-PCD": { actif: "Non" } } }, ["acteur-en-fonction inactif"]],
    [
      "a signatory told of the signature",
      { raci: { A26: { cells: { "OG-PRES": ["I"] } } } },
      ["signature-par-les-signataires sans-part"],
    ],
    [
      "the signature carried by a référent",
      { raci: { A26: { cells: { "ARS-DG": ["A"], "ARS-REF": ["R"] } } } },
      ["signature-portee-par-un-signataire non-signataire", "porteur-de-la-tache different"],
    ],
    [
      "an assembly that does not deliberate",
      { raci: { A25: { cells: { "CD-PCD": ["I"] } } } },
      ["deliberation-de-l-organe sans-part"],
    ],
    [
      "staff never heard",
      { raci: { A08: { cells: { CSE: ["I"] } }, A23: { cells: { CSE: ["I"] } } } },
      ["usagers-et-personnels-consultes jamais-consulte"],
    ],
    ["a task given to another", { "retro-planning": { D8: { porteur: "CD-REF" } } }, ["porteur-de-la-tache different"]],
    ["a pilote who takes part", { actions: PILOTE }, []],
    [
      "a pilote who does not",
      { actions: PILOTE, raci: { A28: { cells: { "OG-QUA": ["C"] } } } },
      ["pilote-d-action sans-part"],
    ],
    [
      "an instance that carries",
      { raci: { A11: { cells: { "OG-DIR": ["A"], CVS: ["R"] } } } },
      ["porteur-personne instance"],
    ],
    ["a cell that nobody can read says nothing of who signs", { raci: { A26: { cells: { "OG-PRES": ["?!X"] } } } }, []],
  ])("%s", (_, change, expected) => {
    expect(foundIn(filledKit(change))).toEqual(expected);
  });
});

describe("the activity that signs the contract", () => {
  test.each<[string, boolean]>([
    ["Signer le CPOM", true],
    ["Signature du contrat", true],
    ["Signature", true],
    ["4.2 Signature du CPOM par les parties", true],
    ["Faire signer le contrat", true],
    ["Signer l’avenant n° 1", false],
    ["Signature du compte rendu de la réunion", false],
    ["Conduire le circuit de signature", false],
    ["Préparer la signature du CPOM", false],
    ["Faire délibérer et habiliter à signer", false],
    ["Désigner les référents", false],
    ["Signaler les événements graves", false],
  ])("%s: %s", (activite, expected) => {
    const classeur = classeurOf({
      feuilles: {
        raci: [
          ["ID", "Activité", "Phase", "ARS", "OG"],
          ["A1", activite, "Formalisation", "R", "A"],
          ["A2", "Programmer le contrat", "Préalables", "A", "R"],
        ],
      },
    });
    const matrice = readMatrice(classeur);
    const found = matrice === null ? [] : findSignatures(classeur, matrice);
    expect(found.map(({ ligne }) => ligne.value.id)).toEqual(expected ? ["A1"] : []);
  });
});
