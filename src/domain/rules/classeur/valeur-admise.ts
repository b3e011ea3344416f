import { tablesOf } from "../../classeur";
import { placeOf, type ProblemAt, type Table } from "../../sheets/decode";
import type { Cell, Place } from "../../sheets/grid";
import type { CellProblem } from "../../sheets/problem";
import type { Sheet } from "../../sheets/sheet";
import { type DataOf, PHRASES_VALEUR } from "../phrases-valeur";
import { defineRule, type RuleExample } from "../rule";

type Code = CellProblem["code"];

/** Doubts where nothing is asked for: what is there may well be meant. */
const ADVICE: ReadonlySet<Code> = new Set(["numero-court"]);

export default defineRule({
  id: "classeur/valeur-admise",
  severity: "error",
  title: "Chaque cellule contient ce que sa colonne attend",
  docs: {
    quoi: "Une date est une date, un nombre est un nombre, et une valeur de liste fait partie de la liste.",
    pourquoi: "Une valeur illisible échappe aux calculs et aux contrôles, et chacun la comprend à sa façon.",
    corriger: "Remplacez la valeur par celle qui convient ; la plus proche est proposée quand il y en a une.",
    source: "Dossier métier, § 4",
  },
  messages: PHRASES_VALEUR,
  applies: (classeur) => tablesOf(classeur).some((table) => table.lignes.length > 0),
  *check(classeur) {
    for (const table of tablesOf(classeur)) {
      for (const problem of table.problems) yield toFinding(table, problem);
      for (const doubt of table.doubts) {
        const severity = ADVICE.has(doubt.problem.code) ? "advice" : "warning";
        yield { ...toFinding(table, doubt), needsReview: true, severity };
      }
    }
  },
  examples: [
    {
      titre: "Un statut de la liste, une date lisible",
      feuilles: {
        checklist: [
          ["N°", "Statut", "Échéance"],
          ["P01", "En cours", "31/03/2027"],
        ],
      },
    },
    {
      titre: "Un statut mal orthographié",
      feuilles: points("Statut", "En cour", "À faire"),
      attendu: [["hors-liste", "checklist!2.statut"]],
    },
    {
      titre: "Une équipe qui a ses propres phases",
      feuilles: points("Phase", "Avant", "Pendant", "Après"),
      attendu: [["autre-vocabulaire", "checklist!2.phase"]],
    },
    {
      titre: "Une échéance qui n’est pas une date",
      feuilles: points("Échéance", "fin mars"),
      attendu: [["pas-une-date", "checklist!2.echeance"]],
    },
    {
      titre: "Une année sur deux chiffres",
      feuilles: points("Échéance", "31/03/27"),
      attendu: [["annee-abregee", "checklist!2.echeance"]],
    },
    {
      titre: "Une échéance trop lointaine pour être voulue",
      feuilles: points("Échéance", "31/03/2207"),
      attendu: [["date-improbable", "checklist!2.echeance"]],
    },
    {
      titre: "Une formule en erreur",
      feuilles: points("Échéance", { error: "#REF!" }),
      attendu: [["formule-en-erreur", "checklist!2.echeance"]],
    },
    {
      titre: "Un code plus long qu’un en-tête de colonne",
      feuilles: {
        acteurs: [
          ["ID acteur", "Code court", "Nom, prénom"],
          ["ACT-001", "ARS-REFERENT", null],
        ],
      },
      attendu: [["trop-long", "acteurs!2.code"]],
    },
    {
      titre: "Une adresse électronique incomplète",
      feuilles: acteurs("Courriel", "claire.martin"),
      attendu: [["identifiant-invalide", "acteurs!2.courriel"]],
    },
    {
      titre: "Une adresse plus longue que le répertoire FINESS ne l’admet",
      feuilles: acteurs("Courriel", "direction.generale.adjointe@association-les-tilleuls-du-val.fr"),
      attendu: [["courriel-long", "acteurs!2.courriel"]],
    },
    {
      titre: "Des numéros de téléphone à vérifier",
      feuilles: acteurs("Téléphone", 102030405, "3646", "+508 41 00 00", "1,0203E+08"),
      attendu: [
        ["chiffres-perdus", "acteurs!5.telephone"],
        ["zero-perdu", "acteurs!2.telephone"],
        ["numero-court", "acteurs!3.telephone"],
        ["numero-saint-pierre", "acteurs!4.telephone"],
      ],
    },
    {
      titre: "Des numéros d’établissement à vérifier",
      feuilles: {
        perimetre: [
          ["FINESS ET", "Raison sociale", "SIRET", "Catégorie"],
          ["010000033", "IME Les Tilleuls", "73282932099999", "183 IME"],
          ["200000016", "ESAT Les Saules", "73282932000074", "205"],
          ["010780054", "Foyer du Parc", "73282932000074", "999"],
        ],
      },
      attendu: [
        ["cle-incorrecte", "perimetre!2.finessEt"],
        ["siret-provisoire", "perimetre!2.siret"],
        ["prefixe-inconnu", "perimetre!3.finessEt"],
        ["categorie-fermee", "perimetre!3.categorie"],
        ["categorie-inconnue", "perimetre!4.categorie"],
      ],
    },
    {
      titre: "Un avancement saisi en points, un coût et des ETP à vérifier",
      feuilles: {
        actions: [
          ["ID action", "Avancement", "Coût prévisionnel", "ETP mobilisés"],
          ["ACN-01.01", 45, 12000, 1.5],
          ["ACN-01.02", 0.45, "600 M€", 151.67],
        ],
      },
      attendu: [
        ["taux-en-points", "actions!2.avancement"],
        ["inhabituel", "actions!3.cout"],
        ["heures-en-etp", "actions!3.etp"],
      ],
    },
    {
      titre: "Une lettre inconnue dans la matrice RACI",
      feuilles: {
        raci: [
          ["ID", "Activité", "Phase", "ARS-REF", "OG-REF"],
          ["A01", "Programmer le contrat", "Préalables", "R", "X"],
          ["A02", "Désigner les référents", "Préalables", "A", "R"],
        ],
      },
      attendu: [["lettre-inconnue", "Matrice RACI!E2"]],
    },
    {
      titre: "Une clé de réglage qui n’en est pas une",
      feuilles: {
        parametres: [
          ["Clé", "Paramètre", "Valeur"],
          ["Été : début", "Été : premier jour neutralisé", "01/08"],
        ],
      },
      attendu: [["hors-motif", "parametres!2.cle"]],
    },
    {
      titre: "Des notes qui ne sont pas de 1 à 4",
      feuilles: acteurs("Intérêt", "fort", 2.5, 5),
      attendu: [
        ["pas-un-nombre", "acteurs!2.interet"],
        ["pas-un-entier", "acteurs!3.interet"],
        ["hors-bornes", "acteurs!4.interet"],
      ],
    },
  ],
});

/** Points of a check-list, one for each content of a column. */
function points(titre: string, ...contenus: readonly Cell[]): RuleExample["feuilles"] {
  return { checklist: [["N°", titre], ...contenus.map((contenu, index) => [`P0${index + 1}`, contenu])] };
}

/** Actors of whom nothing else is said, one for each content of a column. */
function acteurs(titre: string, ...contenus: readonly Cell[]): RuleExample["feuilles"] {
  const lignes = contenus.map((contenu, index) => [`ACT-00${index + 1}`, null, contenu]);
  return { acteurs: [["ID acteur", "Nom, prénom", titre], ...lignes] };
}

type ProblemFinding = { [C in Code]: { message: C; data: DataOf<C>; at: Place } }[Code];

/** Problem codes are the ids of the sentences, and what a problem holds is what its sentence needs. */
function toFinding(table: Table<Sheet>, { row, column, problem }: ProblemAt): ProblemFinding {
  const { code, ...details } = problem;
  const data = { colonne: table.titles[column] ?? column, ...details };
  return { message: code, data, at: placeOf(table, row, column) } as ProblemFinding;
}
