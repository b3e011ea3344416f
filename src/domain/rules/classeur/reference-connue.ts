import { type Classeur, tablesOf } from "../../classeur";
import { splitList } from "../../sheets/column";
import { placeOf, type Table } from "../../sheets/decode";
import type { Sheet } from "../../sheets/sheet";
import { findClosest, isSameWord, toTitle } from "../../sheets/texte";
import { defineRule } from "../rule";

export default defineRule({
  id: "classeur/reference-connue",
  severity: "error",
  title: "Ce qui est cité existe dans le classeur",
  docs: {
    quoi: "Une ligne qui en cite une autre (un porteur, un suppléant) la nomme comme elle figure dans son tableau : par son identifiant, son code, son nom, sa fonction ou son organisme.",
    pourquoi: "Un acteur cité et non recensé n’a ni coordonnées, ni rôle : personne ne sait à qui s’adresser.",
    corriger: "Corrigez le nom, ou ajoutez la ligne qui manque dans le tableau cité.",
    source: "Dossier métier, § 4.10 (X-09) et § 4.11 (V-REF)",
  },
  messages: {
    inconnue: ({ colonne, valeur, table, proche }: Data) =>
      proche === null
        ? `${colonne} : « ${valeur} » ne figure pas dans ${table}. Ajoutez la ligne ou corrigez le nom.`
        : `${colonne} : « ${valeur} » ne figure pas dans ${table}. Vouliez-vous dire « ${proche} » ?`,
    vocabulaire: ({ colonne, valeur, table }: Data) =>
      `${colonne} : « ${valeur} » n’a pas été retrouvé dans ${table}. Vérifiez comment il y est nommé.`,
  },
  applies: (classeur) => citationsOf(classeur).length > 0,
  *check(classeur) {
    for (const { table, name, title, target } of citationsOf(classeur)) {
      const lines = target.lignes.map((ligne) => designationsOf(target.sheet, ligne.value));
      const known = lines.flat();
      const words = lines.map((line) => new Set(line.flatMap((one) => toTitle(one).words)));
      const answers = new Map<string, boolean>();
      const found: { readonly row: number; readonly valeur: string; readonly isKnown: boolean }[] = [];
      for (const { row, value } of table.lignes) {
        for (const valeur of partsOf(value[name])) {
          const answer = answers.get(valeur) ?? isKnown(valeur, words);
          answers.set(valeur, answer);
          found.push({ row, valeur, isKnown: answer });
        }
      }
      // Where nothing at all is found, the two tables do not name people alike: that is to look at, not a fault a line.
      const isShared = found.some((one) => one.isKnown);
      const proches = new Map<string, string | null>();
      for (const { row, valeur } of found.filter((one) => !one.isKnown)) {
        if (!proches.has(valeur)) proches.set(valeur, findClosest(valeur, known) ?? findNamesake(valeur, known));
        const data = {
          colonne: title,
          valeur,
          table: `« ${target.sheet.tab} »`,
          proche: proches.get(valeur) ?? null,
        };
        const at = placeOf(table, row, name);
        if (isShared || data.proche !== null) yield { message: "inconnue", data, at };
        else yield { message: "vocabulaire", data, at, needsReview: true, severity: "warning" };
      }
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
}

interface Citation {
  readonly table: Table<Sheet>;
  readonly name: string;
  readonly title: string;
  readonly target: Table<Sheet>;
}

/** Columns of the workbook that cite a table the workbook holds. */
function citationsOf(classeur: Classeur): readonly Citation[] {
  const tables = tablesOf(classeur);
  return tables.flatMap((table) =>
    Object.entries(table.sheet.columns).flatMap(([name, { target: id }]) => {
      const target = tables.find((one) => one.sheet.id === id && one.lignes.length > 0);
      return target === undefined || table.attachment.columns[name] === undefined
        ? []
        : [{ table, name, title: table.titles[name] ?? name, target }];
    }),
  );
}

function designationsOf(sheet: Sheet, value: Readonly<Record<string, unknown>>): readonly string[] {
  return sheet.designations.map((name) => value[name]).filter((one) => typeof one === "string");
}

function partsOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.filter((part) => typeof part === "string");
  return typeof value === "string" ? splitList(value).flatMap((part) => part.split(/ et | & | \+ /)) : [];
}

const CIVILITES: ReadonlySet<string> = new Set(["m", "mm", "mr", "mme", "mlle", "monsieur", "madame", "dr", "docteur"]);

/** People write « Mme Martin » or « référent ARS »: a line is meant when it holds all the words. */
function isKnown(typed: string, lines: readonly ReadonlySet<string>[]): boolean {
  const words = nameWords(typed);
  return words.length > 0 && lines.some((line) => words.every((word) => line.has(word)));
}

/** « Mme Duran » is a slip for « DURAND Paul »: every word typed looks like a word of it. */
function findNamesake(typed: string, known: readonly string[]): string | null {
  const words = nameWords(typed);
  const isNamesake = (one: string): boolean => {
    const own = toTitle(one).words;
    return words.length > 0 && words.every((word) => own.some((other) => isSameWord(word, other)));
  };
  return known.find(isNamesake) ?? null;
}

function nameWords(typed: string): readonly string[] {
  return toTitle(typed).words.filter((word) => !CIVILITES.has(word));
}
