import { toAddress } from "../../../src/domain/sheets/grid";
import fc from "fast-check";
import { decodeClasseur } from "../../../src/domain/classeur";
import { composeFiche } from "../../../src/domain/fiche-action/compose-fiche";
import { composeFicheFromPoint } from "../../../src/domain/fiche-action/compose-fiche-point";
import { type FicheAction, RUBRIQUES } from "../../../src/domain/fiche-action/fiche-action";
import { actionsOf, chooseLignes } from "../../../src/domain/fiche-action/lignes-a-ficher";
import { placeOf } from "../../../src/domain/sheets/decode";
import type { Cell } from "../../../src/domain/sheets/grid";
import { TODAY } from "../../support/exemples";
import { planOf, PLEINE, VIDE, type Valeurs } from "../../application/fiches/plan-exemple";

function open(lignes?: readonly Valeurs[]) {
  const snapshot = planOf(lignes);
  const classeur = decodeClasseur(snapshot, TODAY);
  const table = classeur.tables.actions;
  if (table === null) throw new Error("no plan of actions");
  return { classeur, table };
}

/** The fiche of a line that says this, and nothing else than `base`. */
function ficheOf(valeurs: Valeurs, base: Valeurs = PLEINE): FicheAction {
  const { classeur, table } = open([{ ...base, ...valeurs }, VIDE]);
  const [ligne] = table.lignes;
  if (ligne === undefined) throw new Error("no line");
  return composeFiche(classeur, ligne);
}

const valeurOf = ({ champs }: FicheAction, cle: string) => champs.find((one) => one.cle === cle)?.valeur;

test.each<[string, string]>([
  ["titre.texte", "ACN-02.01 Créer six places de répit"],
  ["constat.lie", "18 familles en attente au 31/12/2026"],
  ["constat.origine", "Diagnostic\u00A0; PRS"],
  ["objectif.intitule", "Développer le répit et l’accueil temporaire"],
  ["objectif.axe", "Transformation de l’offre"],
  ["descriptif.esms", "IME Les Tilleuls\u00A0; SESSAD du Lac"],
  ["descriptif.territoire", "Oyonnax, Bourg-en-Bresse"],
  ["acteurs.pilote", "Claire Martin, directrice qualité"],
  ["acteurs.contributeurs", "Luc Petit, référent\nPaul Durand"],
  ["moyens.cout", "45\u202F000\u202F€"],
  ["moyens.perenne", "30\u202F000\u202F€"],
  ["moyens.nonReconductible", "10\u202F000\u202F€"],
  ["moyens.autofinance", "5\u202F000\u202F€"],
  ["moyens.financeurs", "ARS\u00A0; CD"],
  ["moyens.etp", "1,5"],
  ["calendrier.debut", "01/01/2028"],
  ["calendrier.fin", "31/12/2029"],
  ["indicateurs.IND-01.depart", "92\u202F%"],
  ["indicateurs.IND-01.cibleA2", "93,5\u202F%"],
  ["indicateurs.IND-02.cibleFinale", "6"],
  ["vigilance.risque", "Moyen"],
  ["vigilance.condition", "Autorisation de l’extension"],
])("%s says what the workbook knows", (cle, expected) => {
  expect(valeurOf(ficheOf({}), cle)).toBe(expected);
});

test("sections in their order, years of the contract, indicators, foot", () => {
  const fiche = ficheOf({});
  const order = [...new Set(fiche.champs.map(({ rubrique }) => rubrique))];
  expect(order).toEqual(RUBRIQUES.map(({ id }) => id));
  expect(fiche.contrat).toBe("CPOM 2028-2032 — Association Les Tilleuls");
  expect(fiche.annees.map(({ annee, isEnCours }) => [annee, isEnCours])).toEqual([
    ...[
      [2028, true],
      [2029, true],
    ],
    ...[2030, 2031, 2032].map((annee) => [annee, false]),
  ]);
  expect(fiche.indicateurs.map(({ id, cibles }) => [id, cibles.length])).toEqual([
    ["IND-01", 5],
    ["IND-02", 5],
  ]);
  expect(fiche.pied).toEqual({
    ...{ version: 1, date: "21/11/2026", statut: "Planifiée" },
    visas: ["ARS", "Département", "Organisme gestionnaire"],
  });
});

test("a place says which cell it comes from; one made from several says none", () => {
  const { classeur, table } = open();
  const [ligne] = table.lignes;
  if (ligne === undefined) throw new Error("no line");
  const fiche = composeFiche(classeur, ligne);
  const sourceOf = (cle: string) => fiche.champs.find((one) => one.cle === cle)?.source;
  expect(sourceOf("moyens.cout")).toEqual(placeOf(table, 2, "cout"));
  expect(sourceOf("objectif.axe")?.tab).toBe("Objectifs");
  expect(sourceOf("indicateurs.IND-01.cibleFinale")?.tab).toBe("Indicateurs");
  expect([sourceOf("descriptif.esms"), sourceOf("descriptif.texte")]).toEqual([null, null]);
});

test.each<[string, Valeurs, string, string]>([
  ["no objectif", { objectif: null }, "objectif.intitule", ""],
  [
    "an unknown objectif, as typed",
    { objectif: "Soutenir les aidants et les familles" },
    "objectif.intitule",
    "Soutenir les aidants et les familles",
  ],
  [
    "an unknown pilote, as typed",
    { pilote: "Mme Inconnue, cheffe de service" },
    "acteurs.pilote",
    "Mme Inconnue, cheffe de service",
  ],
  ["a cost as text, as typed", { cout: "à chiffrer avec l’ARS" }, "moyens.cout", "à chiffrer avec l’ARS"],
  ["a date as text, as typed", { finPrevue: "fin 2029" }, "calendrier.fin", "fin 2029"],
  ["an axe of her own, as typed", { type: "Projet de vie" }, "descriptif.type", "Projet de vie"],
  [
    "an unknown indicator, as typed",
    { indicateurs: "Satisfaction" },
    "indicateurs.Satisfaction.libelle",
    "Satisfaction",
  ],
  ["a formula typed as text", { commentaire: "=1+1" }, "vigilance.commentaire", "=1+1"],
  [
    "control characters",
    { commentaire: "Un\u0000 \u0007deux\u200F\r\ntrois\u0085quatre" },
    "vigilance.commentaire",
    "Un deux\u200F\ntrois\nquatre",
  ],
  ["half a character", { commentaire: "a\uD83Db" }, "vigilance.commentaire", "ab"],
  ["emoji and right-to-left text", { commentaire: "👩‍⚕️ مرحبا" }, "vigilance.commentaire", "👩‍⚕️ مرحبا"],
  ["a cell in error", { condition: { error: "#REF!" } }, "vigilance.condition", "#REF!"],
  ["cents", { cout: 1_234_567.5 }, "moyens.cout", "1\u202F234\u202F567,50\u202F€"],
])("%s", (_, valeurs, cle, expected) => {
  expect(valeurOf(ficheOf(valeurs), cle)).toBe(expected);
});

test("a title of 300 characters is cut at 120, and its whole text goes on in the description", () => {
  const intitule = `${"Transformer l’internat ".repeat(13)}fin`.slice(0, 300);
  const fiche = ficheOf({ intitule });
  expect(fiche.titre.length).toBeLessThanOrEqual(120);
  expect(fiche.titre).toMatch(/^ACN-02\.01 Transformer.*…$/);
  expect(valeurOf(fiche, "descriptif.texte")).toBe(intitule.trim());
});

test("a section of 30,000 characters is whole", () => {
  const commentaire = "Une phrase qui se répète. ".repeat(1154).trim();
  expect(valeurOf(ficheOf({ commentaire }), "vigilance.commentaire")).toBe(commentaire);
});

test("reversed dates: both are said, and no year is under way", () => {
  const fiche = ficheOf({ debutPrevu: 47_483, finPrevue: 46_753 });
  expect([valeurOf(fiche, "calendrier.debut"), valeurOf(fiche, "calendrier.fin")]).toEqual([
    "31/12/2029",
    "01/01/2028",
  ]);
  expect(fiche.annees.filter(({ isEnCours }) => isEnCours)).toEqual([]);
});

test("whatever the cells hold, a fiche with its ten sections and nothing that a document refuses", () => {
  const cell: fc.Arbitrary<Cell> = fc.oneof(
    fc.string({ unit: "binary", maxLength: 400 }),
    fc.double(),
    fc.boolean(),
    fc.constant(null),
    fc.constant({ error: "#N/A" }),
  );
  const names = Object.keys(PLEINE).filter((name) => name !== "intitule");
  const valeurs = fc.record(Object.fromEntries(names.map((name) => [name, cell])), { requiredKeys: [] });
  fc.assert(
    fc.property(valeurs, fc.string({ minLength: 1 }), (own, intitule) => {
      const fiche = ficheOf({ ...own, intitule: `a${intitule}` });
      expect(
        new Set(fiche.champs.filter(({ rubrique }) => rubrique !== "indicateurs").map(({ rubrique }) => rubrique)).size,
      ).toBe(9);
      expect(new Set(fiche.champs.map(({ cle }) => cle)).size).toBe(fiche.champs.length);
      expect(fiche.titre.length).toBeLessThanOrEqual(120);
      for (const { valeur } of fiche.champs) {
        expect(valeur).not.toMatch(/[^\P{Cc}\n]|\p{Cs}/u);
        expect(valeur.length).toBeLessThanOrEqual(32_767);
      }
    }),
    { numRuns: 25 },
  );
});

test.each<[string, Valeurs, readonly string[]]>([
  ["all the plan knows, nothing written yet", {}, ["descriptif"]],
  ["no pilote", { pilote: null }, ["descriptif", "acteurs"]],
  ["no date of end", { finPrevue: null }, ["descriptif", "calendrier"]],
  [
    "no means",
    { cout: null, coutPerenne: null, coutNonReconductible: null, coutAutofinance: null, financeurs: null, etp: null },
    ["descriptif", "moyens"],
  ],
  ["no indicator", { indicateurs: null }, ["descriptif", "indicateurs"]],
  ["an indicator without a start", { indicateurs: "Satisfaction" }, ["descriptif", "indicateurs"]],
])("what lacks: %s", (_, valeurs, manques) => {
  expect(ficheOf(valeurs)).toMatchObject({ completude: "incomplete", manques });
});

test("from a point of the check-list: the same places, with what its line knows", () => {
  const { classeur } = open();
  const ligne = classeur.tables.checklist?.lignes[0];
  if (ligne === undefined) throw new Error("no point");
  const fiche = composeFicheFromPoint(classeur, ligne);
  const cles = ({ champs }: FicheAction) =>
    champs.filter(({ rubrique }) => rubrique !== "indicateurs").map(({ cle }) => cle);
  expect(cles(fiche)).toEqual(cles(ficheOf({})));
  expect([fiche.titre, fiche.pied.statut]).toEqual(["P01 Le périmètre du contrat est listé", "En cours"]);
  expect(valeurOf(fiche, "acteurs.pilote")).toBe("Luc Petit, référent");
  expect(valeurOf(fiche, "calendrier.fin")).toBe("31/03/2027");
});

test("lines are named by their identifier, else by their title; those that cannot have a fiche are named", () => {
  const { table } = open([
    PLEINE,
    { ...PLEINE, id: "acn-02.01" },
    VIDE,
    { ...VIDE, id: null },
    { ...VIDE, id: "ACN-09.02" },
    { ...VIDE, id: null, intitule: null },
    { ...VIDE, id: null, intitule: "Deux fois" },
    { ...VIDE, id: null, intitule: "deux fois" },
  ]);
  const all = chooseLignes(table, "toutes");
  const lignes = all.lignes.map(({ id, at }) => [id, toAddress(at)]);
  expect(lignes).toEqual([
    ["ACN-09.01", "A4"],
    ["Mutualiser les achats", "C5"],
    ["ACN-09.02", "A6"],
  ]);
  expect(all.refusees).toEqual([
    { raison: "sans-nom", id: null, rows: [7] },
    { raison: "identifiant-repete", id: "ACN-02.01", rows: [2, 3] },
    { raison: "intitule-repete", id: "Deux fois", rows: [8, 9] },
  ]);
  const some = chooseLignes(table, ["ACN-09.02", "acn-09.01", "X-1"]);
  expect(some.lignes.map(({ id }) => id)).toEqual(["ACN-09.01", "ACN-09.02"]);
  expect(some.refusees).toEqual([{ raison: "introuvable", id: "X-1", rows: [] }]);
});

test.each<[string, Parameters<typeof actionsOf>[1], readonly number[]]>([
  ["a code", { pilote: "OG-QUA" }, [2]],
  ["a name", { pilote: "Claire Martin" }, [2]],
  ["somebody unknown", { pilote: "Une personne inconnue" }, [3]],
  ["an objectif", { objectif: "OBJ-02" }, [2]],
  ["nobody", { pilote: "OG-ABC" }, []],
])("rows of the actions of %s", (_, by, expected) => {
  expect(actionsOf(open().classeur, by)).toEqual(expected);
});
