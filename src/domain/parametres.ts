import { fromSerial, type Jour } from "./calendrier/jour";
import type { JourDeMois, PeriodeNeutralisee } from "./calendrier/periodes-neutralisees";
import type { Classeur } from "./classeur";
import { modeleParametres } from "./modeles/parametres";
import { parseNombre, readTypedJour } from "./sheets/column";
import { normalizeTexte } from "./sheets/texte";

/** What a setting may hold; `null` for what cannot be one. */
type Lecture<T> = (valeur: string | number) => T | null;

/** A number that is not negative: days, months, years, acteurs. */
const nombre: Lecture<number> = (valeur) => {
  const read = typeof valeur === "number" ? valeur : parseNombre(valeur);
  return read !== null && read >= 0 ? read : null;
};

/** A fraction: 50 and `50 %` are 0.5, and so is 0,5 in a cell that shows 50 %. */
const part: Lecture<number> = (valeur) => {
  const read = nombre(valeur);
  if (read === null || read > 100) return null;
  return read > 1 ? read / 100 : read;
};

const jourDeMois: Lecture<JourDeMois> = (valeur) => {
  const [, quantieme, mois] = /^(\d{1,2})\/(\d{1,2})(?:\/\d{4})?$/.exec(String(valeur).trim()) ?? [];
  const read = { quantieme: Number(quantieme), mois: Number(mois) };
  return read.quantieme >= 1 && read.quantieme <= 31 && read.mois >= 1 && read.mois <= 12 ? read : null;
};

const ouiNon: Lecture<boolean> = (valeur) => {
  const word = normalizeTexte(String(valeur));
  if (["oui", "o", "x", "vrai", "1"].includes(word)) return true;
  return ["non", "n", "faux", "0"].includes(word) ? false : null;
};

/**
 * Days and periods separated by semicolons: `14/05/2027 ; 26/07/2027 au 30/07/2027`. One unreadable piece spoils none of the
 * others. A day alone, typed as a date, is counted from 1900.
 */
const joursFermes: Lecture<readonly PeriodeNeutralisee[]> = (valeur) => {
  if (typeof valeur === "number") return closeDays(fromSerial(valeur, 1900), fromSerial(valeur, 1900));
  return valeur.split(/[;\n]/).flatMap((piece) => {
    const [debut, fin = debut] = piece.split(/\s(?:au|-|–)\s/).map((one) => readTypedJour(one.trim()));
    return closeDays(debut ?? null, fin ?? null);
  });
};

function closeDays(debut: Jour | null, fin: Jour | null): readonly PeriodeNeutralisee[] {
  if (debut === null || fin === null || fin < debut) return [];
  return [{ nom: "Fermeture", debut, fin, effet: "neutralisee" }];
}

/** Names separated by semicolons. */
const noms: Lecture<readonly string[]> = (valeur) =>
  String(valeur)
    .split(/[;\n]/)
    .map((nom) => nom.trim())
    .filter((nom) => nom !== "");

/** Every setting by its key, and what it holds. Values to start with: those of the kit. */
const LECTURES = {
  "planning.jours-ouvres-par-mois": nombre,
  "planning.diagnostic-min": nombre,
  "planning.diagnostic-max": nombre,
  "planning.negociation": nombre,
  "planning.formalisation": nombre,
  "planning.phase-resserree": nombre,
  "planning.marge-critique": nombre,
  "planning.ete-debut": jourDeMois,
  "planning.ete-fin": jourDeMois,
  "planning.hiver-debut": jourDeMois,
  "planning.hiver-fin": jourDeMois,
  "planning.jours-fermes": joursFermes,
  "planning.instances-a-dates": noms,
  "feries.pentecote-travaillee": ouiNon,
  "feries.saint-martin": jourDeMois,
  "contrat.signature-avant-echeance": nombre,
  "contrat.limite-ouverture": nombre,
  "contrat.depart-conseille": nombre,
  "contrat.depart-resserre": nombre,
  "contrat.duree-totale": nombre,
  "contrat.duree-totale-facultatif": nombre,
  "contrat.annexe-activite": jourDeMois,
  "contrat.validation-coupe": jourDeMois,
  "meteo.retard-orange": nombre,
  "meteo.fin-proche": nombre,
  "meteo.avancement-fin-proche": part,
  "indicateurs.tolerance-stabilite": part,
  "eprd.vote-budget": jourDeMois,
  "eprd.programmation": jourDeMois,
  "eprd.creton": jourDeMois,
  "eprd.delai-depot": nombre,
  "eprd.depot": jourDeMois,
  "eprd.approbation": jourDeMois,
  "eprd.ria": jourDeMois,
  "eprd.errd": jourDeMois,
  "eprd.tableau-de-bord": jourDeMois,
  "raci.portage-maximal": part,
  "raci.portage-minimal": nombre,
  "raci.charge-maximale": part,
  "raci.consultes-maximum": nombre,
  "raci.consultes-part": part,
  "raci.executants-maximum": nombre,
  "raci.informes-part": part,
  "raci.informes-minimum": nombre,
  "raci.relecture": nombre,
  "lancement.delai-courrier": nombre,
  "lancement.delai-compte-rendu": nombre,
  "lancement.delai-validation": nombre,
} as const satisfies Readonly<Record<string, Lecture<unknown>>>;

/** The settings of the person, by their key. Numbers in the unit of their line; shares as fractions. */
export type Parametres = {
  readonly [Cle in keyof typeof LECTURES]: NonNullable<ReturnType<(typeof LECTURES)[Cle]>>;
};

/** Settings as the workbook holds them; what is missing, empty or unreadable keeps the value of the kit. */
export function readParametres({ tables: { parametres } }: Pick<Classeur, "tables">): Parametres {
  const typed = valuesByKey(parametres?.lignes ?? []);
  const kit = valuesByKey(modeleParametres.lignes);
  const read = Object.entries<Lecture<unknown>>(LECTURES).map(([cle, lecture]) => {
    const own = typed.get(cle);
    const start = kit.get(cle);
    const value = (own === undefined ? null : lecture(own)) ?? (start === undefined ? null : lecture(start));
    if (value === null) throw new Error(`${cle} has no value in the kit`);
    return [cle, value] as const;
  });
  // The one place where settings read one by one become the typed record.
  return Object.fromEntries(read) as Parametres;
}

interface LigneParametre {
  readonly value: { readonly cle: string | null; readonly valeur: string | number | null };
}

function valuesByKey(lignes: readonly LigneParametre[]): ReadonlyMap<string, string | number> {
  return new Map(
    lignes.flatMap(({ value: { cle, valeur } }) => (cle === null || valeur === null ? [] : [[cle, valeur] as const])),
  );
}
