import type { XmlNode } from "easy-template-x";
import { cutTexte, findClosest } from "../../domain/sheets/texte";
import { type ChampModele, keyOf, listFields } from "./champs-modele";

/** A part of a document, as it is filled. */
export interface PartieModele {
  /** Name in the archive: `word/header1.xml`. */
  readonly path: string;
  readonly root: XmlNode;
  /** Footnotes and comments are copied as they are. */
  readonly isFilled: boolean;
}

/**
 * Everything that stops a model from being filled, in the order of reading: places that no fiche has, braces without their pair, lists
 * that do not close, each with where it stands.
 */
export function findFautes(parties: readonly PartieModele[]): readonly string[] {
  return parties.flatMap((partie) => {
    const lignes = lignesOf(partie);
    if (!partie.isFilled) return lignes.flatMap(unfilled);
    return fautesOf(lignes);
  });
}

/** A paragraph, or the description of a picture: a text in which places are looked for. */
interface LigneModele {
  readonly texte: string;
  /** « l’en-tête », « un tableau ». */
  readonly ou: string;
}

const { champs: CHAMPS, listes: LISTES } = listFields();

function fautesOf(lignes: readonly LigneModele[]): readonly string[] {
  const fautes: string[] = [];
  let open: { readonly nom: string; readonly ligne: LigneModele } | null = null;
  for (const ligne of lignes) {
    if (!isBalanced(ligne.texte)) {
      fautes.push(`Une accolade n’a pas sa paire ${place(ligne)}`);
      continue;
    }
    for (const [, inside = ""] of ligne.texte.matchAll(BETWEEN_BRACES)) {
      const { mark, nom } = readPlace(inside);
      if (mark === "") fautes.push(...fauteOfChamp(nom, open?.nom ?? null, ligne));
      if (mark === "#") fautes.push(...fauteOfListe(nom, open?.nom ?? null, ligne));
      if (mark === "/" && (open === null || keyOf(open.nom) !== keyOf(nom))) {
        fautes.push(`{/${nom}} ne ferme rien ${place(ligne)}`);
      }
      if (mark === "#") open = { nom, ligne };
      if (mark === "/") open = null;
    }
  }
  return open === null
    ? fautes
    : [...fautes, `La liste {#${open.nom}} n’est pas fermée par {/${open.nom}} ${place(open.ligne)}`];
}

const BETWEEN_BRACES = /\{([^{}]*)\}/gu;

function readPlace(inside: string): { readonly mark: "" | "#" | "/"; readonly nom: string } {
  const text = inside.trim();
  const mark = text.startsWith("#") ? "#" : text.startsWith("/") ? "/" : "";
  return { mark, nom: text.slice(mark.length).trim() };
}

function fauteOfChamp(nom: string, liste: string | null, ligne: LigneModele): readonly string[] {
  const inListe = liste === null ? [] : (listOf(liste)?.champs ?? []);
  if (has(CHAMPS, nom) || has(inListe, nom)) return [];
  const owner = LISTES.find(({ champs }) => has(champs, nom));
  const own = listOf(nom);
  if (own !== null) return [`{${nom}} est une liste : écrivez {#${own.nom}} … {/${own.nom}} ${place(ligne)}`];
  if (owner !== undefined) return [`{${nom}} ne vaut qu’entre {#${owner.nom}} et {/${owner.nom}} ${place(ligne)}`];
  return [`Le champ {${nom}} n’existe pas ${place(ligne)}${advice(nom, [...inListe, ...CHAMPS])}`];
}

function fauteOfListe(nom: string, outer: string | null, ligne: LigneModele): readonly string[] {
  if (outer !== null) return [`La liste {#${nom}} commence dans la liste {#${outer}} ${place(ligne)}`];
  return listOf(nom) === null ? [`La liste {#${nom}} n’existe pas ${place(ligne)}${advice(nom, LISTES, "#")}`] : [];
}

/** What would be left as it is typed, where the person expects it to be filled. */
function unfilled(ligne: LigneModele): readonly string[] {
  return [...ligne.texte.matchAll(BETWEEN_BRACES)]
    .map(([, inside = ""]) => readPlace(inside).nom)
    .filter((nom) => has(CHAMPS, nom) || listOf(nom) !== null)
    .map((nom) => `{${nom}} ne peut pas être rempli ${place(ligne)}`);
}

function listOf(nom: string) {
  return LISTES.find((liste) => keyOf(liste.nom) === keyOf(nom)) ?? null;
}

/** Only letters, digits and what parts them make a name: the library reads other signs in its own way. */
function has(champs: readonly ChampModele[], nom: string): boolean {
  return /^[\p{L}\p{N}\s._-]+$/u.test(nom) && champs.some((champ) => keyOf(champ.nom) === keyOf(nom));
}

function advice(nom: string, known: readonly ChampModele[], mark = ""): string {
  const closest = findClosest(
    nom,
    known.map((one) => one.nom),
  );
  return closest === null ? "" : `. Peut-être {${mark}${closest}}`;
}

/** « dans l’en-tête : « Pilote : {pilotte} » ». */
function place({ ou, texte }: LigneModele): string {
  const shown = texte.replace(/\s+/gu, " ").trim();
  return `(dans ${ou} : « ${cutTexte(shown, 80)} »)`;
}

function isBalanced(texte: string): boolean {
  return !/[{}]/u.test(texte.replace(BETWEEN_BRACES, ""));
}

const ENDROITS: readonly (readonly [path: RegExp, ou: string])[] = [
  [/\/header\d*\.xml$/i, "l’en-tête"],
  [/\/footer\d*\.xml$/i, "le pied de page"],
  [/\/footnotes\.xml$/i, "une note de bas de page"],
  [/\/endnotes\.xml$/i, "une note de fin"],
  [/\/comments\.xml$/i, "un commentaire"],
  [/\/charts?\//i, "un graphique"],
];

/** Deeper than any document that Word writes. */
const DEEPEST = 400;

function lignesOf({ path, root }: PartieModele): readonly LigneModele[] {
  const found: { texte: string; ou: string }[] = [];
  const base = ENDROITS.find(([pattern]) => pattern.test(path))?.[1] ?? null;
  const visit = (node: XmlNode, line: { texte: string } | null, inTable: boolean, depth: number): void => {
    if (depth > DEEPEST) throw new RangeError("This model is nested too deep.");
    if (node.nodeName === "w:t" || node.nodeName === "a:t") {
      if (line !== null) line.texte += (node.childNodes ?? []).map(textOf).join("");
      return;
    }
    if (line !== null && BLANKS.has(node.nodeName)) line.texte += " ";
    const table = inTable || node.nodeName === "w:tc";
    const described = descriptionOf(node);
    if (described !== null) found.push({ texte: described, ou: "le texte de remplacement d’une image" });
    let own = line;
    if (node.nodeName === "w:p" || node.nodeName === "a:p") {
      const opened = { texte: "", ou: [table ? "un tableau" : null, base].filter(Boolean).join(" de ") || "le texte" };
      found.push(opened);
      own = opened;
    }
    for (const child of node.childNodes ?? []) visit(child, own, table, depth + 1);
  };
  visit(root, null, false, 0);
  return found.filter(({ texte }) => texte !== "");
}

const BLANKS: ReadonlySet<string> = new Set(["w:tab", "w:br", "w:cr"]);

function textOf(node: XmlNode): string {
  return "textContent" in node ? node.textContent : "";
}

/** Places in the description of a picture are filled too; braces alone are left there. */
function descriptionOf(node: XmlNode): string | null {
  if (node.nodeName !== "wp:docPr" || !("attributes" in node)) return null;
  const text = node.attributes.descr ?? "";
  return isBalanced(text) && text.includes("{") ? text : null;
}
