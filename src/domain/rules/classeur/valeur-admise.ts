import { tablesOf } from "../../classeur";
import type { Place } from "../../sheets/grid";
import { placeOf, type ProblemAt, type Table } from "../../sheets/decode";
import type { CellProblem } from "../../sheets/problem";
import type { Sheet } from "../../sheets/sheet";
import { defineRule } from "../rule";

type Code = CellProblem["code"];
type DataOf<C extends Code> = { readonly colonne: string } & Omit<Extract<CellProblem, { readonly code: C }>, "code">;

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
  messages: {
    "hors-liste": ({ colonne, valeur, liste, proche }: DataOf<"hors-liste">) =>
      proche === null
        ? `${colonne} : « ${valeur} » n’est pas dans la liste. Valeurs admises : ${liste.join(", ")}.`
        : `${colonne} : « ${valeur} » n’est pas dans la liste. Vouliez-vous dire « ${proche} » ?`,
    "autre-vocabulaire": ({ colonne, valeurs, liste }: DataOf<"autre-vocabulaire">) =>
      `${colonne} : vos valeurs (${valeurs.join(", ")}) ne sont pas celles du kit (${liste.join(", ")}).`,
    "pas-une-date": ({ colonne, valeur }: DataOf<"pas-une-date">) =>
      `${colonne} : « ${valeur} » n’est pas une date. Saisissez-la sous la forme jj/mm/aaaa.`,
    "date-improbable": ({ colonne, valeur }: DataOf<"date-improbable">) =>
      `${colonne} : le ${valeur} est très éloigné de la période d’un contrat. Vérifiez l’année.`,
    "annee-abregee": ({ colonne, valeur, propose }: DataOf<"annee-abregee">) =>
      `${colonne} : « ${valeur} » se lit ${propose}. Remplacez-la par cette date, l’année sur quatre chiffres.`,
    "pas-un-nombre": ({ colonne, valeur }: DataOf<"pas-un-nombre">) =>
      `${colonne} : « ${valeur} » n’est pas un nombre.`,
    "pas-un-entier": ({ colonne, valeur }: DataOf<"pas-un-entier">) =>
      `${colonne} : « ${valeur} » n’est pas un nombre entier.`,
    "hors-bornes": ({ colonne, valeur, ...bornes }: DataOf<"hors-bornes">) =>
      `${colonne} : ${valeur} est hors limites (${sayBornes(bornes)}).`,
    inhabituel: ({ colonne, valeur, ...bornes }: DataOf<"inhabituel">) =>
      `${colonne} : ${valeur} est inhabituel (d’ordinaire ${sayBornes(bornes)}). Vérifiez la valeur et son unité.`,
    "taux-en-points": ({ colonne, valeur, propose }: DataOf<"taux-en-points">) =>
      `${colonne} : ${valeur} semble saisi en points. Remplacer par ${sayPourcentage(propose)} ?`,
    "heures-en-etp": ({ colonne, valeur, propose }: DataOf<"heures-en-etp">) =>
      `${colonne} : ${valeur} semble un nombre d’heures par mois. Remplacer par ${propose} ETP ?`,
    "identifiant-invalide": ({ colonne, valeur, attendu }: DataOf<"identifiant-invalide">) =>
      `${colonne} : « ${valeur} » n’est pas valide. Il faut ${attendu}.`,
    "zero-perdu": ({ colonne, valeur, propose }: DataOf<"zero-perdu">) =>
      `${colonne} : « ${valeur} » a sans doute perdu son zéro de tête. Remplacer par « ${propose} » ?`,
    "chiffres-perdus": ({ colonne, valeur }: DataOf<"chiffres-perdus">) =>
      `${colonne} : « ${valeur} » a perdu des chiffres (notation scientifique). Ressaisissez le numéro au format texte.`,
    "cle-incorrecte": ({ colonne, valeur }: DataOf<"cle-incorrecte">) =>
      `${colonne} : la clé de contrôle de « ${valeur} » est incorrecte. Vérifiez les chiffres.`,
    "prefixe-inconnu": ({ colonne, valeur, prefixe }: DataOf<"prefixe-inconnu">) =>
      `${colonne} : « ${valeur} » commence par ${prefixe}, qui n’est le préfixe d’aucun département. Vérifiez le numéro.`,
    "siret-provisoire": ({ colonne, valeur }: DataOf<"siret-provisoire">) =>
      `${colonne} : « ${valeur} » est un numéro provisoire (il se termine par 99999). Remplacez-le dès que possible.`,
    "courriel-long": ({ colonne, longueur, maximum }: DataOf<"courriel-long">) =>
      `${colonne} : cette adresse compte ${longueur} caractères ; le répertoire FINESS en admet ${maximum}.`,
    "numero-court": ({ colonne, valeur }: DataOf<"numero-court">) =>
      `${colonne} : « ${valeur} » est un numéro court. Un numéro à 10 chiffres se joint de partout.`,
    "numero-saint-pierre": ({ colonne, valeur }: DataOf<"numero-saint-pierre">) =>
      `${colonne} : « ${valeur} » est un numéro de Saint-Pierre-et-Miquelon. Vérifiez que c’est bien voulu.`,
    "categorie-inconnue": ({ colonne, valeur }: DataOf<"categorie-inconnue">) =>
      `${colonne} : la catégorie FINESS ${valeur} n’est pas parmi celles des ESMS. Vérifiez le code.`,
    "categorie-fermee": ({ colonne, valeur }: DataOf<"categorie-fermee">) =>
      `${colonne} : la catégorie FINESS ${valeur} est fermée. Indiquez celle qui l’a remplacée.`,
    "trop-long": ({ colonne, longueur, maximum }: DataOf<"trop-long">) =>
      `${colonne} : ${longueur} caractères, pour ${maximum} au plus. Raccourcissez le texte.`,
    "hors-motif": ({ colonne, valeur, exemple }: DataOf<"hors-motif">) =>
      `${colonne} : « ${valeur} » n’a pas la forme attendue, par exemple « ${exemple} ».`,
    "lettre-inconnue": ({ colonne, valeur, lettres }: DataOf<"lettre-inconnue">) =>
      `${colonne} : « ${valeur} » n’est pas admis. Lettres possibles : ${lettres.join(", ")}.`,
    "formule-en-erreur": ({ colonne, valeur }: DataOf<"formule-en-erreur">) =>
      `${colonne} : la formule de cette cellule est en erreur (${valeur}). Corrigez-la ou saisissez la valeur.`,
  },
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
      feuilles: {
        checklist: [
          ["N°", "Statut"],
          ["P01", "En cour"],
          ["P02", "À faire"],
        ],
      },
      attendu: [["hors-liste", "checklist!2.statut"]],
    },
    {
      titre: "Une équipe qui a ses propres phases",
      feuilles: {
        checklist: [
          ["N°", "Phase"],
          ["P01", "Avant"],
          ["P02", "Pendant"],
          ["P03", "Après"],
        ],
      },
      attendu: [["autre-vocabulaire", "checklist!2.phase"]],
    },
    {
      titre: "Une échéance qui n’est pas une date",
      feuilles: {
        checklist: [
          ["N°", "Échéance"],
          ["P01", "fin mars"],
        ],
      },
      attendu: [["pas-une-date", "checklist!2.echeance"]],
    },
    {
      titre: "Une année sur deux chiffres",
      feuilles: {
        checklist: [
          ["N°", "Échéance"],
          ["P01", "31/03/27"],
        ],
      },
      attendu: [["annee-abregee", "checklist!2.echeance"]],
    },
    {
      titre: "Une échéance trop lointaine pour être voulue",
      feuilles: {
        checklist: [
          ["N°", "Échéance"],
          ["P01", "31/03/2207"],
        ],
      },
      attendu: [["date-improbable", "checklist!2.echeance"]],
    },
    {
      titre: "Une formule en erreur",
      feuilles: {
        checklist: [
          ["N°", "Échéance"],
          ["P01", { error: "#REF!" }],
        ],
      },
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
      feuilles: {
        acteurs: [
          ["ID acteur", "Nom, prénom", "Courriel"],
          ["ACT-001", null, "claire.martin"],
        ],
      },
      attendu: [["identifiant-invalide", "acteurs!2.courriel"]],
    },
    {
      titre: "Une adresse plus longue que le répertoire FINESS ne l’admet",
      feuilles: {
        acteurs: [
          ["ID acteur", "Nom, prénom", "Courriel"],
          ["ACT-001", null, "direction.generale.adjointe@association-les-tilleuls-du-val.fr"],
        ],
      },
      attendu: [["courriel-long", "acteurs!2.courriel"]],
    },
    {
      titre: "Des numéros de téléphone à vérifier",
      feuilles: {
        acteurs: [
          ["ID acteur", "Nom, prénom", "Téléphone"],
          ["ACT-001", null, 102030405],
          ["ACT-002", null, "3646"],
          ["ACT-003", null, "+508 41 00 00"],
          ["ACT-004", null, "1,0203E+08"],
        ],
      },
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
      feuilles: {
        acteurs: [
          ["ID acteur", "Nom, prénom", "Intérêt"],
          ["ACT-001", null, "fort"],
          ["ACT-002", null, 2.5],
          ["ACT-003", null, 5],
        ],
      },
      attendu: [
        ["pas-un-nombre", "acteurs!2.interet"],
        ["pas-un-entier", "acteurs!3.interet"],
        ["hors-bornes", "acteurs!4.interet"],
      ],
    },
  ],
});

function sayBornes(bornes: { readonly minimum: number | null; readonly maximum: number | null }): string {
  const { minimum, maximum } = bornes;
  return [
    ...(minimum === null ? [] : [`au moins ${sayNombre(minimum)}`]),
    ...(maximum === null ? [] : [`au plus ${sayNombre(maximum)}`]),
  ].join(", ");
}

/** `0.455` → `45,5 %`. */
function sayPourcentage(fraction: number): string {
  return `${sayNombre(Number((fraction * 100).toPrecision(12)))} %`;
}

/** `1234.5` → `1 234,5`. */
function sayNombre(value: number): string {
  const [whole = "", decimals] = String(value).split(".");
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, "\u202F");
  return decimals === undefined ? grouped : `${grouped},${decimals}`;
}

type ProblemFinding = { [C in Code]: { message: C; data: DataOf<C>; at: Place } }[Code];

/** Problem codes are the ids of the sentences, and what a problem holds is what its sentence needs. */
function toFinding(table: Table<Sheet>, { row, column, problem }: ProblemAt): ProblemFinding {
  const { code, ...details } = problem;
  const data = { colonne: table.titles[column] ?? column, ...details };
  return { message: code, data, at: placeOf(table, row, column) } as ProblemFinding;
}
