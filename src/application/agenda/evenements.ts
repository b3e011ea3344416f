import { formatJour, type Jour } from "../../domain/calendrier/jour";
import type { EcheanceLegale } from "../../domain/retro-planning/echeances";
import type { EtudePlanning, Scenario, TacheEtudiee } from "../../domain/retro-planning/etude";
import type { EvenementSuivi } from "../../domain/retro-planning/suivi-du-contrat";
import { normalizeTexte } from "../../domain/sheets/texte";

/** What an agenda shows of a schedule: one whole day. */
export interface EvenementAgenda {
  /** Names the event among those of its contract, whatever its day: a later export finds it again. */
  readonly cle: string;
  readonly jour: Jour;
  readonly titre: string;
  /** Lines of its description. */
  readonly details: readonly string[];
  /** An « au plus tard », worth a reminder. */
  readonly isLimite: boolean;
}

/**
 * The milestones of the schedule, the legal deadlines and the life of the contract, in order. Tasks are left in the sheet:
 * forty entries would drown an agenda. What has no date, or no day in the calendar, is left out.
 */
export function evenementsOf(etude: EtudePlanning, scenario: Scenario): readonly EvenementAgenda[] {
  const jalons = etude.taches.flatMap((one) => jalonOf(one, etude, scenario));
  const echeances = etude.echeances.filter(isOfAgenda).map(echeanceOf);
  const all = [...jalons, ...echeances, ...etude.suivi.map(suiviOf)];
  return withOwnKeys(all).sort((a, b) => (a.jour < b.jour ? -1 : a.jour > b.jour ? 1 : 0));
}

function jalonOf(
  { tache, ligne, ...scenarios }: TacheEtudiee,
  { demande }: EtudePlanning,
  scenario: Scenario,
): readonly EvenementAgenda[] {
  const jour = tache.finReelle ?? scenarios[scenario].finAuPlusTard;
  if (tache.type === "tache" || jour === null) return [];
  const { porteur, livrable, finReelle } = ligne.value;
  const name = normalizeTexte(ligne.value.id ?? tache.nom);
  return [
    {
      ...{ cle: `tache ${name === "" ? tache.id : name}`, jour, titre: tache.nom === "" ? tache.id : tache.nom },
      details: [
        tache.finReelle === null
          ? `Au plus tard ce jour pour signer le ${formatJour(demande.cible.jour)}, ${DUREES[scenario]}.`
          : finReelle === null
            ? "Terminé."
            : "Tenu ce jour.",
        ...(porteur === null ? [] : [`Porteur : ${porteur}`]),
        ...(livrable === null ? [] : [`Livrable : ${livrable}`]),
      ],
      isLimite: tache.type === "echeance-legale" && tache.finReelle === null,
    },
  ];
}

const DUREES: Readonly<Record<Scenario, string>> = {
  court: "avec les durées les plus courtes",
  long: "avec les durées les plus longues",
};

/** The signature is a milestone already, the advised start is advice, and the day of effect opens the life of the contract. */
function isOfAgenda({ isLegale }: EcheanceLegale): boolean {
  return isLegale;
}

/** Until when one must have acted; the others are days on which something begins or ends by itself. */
const LIMITES: ReadonlySet<EcheanceLegale["id"]> = new Set<EcheanceLegale["id"]>([
  "limite-ouverture",
  "annexe-activite",
  "coupe",
]);

function echeanceOf({ id, libelle, jour, ouvre, source }: EcheanceLegale): EvenementAgenda {
  const isLimite = LIMITES.has(id);
  return {
    ...{ cle: `echeance ${id}`, jour: isLimite ? ouvre : jour, titre: libelle },
    details: [...(isLimite ? limit(jour, ouvre) : []), `Source : ${source}`],
    isLimite,
  };
}

function suiviOf({ id, libelle, jour, ouvre, isLimite, source }: EvenementSuivi): EvenementAgenda {
  return {
    // A contract takes effect on its day, worked or not; the rest is done on a day that is worked.
    ...{ cle: `suivi ${id}`, jour: id === "prise-effet" ? jour : ouvre, titre: libelle },
    details: [...(isLimite ? limit(jour, ouvre) : []), `Source : ${source}`],
    isLimite,
  };
}

function limit(jour: Jour, ouvre: Jour): readonly string[] {
  if (jour === ouvre) return [`Au plus tard le ${formatJour(jour)}.`];
  return [`Au plus tard le ${formatJour(jour)}, jour non travaillé : dernier jour ouvré le ${formatJour(ouvre)}.`];
}

/** Two lines of a sheet under one identifier are two events all the same: the second of them is « tache d1 2 ». */
function withOwnKeys(evenements: readonly EvenementAgenda[]): EvenementAgenda[] {
  const seen = new Set<string>();
  return evenements.map((one) => {
    let cle = one.cle;
    for (let rank = 2; seen.has(cle); rank++) cle = `${one.cle} ${rank}`;
    seen.add(cle);
    return { ...one, cle };
  });
}
