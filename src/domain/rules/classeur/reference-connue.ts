import { type Citee, citablesOf, citationsOf } from "../citations";
import { procheFinder } from "../nom-proche";
import { defineRule } from "../rule";

const ACTEURS = [
  ["ID acteur", "Code court", "Nom, prénom"],
  ["ACT-001", "ARS-REF", "DURAND Paul"],
  ["ACT-002", "OG-REF", "MARTIN Claire"],
];

export default defineRule({
  id: "classeur/reference-connue",
  severity: "error",
  title: "Ce qui est cité existe dans le classeur",
  docs: {
    quoi: "Une ligne qui en cite une autre (un porteur, un suppléant) la nomme comme elle figure dans son tableau : par son identifiant, son code, son nom, sa fonction ou son organisme.",
    pourquoi: "Un acteur cité et non recensé n’a ni coordonnées, ni rôle : personne ne sait à qui s’adresser.",
    corriger:
      "Corrigez le nom, ou ajoutez la ligne qui manque dans le tableau cité. Si un identifiant a été changé ou supprimé, rétablissez-le.",
    source:
      "Dossier métier, § 4.10 (X-05, X-09, X-28) et § 4.11 (V-REF) ; un acteur de la matrice RACI relève de raci/acteur-recense",
  },
  messages: {
    inconnue: ({ colonne, valeur, table, proche, lignes }: Data) => {
      const cite = lignes.length > 1 ? `« ${valeur} », cité sur ${lignes.length} lignes,` : `« ${valeur} »`;
      return proche === null
        ? `${colonne} : ${cite} ne figure pas dans ${table}. Ajoutez la ligne ou corrigez le nom.`
        : `${colonne} : ${cite} ne figure pas dans ${table}. Vouliez-vous dire « ${proche} » ?`;
    },
    vocabulaire: ({ colonne, valeurs, table }: VocabulaireData) =>
      valeurs.length === 1
        ? `${colonne} : ${sayValeurs(valeurs)} n’a pas été retrouvé dans ${table}. Vérifiez comment il y est nommé.`
        : `${colonne} : ${sayValeurs(valeurs)} n’ont pas été retrouvés dans ${table}. Vérifiez comment ils y sont nommés.`,
  },
  applies: (classeur) => citationsOf(classeur).length > 0,
  *check(classeur) {
    for (const { colonne, target, read } of citationsOf(classeur)) {
      const cells = read();
      const citables = citablesOf(target);
      const unknown = cells.filter(({ valeur }) => citables.find(valeur).length === 0);
      // Where most are not found, the two tables do not name people alike: that is one thing to look at, not a fault a line.
      const isShared = countNames(unknown) * 2 <= countNames(cells);
      const findProche = procheFinder(citables.designations);
      const rows = groupRows(unknown);
      const table = `« ${target.sheet.tab} »`;
      const others: Citee[] = [];
      for (const cell of unknown) {
        const { valeur, at } = cell;
        const proche = findProche(valeur);
        if (!isShared && (proche === null || valeur.length < SHORTEST_SLIP)) {
          others.push(cell);
          continue;
        }
        const data = { colonne, valeur, table, proche, lignes: rows.get(valeur) ?? [] };
        yield { message: "inconnue", data, at };
      }
      const [first] = others;
      if (first === undefined) continue;
      const valeurs = [...new Set(others.map(({ valeur }) => valeur))];
      yield {
        message: "vocabulaire",
        data: { colonne, valeurs, table },
        at: first.at,
        needsReview: true,
        severity: "warning",
      };
    }
  },
  examples: [
    {
      titre: "Des porteurs cités par leur code et par leur nom",
      feuilles: {
        checklist: [
          ["N°", "Porteur"],
          ["P01", "ARS-REF"],
          ["P02", "Mme Martin"],
        ],
        acteurs: ACTEURS,
      },
    },
    {
      titre: "Un code mal recopié",
      feuilles: {
        checklist: [
          ["N°", "Porteur"],
          ["P01", "ARS-REF"],
          ["P02", "OG-RFE"],
        ],
        acteurs: ACTEURS,
      },
      attendu: [["inconnue", "checklist!3.porteur"]],
    },
    {
      titre: "Un objectif supprimé, que deux actions citent encore",
      feuilles: {
        objectifs: [
          ["ID objectif", "Intitulé"],
          ["OBJ-01", "Renforcer la participation des personnes"],
        ],
        actions: [
          ["ID action", "Objectif"],
          ["ACN-01.01", "OBJ-01"],
          ["ACN-07.01", "OBJ-07"],
          ["ACN-07.02", "OBJ-07"],
        ],
      },
      attendu: [
        ["inconnue", "actions!3.objectif"],
        ["inconnue", "actions!4.objectif"],
      ],
    },
    {
      titre: "Des ESMS cités tous ensemble, ou par un numéro sans son zéro",
      feuilles: {
        perimetre: [
          ["FINESS ET", "Raison sociale"],
          ["010000032", "IME Les Tilleuls"],
          ["010780054", "ESAT Les Saules"],
        ],
        objectifs: [
          ["ID objectif", "Intitulé", "ESMS concernés"],
          ["OBJ-01", "Renforcer la participation des personnes", "Tous"],
          ["OBJ-02", "Diversifier les modes d’accueil", 10000032],
        ],
      },
    },
    {
      titre: "Un nom mal orthographié",
      feuilles: {
        checklist: [
          ["N°", "Porteur"],
          ["P01", "Mme Duran"],
        ],
        acteurs: ACTEURS,
      },
      attendu: [["inconnue", "checklist!2.porteur"]],
    },
    {
      titre: "Des porteurs nommés autrement que dans la cartographie",
      feuilles: {
        checklist: [
          ["N°", "Porteur"],
          ["P01", "Sophie"],
          ["P02", "Karim"],
          ["P03", "Sophie"],
        ],
        acteurs: ACTEURS,
      },
      attendu: [["vocabulaire", "checklist!2.porteur"]],
    },
  ],
});

interface Data {
  readonly colonne: string;
  readonly valeur: string;
  readonly table: string;
  readonly proche: string | null;
  /** Rows of the column where the same name stands. */
  readonly lignes: readonly number[];
}

interface VocabulaireData {
  readonly colonne: string;
  /** All that was not found, each once. */
  readonly valeurs: readonly string[];
  readonly table: string;
}

const SHOWN_VALUES = 5;

function sayValeurs(valeurs: readonly string[]): string {
  const shown = valeurs.slice(0, SHOWN_VALUES).map((valeur) => `« ${valeur} »`);
  const rest = valeurs.length - shown.length;
  const more = rest === 0 ? [] : [rest === 1 ? "1 autre" : `${rest} autres`];
  const words = [...shown, ...more];
  return words.length === 1 ? (words[0] ?? "") : `${words.slice(0, -1).join(", ")} et ${words.at(-1) ?? ""}`;
}

function countNames(cells: readonly Citee[]): number {
  return new Set(cells.map(({ valeur }) => valeur)).size;
}

/** « Dan » is as close to « DAC » as it is to nothing. */
const SHORTEST_SLIP = 5;

function groupRows(cells: readonly Citee[]): ReadonlyMap<string, readonly number[]> {
  const rows = new Map<string, number[]>();
  for (const { row, valeur } of cells) {
    const same = rows.get(valeur);
    if (same === undefined) rows.set(valeur, [row]);
    else same.push(row);
  }
  return rows;
}
