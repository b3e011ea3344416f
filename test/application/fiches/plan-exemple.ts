import { sheets, type SheetId } from "../../../src/domain/sheets/catalogue";
import type { Cell, Grid } from "../../../src/domain/sheets/grid";
import type { Sheet } from "../../../src/domain/sheets/sheet";
import type { Snapshot } from "../../../src/application/ports/workbook";
import { tabOf } from "../../support/exemples";

/** Values of a line by the name of their column in code. */
export type Valeurs = Readonly<Record<string, Cell>>;

/** A tab of the kit with these lines; columns in the order of the first line. */
function tabOfLignes(id: SheetId, lignes: readonly Valeurs[]): Snapshot["tabs"][number] {
  const sheet: Sheet = sheets[id];
  const names = [...new Set(lignes.flatMap((ligne) => Object.keys(ligne)))];
  const titles = names.map((name) => sheet.columns[name]?.label ?? name);
  const cells: Grid = [titles, ...lignes.map((ligne) => names.map((name) => ligne[name] ?? null))];
  return tabOf(sheet.tab, cells);
}

export const PLEINE: Valeurs = {
  ...{
    id: "ACN-02.01",
    objectif: "OBJ-02",
    intitule: "Créer six places de répit",
    type: "Extension ou création de places",
  },
  ...{ esms: "010000032 ; 010000040", pilote: "OG-QUA", contributeurs: "ARS-REF ; Paul Durand" },
  ...{
    debutPrevu: 46_753,
    finPrevue: 47_483,
    finReelle: null,
    statut: "Planifiée",
    avancement: 0,
    indicateurs: "IND-01 ; IND-02",
  },
  ...{
    cout: 45_000,
    coutPerenne: 30_000,
    coutNonReconductible: 10_000,
    coutAutofinance: 5000,
    financeurs: "ARS ; CD",
    etp: 1.5,
  },
  ...{ condition: "Autorisation de l’extension", risque: "Moyen", commentaire: "Terrain à confirmer", fiche: null },
};

export const VIDE: Valeurs = {
  id: "ACN-09.01",
  intitule: "Mutualiser les achats",
  pilote: "Une personne inconnue",
  statut: "Proposée",
};

/** The same line in a plan that has no column of identifiers. */
export function sansIdentifiant(ligne: Valeurs): Valeurs {
  return Object.fromEntries(Object.entries(ligne).filter(([name]) => name !== "id"));
}

/** A workbook with everything that a fiche draws on. */
export function planOf(
  lignes: readonly Valeurs[] = [PLEINE, VIDE],
  more: readonly Snapshot["tabs"][number][] = [],
): Snapshot {
  return {
    ...{ name: "CPOM Les Tilleuls.xlsx", dateSystem: 1900, memory: null },
    tabs: [
      tabOfLignes("cpom", [
        {
          ...{
            id: "CPOM-1",
            intitule: "CPOM des Tilleuls",
            gestionnaire: "Association Les Tilleuls",
            regime: "Handicap-services",
          },
          ...{
            financeurs: "ARS ; Département",
            dateEffet: 46_753,
            duree: 5,
            dateEcheance: 48_579,
            dateSignature: 46_738,
          },
        },
      ]),
      tabOfLignes("perimetre", [
        {
          finessEt: "010000032",
          raisonSociale: "IME Les Tilleuls",
          categorie: "183 IME",
          commune: "Oyonnax",
          inclus: "Oui",
        },
        {
          finessEt: "010000040",
          raisonSociale: "SESSAD du Lac",
          categorie: "182 SESSAD",
          commune: "Bourg-en-Bresse",
          inclus: "Oui",
        },
      ]),
      tabOfLignes("acteurs", [
        {
          id: "ACT-1",
          code: "OG-QUA",
          famille: "Organisme gestionnaire",
          nom: "Claire Martin",
          fonction: "directrice qualité",
          actif: "Oui",
        },
        {
          id: "ACT-2",
          code: "ARS-REF",
          famille: "Autorités de tarification et de contrôle",
          nom: "Luc Petit",
          fonction: "référent",
          actif: "Oui",
        },
      ]),
      tabOfLignes("objectifs", [
        {
          ...{
            id: "OBJ-02",
            axe: "Transformation de l’offre",
            intitule: "Développer le répit et l’accueil temporaire",
          },
          ...{
            origine: "Diagnostic ; PRS",
            constat: "18 familles en attente au 31/12/2026",
            priorite: "1 Haute",
            esms: "010000032",
          },
        },
      ]),
      tabOfLignes("actions", lignes),
      tabOfLignes("indicateurs", [
        {
          ...{
            id: "IND-01",
            libelle: "Taux d’occupation",
            definition: "Part des journées réalisées",
            nature: "Activité",
          },
          ...{ formule: "Journées réalisées ÷ journées théoriques", unite: "%", sens: "Hausse", source: "ERRD" },
          ...{ valeurDepart: 0.92, cibleA1: 0.93, cibleA2: 0.935, cibleA3: 0.94, cibleA4: 0.945, cibleFinale: 0.95 },
        },
        {
          ...{
            id: "IND-02",
            libelle: "Places installées",
            definition: "Places ouvertes",
            nature: "Résultat",
            formule: "Nombre",
          },
          ...{
            unite: "nombre",
            sens: "Hausse",
            source: "Rapport d’activité",
            valeurDepart: 0,
            cibleA1: 2,
            cibleFinale: 6,
          },
        },
      ]),
      tabOfLignes("checklist", [
        {
          ...{
            id: "P01",
            phase: "Préalables",
            rubrique: "Territoire",
            point: "Le périmètre du contrat est listé",
            niveau: "Obligatoire",
          },
          ...{
            porteur: "ARS-REF",
            parties: "ARS ; OG",
            statut: "En cours",
            echeance: 46_477,
            commentaire: "Relancer le gestionnaire",
          },
        },
      ]),
      ...more,
    ],
  };
}
