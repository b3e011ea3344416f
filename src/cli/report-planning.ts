import { formatJour, type Jour } from "../domain/calendrier/jour";
import type { ConstatPlanning } from "../domain/retro-planning/constat-planning";
import { compressPlanning, type EtudePlanning, type Scenario, type TacheEtudiee } from "../domain/retro-planning/etude";
import type { ExplicationPlanning, FeuPlanning } from "../domain/retro-planning/explain";
import type { Compression } from "../domain/retro-planning/leviers";
import { sayJoursOuvres } from "../domain/retro-planning/phrases";
import { cutTexte } from "../domain/sheets/texte";
import { sayConstat, sayLevier } from "./phrases-planning";

/** The schedule as a person reads it in a terminal; `written`, what was written where. */
export function toPlanningText(etude: EtudePlanning, scenario: Scenario, written: readonly string[]): string {
  const { demande, planning, explication } = etude;
  const compression = compressPlanning(etude);
  const paragraphs = [
    [
      `Signature visée : ${formatJour(demande.cible.jour)}, ${DUREES[scenario]}`,
      ...(explication === null ? [SANS_DATE] : verdict(explication, demande.aujourdhui)),
    ],
    compression === null || compression.manque === 0 ? [] : levers(compression),
    titled("À corriger", indented(findings(planning.constats))),
    tasks(etude.taches, scenario),
    // The day of effect opens what follows the signature.
    titled("Échéances", etude.echeances.filter(({ id }) => id !== "date-effet").map(dated)),
    titled("Une fois le contrat signé", etude.suivi.map(dated)),
    written,
  ];
  return `${paragraphs
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n")}\n`;
}

const DUREES: Readonly<Record<Scenario, string>> = {
  court: "durées les plus courtes",
  long: "durées les plus longues",
};

const SANS_DATE = "Le planning tourne en rond : aucune date ne peut être calculée.";

const FEUX: Readonly<Record<FeuPlanning, (manque: number) => string>> = {
  vert: () => "Vert. Tenable, même avec les durées les plus longues.",
  orange: () => "Orange. Tenable avec les durées les plus courtes seulement.",
  rouge: (manque) => `Rouge. Intenable : il manque ${sayJoursOuvres(manque)}.`,
};

function verdict(
  { feu, manque, depart, cibleAuPlusTot, chaine }: ExplicationPlanning,
  aujourdhui: Jour,
): readonly string[] {
  const earliest = feu === "rouge" ? cibleAuPlusTot.court : null;
  const { conseille, derniereChance } = depart;
  const isPast = derniereChance !== null && derniereChance < aujourdhui;
  return [
    FEUX[feu](manque.court),
    isPast
      ? `Le démarrage était à prévoir le ${dayOf(conseille)}, au plus tard le ${dayOf(derniereChance)}.`
      : `Démarrage conseillé le ${dayOf(conseille)}, au plus tard le ${dayOf(derniereChance)}.`,
    ...(earliest === null ? [] : [`Signature possible au plus tôt le ${formatJour(earliest)}.`]),
    ...(chaine.length === 0 ? [] : [`Ce qui décide de la date : ${chaine.map(({ id }) => id).join(", ")}.`]),
  ];
}

/** A late schedule is late in many tasks: these stand on one line. */
function findings(constats: readonly ConstatPlanning[]): readonly string[] {
  const late = constats.flatMap((one) =>
    one.id === "debut-depasse" ? [`${one.tache} (${formatJour(one.debutAuPlusTard)})`] : [],
  );
  const others = constats.filter(({ id }) => id !== "debut-depasse").map(sayConstat);
  return late.length === 0 ? others : [...others, `Déjà à démarrer au plus tard : ${late.join(", ")}.`];
}

function levers({ gains, suffisants, prorogation }: Compression): readonly string[] {
  const lines = gains.map(({ levier, gain }) => `${sayLevier(levier)} : ${sayGain(gain)}`);
  const enough =
    suffisants === null
      ? "Tous ensemble, ces changements ne suffisent pas."
      : `Il suffit de : ${suffisants.map((one) => lowered(sayLevier(one))).join(" ; ")}.`;
  const later =
    prorogation === null
      ? []
      : [
          `Sinon, ${lowered(sayLevier({ kind: "proroger", mois: prorogation.mois }))} : signature le ${formatJour(prorogation.cible)}.`,
        ];
  return titled("Pour tenir la date", indented([...lines, ...(gains.length === 0 ? [] : [enough]), ...later]));
}

function sayGain(gain: number): string {
  return gain <= 0 ? "ne fait rien gagner seul" : `gagne ${sayJoursOuvres(gain)}`;
}

function lowered(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}

/** Widths of the columns: eighty characters in all where identifiers are short. */
const LARGEUR_NOM = 40;
const LARGEUR_MARGE = 5;

function tasks(taches: readonly TacheEtudiee[], scenario: Scenario): readonly string[] {
  if (taches.length === 0) return [];
  const idWidth = Math.max(2, ...taches.map(({ tache }) => tache.id.length));
  const row = (id: string, nom: string, debut: string, fin: string, marge: string): string =>
    `  ${id.padEnd(idWidth)}  ${nom.padEnd(LARGEUR_NOM)}  ${debut.padEnd(10)}  ${fin.padEnd(10)}  ${marge}`.trimEnd();
  const lines = [row("ID", "Tâche", "Début", "Fin", "Marge")];
  let phase: string | null = null;
  for (const { tache, [scenario]: dates } of taches) {
    if (tache.phase !== null && tache.phase !== phase) lines.push(tache.phase);
    phase = tache.phase ?? phase;
    const { debutAuPlusTard, finAuPlusTard, marge, critique } = dates;
    const slack =
      marge === null ? "terminée" : `${String(marge).padStart(LARGEUR_MARGE)}${critique ? "  critique" : ""}`;
    const nom = cutTexte(tache.nom.replace(/\s+/g, " "), LARGEUR_NOM);
    lines.push(row(tache.id, nom, dayOf(debutAuPlusTard), dayOf(finAuPlusTard), slack));
  }
  return titled("Au plus tard", lines);
}

interface Dated {
  readonly jour: Jour;
  readonly ouvre: Jour;
  readonly libelle: string;
  readonly isLegale: boolean;
}

function dated({ jour, ouvre, libelle, isLegale }: Dated): string {
  const worked = ouvre < jour ? `, dernier jour ouvré : ${formatJour(ouvre)}` : "";
  return `  ${formatJour(jour)}  ${libelle}${isLegale ? " (texte)" : ""}${worked}`;
}

function indented(lines: readonly string[]): readonly string[] {
  return lines.map((line) => `  ${line}`);
}

function titled(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [title, ...lines];
}

function dayOf(day: Jour | null): string {
  return day === null ? "hors calendrier" : formatJour(day);
}
