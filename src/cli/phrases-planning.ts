import { formatJour } from "../domain/calendrier/jour";
import type { ConstatPlanning, DateImposee } from "../domain/retro-planning/constat-planning";
import type { Levier } from "../domain/retro-planning/leviers";
import { sayEnumeration, sayJoursOuvres } from "../domain/retro-planning/phrases";

/** Tasks named one after the other before « et 12 autres ». */
const NAMED = 12;

/** What is wrong in a schedule, and what to do, on one line. */
export function sayConstat(constat: ConstatPlanning): string {
  switch (constat.id) {
    case "identifiant-double":
      return `${constat.tache} : plusieurs tâches portent cet identifiant. Donnez à chacune le sien.`;
    case "predecesseur-inconnu":
      return `${constat.tache} : elle attend « ${constat.predecesseur} », qui n’est pas dans le planning. Corrigez ce prédécesseur.`;
    case "cible-inconnue":
      return `La tâche de signature « ${constat.tache} » n’est pas dans le planning. Ajoutez ce jalon.`;
    case "cycle":
      return `Boucle : ${constat.chemin.join(", puis ")}. Ôtez l’un de ces prédécesseurs.`;
    case "contraintes-contradictoires":
      return `${sayDate(constat.premiere)} et ${sayDate(constat.seconde)} ne tiennent pas ensemble : il manque ${sayJoursOuvres(constat.manque)}. Déplacez l’une des deux dates.`;
    case "aucune-seance":
      return `${constat.tache} : aucune séance inscrite ne convient. Complétez la feuille « Séances ».`;
    case "debut-depasse":
      return `${constat.tache} : elle devait commencer le ${formatJour(constat.debutAuPlusTard)} au plus tard, il y a ${sayJoursOuvres(constat.retard)}. Commencez-la, ou raccourcissez ce qui suit.`;
    case "fin-impossible":
      return `La signature du ${formatJour(constat.cible)} ne peut avoir lieu avant le ${formatJour(constat.finAuPlusTot)} : il manque ${sayJoursOuvres(constat.manque)}.`;
    case "phases-en-desordre":
      return `« ${constat.phase} » finit le ${formatJour(constat.fin)}, après le début de « ${constat.suivante} », le ${formatJour(constat.debut)}. Vérifiez les prédécesseurs.`;
    case "hors-calendrier":
      return `${constat.tache} : ses dates sortent du calendrier, de 2000 à 2099. Vérifiez sa durée et ses prédécesseurs.`;
    default:
      return constat satisfies never;
  }
}

/** A change that shortens the schedule, as an order. */
export function sayLevier(levier: Levier): string {
  switch (levier.kind) {
    case "paralleliser":
      return `Mener ${levier.premiere} et ${levier.seconde} en parallèle`;
    case "supprimer":
      return `Se passer de ${levier.tache}`;
    case "fusionner":
      return `Réunir ${sayEnumeration(levier.taches, NAMED)} en une seule étape`;
    case "resserrer":
      return "Prendre les durées de la formule resserrée en six mois";
    case "proroger":
      return `Proroger le contrat en cours de ${levier.mois} mois`;
    default:
      return levier satisfies never;
  }
}

function sayDate({ tache, kind, jour }: DateImposee): string {
  return kind === "cible" ? `La signature du ${formatJour(jour)}` : `« ${tache} » ${SENS[kind]} ${formatJour(jour)}`;
}

const SENS: Readonly<Record<Exclude<DateImposee["kind"], "cible">, string>> = {
  "au-plus-tard": "au plus tard le",
  "au-plus-tot": "au plus tôt le",
  le: "le",
  seances: "en séance le",
};
