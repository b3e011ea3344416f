import { checkClasseur } from "../../../src/domain/rules/check";
import { constatsOf } from "../../../src/domain/rules/report";
import type { SheetId } from "../../../src/domain/sheets/catalogue";
import type { Cell } from "../../../src/domain/sheets/grid";
import { classeurOf } from "../../support/exemples";

type Feuilles = Readonly<Partial<Record<SheetId, readonly (readonly Cell[])[]>>>;

/** A small contract in which nothing is wrong. */
const CONTRAT: Feuilles = {
  cpom: [
    [
      "ID CPOM",
      "Intitulé du CPOM",
      "Régime juridique",
      "FINESS EJ",
      "SIREN",
      "Financeurs",
      "Modalité de fixation des ressources",
      "Convention RACI",
    ],
    [
      ...["CPOM-01", "CPOM 2028-2032", "Handicap-services", "010000024", "732829320", "ARS ; Département"],
      ...["Formule fixe", "ANAP"],
    ],
  ],
  perimetre: [
    [
      ...["FINESS ET", "FINESS EJ", "Raison sociale", "SIRET", "Code postal", "Département", "Capacité autorisée"],
      ...["Capacité installée", "Date d’autorisation", "Fin d’autorisation", "Prochaine évaluation HAS"],
    ],
    [
      ...["010000032", "010000024", "IME Les Tilleuls", "73282932000074", "01000", "01", 40],
      ...[38, "03/01/2017", "02/01/2032", "15/03/2029"],
    ],
    [
      ...["010780054", "010000024", "ESAT Les Saules", null, "01000", "01", 60],
      ...[60, "03/01/2017", "02/01/2032", "15/03/2029"],
    ],
  ],
  checklist: [
    ["N°", "Point de contrôle", "Niveau", "Porteur", "Statut", "Date de réalisation", "Pièce justificative"],
    ["P01", "Le périmètre est listé", "Obligatoire", "ARS-REF", "Fait", "12/12/2025", "Arrêté du 12/12/2025"],
    ["P02", "Le régime est tranché", "Recommandé", "OG-REF", "En cours", null, null],
  ],
  acteurs: [
    [
      "ID acteur",
      "Code court",
      "Famille",
      "Organisme",
      "Nom, prénom",
      "Fonction",
      "Rôle dans la démarche",
      "Délégation de signature",
    ],
    ["ACT-001", "ARS-DG", "Autorités", "ARS Auvergne", "LE GALL Anne", "Directrice générale", "Signataire", null],
    ["ACT-002", "ARS-REF", "Autorités", "ARS Auvergne", "DURAND Paul", "Chargé de mission", "Référent", null],
    ["ACT-003", "CD-PCD", "Autorités", "Conseil départemental de l’Ain", "NOËL Luc", "Président", "Signataire", null],
    ["ACT-004", "OG-PRES", "Organisme gestionnaire", "Les Tilleuls", "MARTIN Claire", "Présidente", "Signataire", null],
    [
      "ACT-005",
      "OG-REF",
      "Organisme gestionnaire",
      "Les Tilleuls",
      "PETIT Jean",
      "Directeur adjoint",
      "Référent",
      null,
    ],
  ],
  raci: [
    ["ID", "Activité", "Phase", "ARS-DG", "ARS-REF", "CD-PCD", "OG-REF", "OG-PRES"],
    ["A01", "Programmer le contrat", "Préalables", "I", "R", "A", "A", "I"],
    ["A02", "Désigner les référents", "Préalables", "C", "A", "C", "R", "C"],
  ],
  objectifs: [
    ["ID objectif", "Intitulé", "ESMS concernés"],
    ["OBJ-01", "Renforcer la participation des personnes", "010000032"],
    ["OBJ-02", "Diversifier les modes d’accueil", "IME Les Tilleuls"],
  ],
  actions: [
    [
      "ID action",
      "Objectif",
      "Intitulé de l’action",
      "ESMS concernés",
      "Pilote",
      "Début prévu",
      "Fin prévue",
      "Indicateur(s)",
    ],
    ["ACN-01.01", "OBJ-01", "Relancer le CVS", "010000032", "OG-REF", "01/01/2028", "31/12/2028", "IND-01"],
    ["ACN-02.01", "OBJ-02", "Ouvrir le répit", "010780054", "OG-REF", "01/01/2028", "31/12/2029", "IND-02"],
  ],
  indicateurs: [
    ["ID indicateur", "Libellé", "Valeur de départ", "Cible finale"],
    ["IND-01", "Réunions du CVS", 2, 4],
    ["IND-02", "Journées de répit", 0, 200],
  ],
  outils: [
    ["ID", "Document", "Disponible", "Fin de validité"],
    ["DOC-01", "Projet associatif", "Oui", "31/12/2030"],
  ],
};

test("the contract the faults are put in has none", () => {
  expect(found(CONTRAT)).toEqual([]);
});

test.each<[string, SheetId, number, string, Cell, readonly string[]]>([
  ["an ET of another EJ", "perimetre", 2, "FINESS EJ", "970302287", ["cpom/esms-de-l-entite autre-entite"]],
  [
    "the number of the ET as that of the EJ",
    "perimetre",
    2,
    "FINESS EJ",
    "010780054",
    ["cpom/et-distinct-de-l-ej meme-numero"],
  ],
  [
    "a FINESS ET typed twice",
    "perimetre",
    2,
    "FINESS ET",
    "010000032",
    ["classeur/identifiant-unique double", "classeur/reference-connue inconnue"],
  ],
  ["a FINESS with a wrong key", "cpom", 1, "FINESS EJ", "010000025", ["classeur/valeur-admise cle-incorrecte"]],
  ["an empty SIREN", "cpom", 1, "SIREN", null, ["classeur/cellule-remplie vide"]],
  ["a SIRET of somebody else", "perimetre", 1, "SIRET", "26010001100014", ["cpom/siret-du-gestionnaire autre-siren"]],
  ["a place too many", "perimetre", 1, "Capacité installée", 41, ["cpom/capacite-autorisee depassement"]],
  [
    "a département that two numbers deny",
    "perimetre",
    1,
    "Département",
    "10",
    ["cpom/departement-coherent departement"],
  ],
  ["a postal code of elsewhere", "perimetre", 1, "Code postal", "71000", ["cpom/departement-coherent code-postal"]],
  [
    "an authorisation that ends before it starts",
    "perimetre",
    1,
    "Fin d’autorisation",
    "02/01/2016",
    ["classeur/fin-apres-debut inverse"],
  ],
  [
    "a yearly addendum in a compulsory contract",
    "cpom",
    1,
    "Modalité de fixation des ressources",
    "3°",
    ["cpom/modalite-du-regime non-prevue"],
  ],
  [
    "an evaluation during the negotiation",
    "perimetre",
    1,
    "Prochaine évaluation HAS",
    "15/08/2027",
    ["cpom/evaluation-hors-negociation due"],
  ],
  ["an ESMS nothing aims at", "actions", 2, "ESMS concernés", "010000032", ["cpom/esms-vise non-vise"]],
  [
    "a party without a signatory",
    "acteurs",
    3,
    "Rôle dans la démarche",
    "Contact",
    ["acteurs/signataire-par-partie sans-signataire"],
  ],
  [
    "two signatories and no delegation",
    "acteurs",
    5,
    "Rôle dans la démarche",
    "Signataire",
    ["acteurs/signataire-par-partie sans-delegation"],
  ],
  [
    "an empty objective",
    "actions",
    2,
    "Objectif",
    null,
    ["plan-actions/objectif-avec-action sans-action", "plan-actions/action-avec-objectif sans-objectif"],
  ],
  [
    "an objective that was deleted",
    "actions",
    1,
    "Objectif",
    "OBJ-07",
    ["classeur/reference-connue inconnue", "plan-actions/objectif-avec-action sans-action"],
  ],
  [
    "an action without indicator",
    "actions",
    1,
    "Indicateur(s)",
    null,
    ["plan-actions/action-avec-indicateur sans-indicateur", "plan-actions/indicateur-utilise non-utilise"],
  ],
  [
    "an indicator without a start",
    "indicateurs",
    1,
    "Valeur de départ",
    null,
    ["plan-actions/indicateur-mesurable sans-valeur"],
  ],
  [
    "an indicator that cannot be read",
    "indicateurs",
    1,
    "Cible finale",
    "beaucoup",
    ["classeur/valeur-admise pas-un-nombre"],
  ],
  ["a pilote nobody knows", "actions", 1, "Pilote", "OG-QUA", ["classeur/reference-connue inconnue"]],
  ["a porteur misspelt", "checklist", 2, "Porteur", "OG-RFE", ["classeur/reference-connue inconnue"]],
  [
    "an action that ends before it starts",
    "actions",
    1,
    "Fin prévue",
    "31/12/2027",
    ["classeur/fin-apres-debut inverse"],
  ],
  [
    "a compulsory point done without proof",
    "checklist",
    1,
    "Pièce justificative",
    null,
    ["checklist/fait-avec-justificatif sans-piece"],
  ],
  [
    "an action beyond the contract",
    "actions",
    2,
    "Fin prévue",
    "31/12/2033",
    ["plan-actions/action-dans-le-contrat apres"],
  ],
  [
    "an action before the contract",
    "actions",
    1,
    "Début prévu",
    "01/09/2027",
    ["plan-actions/action-dans-le-contrat avant"],
  ],
  ["a start typed after its end", "actions", 1, "Début prévu", "01/01/2029", ["classeur/fin-apres-debut inverse"]],
  [
    "a target typed the wrong way",
    "indicateurs",
    1,
    "Cible finale",
    1,
    ["plan-actions/cibles-dans-le-sens contresens"],
  ],
  ["a document out of date", "outils", 1, "Fin de validité", "31/12/2025", ["outils/document-a-jour perime"]],
])("%s: one alarm, and what follows from it", (_, sheet, line, title, cell, expected) => {
  expect(found(withCell(sheet, line, title, cell))).toEqual(expected);
});

/** The contract with one cell changed; lines from 1. */
function withCell(sheet: SheetId, line: number, title: string, cell: Cell): Feuilles {
  const [titles = [], ...lines] = CONTRAT[sheet] ?? [];
  const column = titles.indexOf(title);
  if (column < 0 || lines[line - 1] === undefined) throw new Error(`${sheet} has no « ${title} » on line ${line}`);
  const changed = lines.map((own, index) => (index === line - 1 ? own.with(column, cell) : own));
  return { ...CONTRAT, [sheet]: [titles, ...changed] };
}

function found(feuilles: Feuilles): readonly string[] {
  return constatsOf(checkClasseur(classeurOf({ feuilles }))).map(({ rule, messageId }) => `${rule} ${messageId}`);
}
