import { formatJour, type Jour, parseJour } from "../../calendrier/jour";
import { type Classeur, tablesOf } from "../../classeur";
import { placeOf } from "../../sheets/decode";
import type { SheetId, Sheets } from "../../sheets/catalogue";
import { nameLigne } from "../empty-cells";
import { defineRule } from "../rule";

type Paires = {
  readonly [Id in SheetId]?: readonly (readonly [
    debut: keyof Sheets[Id]["columns"] & string,
    fin: keyof Sheets[Id]["columns"] & string,
  ])[];
};

/** Dates of one line of which the second never comes first. */
const PAIRES: Paires = {
  cpom: [["echeancePrecedente", "finProrogation"]],
  perimetre: [
    ["dateAutorisation", "finAutorisation"],
    ["derniereEvaluation", "prochaineEvaluation"],
  ],
  "retro-planning": [
    ["debutReel", "finReelle"],
    ["debutAuPlusTard", "finAuPlusTard"],
    ["debutAuPlusTot", "finAuPlusTot"],
  ],
  actions: [["debutPrevu", "finPrevue"]],
  outils: [["dateAdoption", "finValidite"]],
  seances: [
    ["date", "crEnvoye"],
    ["crEnvoye", "crValide"],
  ],
};

export default defineRule({
  id: "classeur/fin-apres-debut",
  severity: "error",
  title: "Une fin ne précède pas son début",
  docs: {
    quoi: "Sur une même ligne, la date de fin est le jour du début ou un jour suivant.",
    pourquoi: "Une fin qui précède son début rend faux les durées, les retards et la météo.",
    corriger: "Corrigez l’une des deux dates : l’année est souvent en cause.",
    source: "Dossier métier, § 4.8, § 4.10 (X-11) et § 4.11 (V-DAT-2)",
  },
  messages: {
    inverse: ({ ligne, titres, debut, fin }: Data) =>
      `${ligne} : « ${titres.fin} » (${formatJour(fin)}) précède « ${titres.debut} » (${formatJour(debut)}).`,
  },
  applies: (classeur) => pairesOf(classeur).some(({ table }) => table.lignes.length > 0),
  *check(classeur) {
    for (const { table, noms } of pairesOf(classeur)) {
      for (const ligne of table.lignes) {
        const [debut, fin] = [jourOf(ligne.value[noms.debut]), jourOf(ligne.value[noms.fin])];
        if (debut === null || fin === null || fin >= debut) continue;
        const titres = { debut: table.titles[noms.debut] ?? noms.debut, fin: table.titles[noms.fin] ?? noms.fin };
        const data = { ligne: nameLigne(table.sheet, ligne), titres, debut, fin };
        yield { message: "inverse", data, at: placeOf(table, ligne.row, noms.fin) };
      }
    }
  },
  examples: [
    {
      titre: "Une action qui dure, une autre d’un jour",
      feuilles: {
        actions: [
          ["ID action", "Début prévu", "Fin prévue"],
          ["ACN-01.01", "01/01/2028", "31/12/2029"],
          ["ACN-01.02", "01/03/2028", "01/03/2028"],
        ],
      },
    },
    {
      titre: "Une fin saisie avec une année de moins",
      feuilles: {
        actions: [
          ["ID action", "Début prévu", "Fin prévue"],
          ["ACN-01.01", "01/01/2028", "31/12/2027"],
        ],
      },
      attendu: [["inverse", "actions!2.finPrevue"]],
    },
    {
      titre: "Un compte rendu envoyé avant la séance",
      feuilles: {
        seances: [
          ["ID", "Instance", "Date", "Ordre du jour", "CR envoyé le"],
          ["SEA-01", "INS-01", "12/05/2027", "Diagnostic", "05/05/2027"],
        ],
      },
      attendu: [["inverse", "seances!2.crEnvoye"]],
    },
  ],
});

interface Data {
  readonly ligne: string;
  /** What the referent calls the two columns. */
  readonly titres: { readonly debut: string; readonly fin: string };
  readonly debut: Jour;
  readonly fin: Jour;
}

function pairesOf(classeur: Classeur) {
  const paires: Readonly<Record<string, readonly (readonly [string, string])[]>> = PAIRES;
  return tablesOf(classeur).flatMap((table) =>
    (paires[table.sheet.id] ?? [])
      .filter((names) => names.every((name) => table.attachment.columns[name] !== undefined))
      .map(([debut, fin]) => ({ table, noms: { debut, fin } })),
  );
}

function jourOf(value: unknown): Jour | null {
  return typeof value === "string" ? parseJour(value) : null;
}
