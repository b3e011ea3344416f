/** French names of the functions people use in such workbooks; any other name is left as it is. */
const FONCTIONS: readonly (readonly [french: string, english: string])[] = [
  ["SOMME", "SUM"],
  ["SOMME.SI", "SUMIF"],
  ["SOMME.SI.ENS", "SUMIFS"],
  ["SOMMEPROD", "SUMPRODUCT"],
  ["MOYENNE", "AVERAGE"],
  ["MOYENNE.SI", "AVERAGEIF"],
  ["NB", "COUNT"],
  ["NBVAL", "COUNTA"],
  ["NB.VIDE", "COUNTBLANK"],
  ["NB.SI", "COUNTIF"],
  ["NB.SI.ENS", "COUNTIFS"],
  ["SI", "IF"],
  ["SIERREUR", "IFERROR"],
  ["SI.CONDITIONS", "_xlfn.IFS"],
  ["ET", "AND"],
  ["OU", "OR"],
  ["NON", "NOT"],
  ["VRAI", "TRUE"],
  ["FAUX", "FALSE"],
  ["ESTVIDE", "ISBLANK"],
  ["ESTERREUR", "ISERROR"],
  ["ESTNUM", "ISNUMBER"],
  ["RECHERCHEV", "VLOOKUP"],
  ["RECHERCHEH", "HLOOKUP"],
  ["RECHERCHEX", "_xlfn.XLOOKUP"],
  ["EQUIV", "MATCH"],
  ["LIGNE", "ROW"],
  ["COLONNE", "COLUMN"],
  ["DECALER", "OFFSET"],
  ["AUJOURDHUI", "TODAY"],
  ["MAINTENANT", "NOW"],
  ["ANNEE", "YEAR"],
  ["MOIS", "MONTH"],
  ["JOUR", "DAY"],
  ["JOURSEM", "WEEKDAY"],
  ["MOIS.DECALER", "EDATE"],
  ["FIN.MOIS", "EOMONTH"],
  ["SERIE.JOUR.OUVRE", "WORKDAY"],
  ["NB.JOURS.OUVRES", "NETWORKDAYS"],
  ["ARRONDI", "ROUND"],
  ["ARRONDI.SUP", "ROUNDUP"],
  ["ARRONDI.INF", "ROUNDDOWN"],
  ["ENT", "INT"],
  ["GAUCHE", "LEFT"],
  ["DROITE", "RIGHT"],
  ["STXT", "MID"],
  ["NBCAR", "LEN"],
  ["SUPPRESPACE", "TRIM"],
  ["MAJUSCULE", "UPPER"],
  ["MINUSCULE", "LOWER"],
  ["CONCATENER", "CONCATENATE"],
  ["JOINDRE.TEXTE", "_xlfn.TEXTJOIN"],
  ["TEXTE", "TEXT"],
  ["CNUM", "VALUE"],
  ["LIEN_HYPERTEXTE", "HYPERLINK"],
];

const TO_ENGLISH: ReadonlyMap<string, string> = new Map(FONCTIONS);
const TO_FRENCH: ReadonlyMap<string, string> = new Map(FONCTIONS.map(([french, english]) => [english, french]));

/** Texts, quoted tab names and table references first: nothing inside them is translated. */
const QUOTED = `"(?:[^"]|"")*"|'(?:[^']|'')*'|\\[(?:[^\\[\\]]|\\[[^\\[\\]]*\\])*\\]`;
const FRENCH_TOKEN = new RegExp(`${QUOTED}|;|\\d+,\\d+|[\\p{L}_][\\p{L}\\d._]*`, "gu");
const ENGLISH_TOKEN = new RegExp(`${QUOTED}|,|\\d+\\.\\d+|[\\p{L}_][\\p{L}\\d._]*`, "gu");

/** `=SOMME(A1;1,5)` → `=SUM(A1,1.5)`: files hold formulas in English. */
export function toEnglishFormula(formula: string): string {
  return formula.replace(FRENCH_TOKEN, (token) => {
    if (token === ";") return ",";
    if (/^\d/.test(token)) return token.replace(",", ".");
    return TO_ENGLISH.get(token.toUpperCase()) ?? token;
  });
}

/** `=SUM(A1,1.5)` → `=SOMME(A1;1,5)`: as a French Excel shows it. */
export function toFrenchFormula(formula: string): string {
  return formula.replace(ENGLISH_TOKEN, (token) => {
    if (token === ",") return ";";
    if (/^\d/.test(token)) return token.replace(".", ",");
    return TO_FRENCH.get(token) ?? token;
  });
}
