import { type Classeur, tablesOf } from "../../classeur";
import { headerOf, placeOf, type Table } from "../../sheets/decode";
import type { Place } from "../../sheets/grid";
import type { Sheet } from "../../sheets/sheet";
import { findClosest, isSameWord, toTitle } from "../../sheets/texte";
import { citablesOf, citationsIn, nameWords } from "../citations";
import { defineRule } from "../rule";

export default defineRule({
  id: "classeur/reference-connue",
  severity: "error",
  title: "Ce qui est cité existe dans le classeur",
  docs: {
    quoi: "Une ligne qui en cite une autre (un porteur, un suppléant) la nomme comme elle figure dans son tableau : par son identifiant, son code, son nom, sa fonction ou son organisme.",
    pourquoi: "Un acteur cité et non recensé n’a ni coordonnées, ni rôle : personne ne sait à qui s’adresser.",
    corriger:
      "Corrigez le nom, ou ajoutez la ligne qui manque dans le tableau cité. Si un identifiant a été changé ou supprimé, rétablissez-le.",
    source: "Dossier métier, § 4.10 (X-05, X-09, X-28), § 2.2 (RACI-06) et § 4.11 (V-REF)",
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
    for (const { colonne, target, cells } of citationsOf(classeur)) {
      const citables = citablesOf(target);
      const unknown = cells.filter(({ noms }) => !noms.some((nom) => citables.find(nom).length > 0));
      // Where most are not found, the two tables do not name people alike: that is one thing to look at, not a fault a line.
      const isShared = countNames(unknown) * 2 <= countNames(cells);
      const proches = new Map<string, string | null>();
      const findProche = procheFinder(citables.designations);
      const rows = groupRows(unknown);
      const table = `« ${target.sheet.tab} »`;
      const others: Citee[] = [];
      for (const cell of unknown) {
        const { valeur, at } = cell;
        if (!proches.has(valeur)) proches.set(valeur, proches.size < SEARCHED ? findProche(valeur) : null);
        const proche = proches.get(valeur) ?? null;
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
        acteurs: [
          ["ID acteur", "Code court", "Nom, prénom"],
          ["ACT-001", "ARS-REF", "DURAND Paul"],
          ["ACT-002", "OG-REF", "MARTIN Claire"],
        ],
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
        acteurs: [
          ["ID acteur", "Code court"],
          ["ACT-001", "ARS-REF"],
          ["ACT-002", "OG-REF"],
        ],
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
      titre: "Une colonne de la matrice RACI dont l’acteur n’est pas recensé",
      feuilles: {
        raci: [
          ["ID", "Activité", "Phase", "ARS-REF", "OG-REF", "OG-DAF"],
          ["A01", "Programmer le contrat", "Préalables", "R", "A", "C"],
          ["A02", "Désigner les référents", "Préalables", "A", "R", "I"],
        ],
        acteurs: [
          ["ID acteur", "Code court"],
          ["ACT-001", "ARS-REF"],
          ["ACT-002", "OG-REF"],
        ],
      },
      attendu: [["inconnue", "Matrice RACI!F1"]],
    },
    {
      titre: "Un nom mal orthographié",
      feuilles: {
        checklist: [
          ["N°", "Porteur"],
          ["P01", "Mme Duran"],
        ],
        acteurs: [
          ["ID acteur", "Code court", "Nom, prénom"],
          ["ACT-001", "ARS-REF", "DURAND Sylvie"],
        ],
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
        acteurs: [
          ["ID acteur", "Code court", "Nom, prénom"],
          ["ACT-001", "ARS-REF", "DURAND Paul"],
        ],
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

/** The cells of a column that cite a table the workbook holds. */
interface Citation {
  /** What the referent calls the column. */
  readonly colonne: string;
  readonly target: Table<Sheet>;
  readonly cells: readonly Citee[];
}

interface Citee {
  readonly valeur: string;
  /** Names of which one is enough: a title may say a person and a role. */
  readonly noms: readonly string[];
  readonly row: number;
  readonly at: Place;
}

function citationsOf(classeur: Classeur): readonly Citation[] {
  const tables = tablesOf(classeur).filter((table) => table.lignes.length > 0);
  const find = (id: string | undefined): Table<Sheet> | undefined => tables.find((one) => one.sheet.id === id);
  return tables.flatMap((table) => {
    const acteurs = find("acteurs");
    const columns = Object.entries(table.sheet.columns).flatMap(([name, column]): readonly Citation[] => {
      const target = find(column.target);
      if (target === undefined || table.attachment.columns[name] === undefined) return [];
      return [{ colonne: table.titles[name] ?? name, target, cells: columnCells(table, name) }];
    });
    if (acteurs === undefined || table.family.length === 0) return columns;
    return [...columns, { colonne: table.sheet.tab, target: acteurs, cells: memberCells(table) }];
  });
}

function columnCells(table: Table<Sheet>, name: string): readonly Citee[] {
  return table.lignes.flatMap(({ row, value }) => {
    const at = placeOf(table, row, name);
    return citationsIn(value[name]).map((valeur) => ({ valeur, noms: [valeur], row, at }));
  });
}

/** The acteurs of a RACI matrix, where each is named. */
function memberCells(table: Table<Sheet>): readonly Citee[] {
  const header = headerOf(table);
  const isTransposed = table.attachment.orientation === "transposée";
  return table.family.map(({ title, place }) => {
    const own = isTransposed ? { ...header, row: place ?? header.row } : { ...header, column: place ?? header.column };
    return { valeur: title, noms: [title, ...citationsIn(title)], row: own.row, at: own };
  });
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

/** So many names unknown are no slips, and looking for each among all the lines would take minutes. */
const SEARCHED = 100;

/** What was meant, when it is a slip. Another number is no slip: OBJ-07 was deleted, it is not OBJ-01. */
function procheFinder(known: readonly string[]): (valeur: string) => string | null {
  const names = [...new Set(known)].map((name) => ({ name, form: formOf(name), words: toTitle(name).words }));
  return (valeur) => {
    const form = formOf(valeur);
    const candidates = names.filter((one) => one.form.skeleton !== form.skeleton || one.form.numbers === form.numbers);
    const closest = findClosest(
      valeur,
      candidates.map(({ name }) => name),
    );
    if (closest !== null) return closest;
    // « Mme Duran » is a slip for « DURAND Paul »: every word typed looks like a word of it.
    const words = nameWords(valeur);
    const isNamesake = (own: readonly string[]): boolean =>
      words.every((word) => own.some((other) => isSameWord(word, other)));
    return words.length === 0 ? null : (candidates.find((one) => isNamesake(one.words))?.name ?? null);
  };
}

/** `OBJ-07` is `OBJ-#` and 7. */
function formOf(name: string): { readonly skeleton: string; readonly numbers: string } {
  return {
    skeleton: name.replace(/\d+/g, "#").toUpperCase(),
    numbers: (name.match(/\d+/g) ?? []).map(Number).join(),
  };
}
