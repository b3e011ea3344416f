import { PHASES, type PhaseCpom, toPhaseCpom } from "../../cpom/phase";
import { isTerminee, nameTache } from "../../retro-planning/etat-tache";
import { sayEnumeration } from "../../retro-planning/phrases";
import { describePoint } from "../../checklist/point";
import type { LignePlanning } from "../../retro-planning/read-demande";
import { placeOf } from "../../sheets/decode";
import { defineRule } from "../rule";

export default defineRule({
  id: "planning/phase-close-sans-reste",
  severity: "warning",
  title: "Une phase close n’a plus de point obligatoire à faire",
  docs: {
    quoi: "Quand le dernier jalon d’une phase est atteint, ou un jalon d’une phase suivante, les points obligatoires de la phase sont faits ou sans objet dans la check-list.",
    pourquoi: "Ce qui reste ouvert dans une phase close se découvre au moment de signer.",
    corriger: "Terminez ces points, notez-les faits avec leur pièce, ou déclarez-les sans objet avec leur motif.",
    source: "Dossier métier, § 1.1, § 1.2 et § 4.10 (X-21)",
  },
  messages: {
    "points-ouverts": ({ phase, jalon, points }: Data) =>
      points.length === 1
        ? `${phase} : ${jalon} est atteint, mais un point obligatoire reste ouvert : ${points[0] ?? ""}.`
        : `${phase} : ${jalon} est atteint, mais ${points.length} points obligatoires restent ouverts : ${sayEnumeration(points, SHOWN)}.`,
  },
  applies: ({ tables: { checklist, "retro-planning": planning } }) =>
    checklist?.lignes.some(({ value }) => value.niveau !== null && value.statut !== null) === true &&
    jalonsOf(planning?.lignes ?? []).length > 0,
  *check({ tables: { checklist, "retro-planning": planning } }) {
    if (checklist === null || planning === null) return;
    const jalons = jalonsOf(planning.lignes);
    for (const phase of PHASES) {
      const jalon = closingJalon(jalons, phase);
      const open = checklist.lignes.filter(
        ({ value }) =>
          value.niveau === "Obligatoire" &&
          toPhaseCpom(value.phase) === phase &&
          value.statut !== null &&
          value.statut !== "Fait" &&
          value.statut !== "Sans objet",
      );
      const [first] = open;
      if (jalon === null || first === undefined) continue;
      const data = {
        phase,
        jalon: nameTache(jalon),
        points: open.map((ligne) => ligne.value.id ?? describePoint(ligne)),
      };
      yield { message: "points-ouverts", data, at: placeOf(checklist, first.row, "statut") };
    }
  },
  examples: [
    {
      titre: "La réunion de lancement est tenue, les préalables sont faits",
      feuilles: {
        "retro-planning": [
          ["ID", "Phase", "Tâche", "Type", "Statut"],
          ["D1", "1 Diagnostic", "Réunion de lancement", "Jalon", "Terminée"],
          ["J1", "1 Diagnostic", "Réunion de concertation", "Jalon", "À venir"],
        ],
        checklist: [
          ["N°", "Phase", "Niveau", "Statut", "Date de réalisation"],
          ["P05", "Préalables", "Obligatoire", "Fait", "12/10/2026"],
          ["P10", "Préalables", "Recommandé", "En cours", null],
          ["D16", "Diagnostic", "Obligatoire", "À faire", null],
        ],
      },
    },
    {
      titre: "La concertation est tenue, des points du diagnostic et des préalables restent ouverts",
      feuilles: {
        "retro-planning": [
          ["ID", "Phase", "Tâche", "Type", "Fin réelle"],
          ["J1", "1 Diagnostic", "Réunion de concertation", "Jalon", "16/11/2026"],
          ["F7", "3 Formalisation et signature", "Signature", "Jalon", null],
        ],
        checklist: [
          ["N°", "Phase", "Niveau", "Statut"],
          ["P05", "Préalables", "Obligatoire", "En cours"],
          ["D15", "Diagnostic", "Obligatoire", "Sans objet"],
          ["D16", "Diagnostic", "Obligatoire", "À faire"],
          ["N18", "Négociation", "Obligatoire", "À faire"],
        ],
      },
      attendu: [
        ["points-ouverts", "checklist!2.statut"],
        ["points-ouverts", "checklist!4.statut"],
      ],
    },
  ],
});

const SHOWN = 4;

interface Data {
  readonly phase: PhaseCpom;
  readonly jalon: string;
  readonly points: readonly string[];
}

function jalonsOf(lignes: readonly LignePlanning[]): readonly LignePlanning[] {
  return lignes.filter(({ value }) => value.type === "Jalon" && value.statut !== "Annulée");
}

/** The milestone that says a phase is over: the last of its own, or any of a later one. */
function closingJalon(jalons: readonly LignePlanning[], phase: PhaseCpom): LignePlanning | null {
  const own = jalons.findLast(({ value }) => toPhaseCpom(value.phase) === phase);
  if (own !== undefined && isTerminee(own.value)) return own;
  const isLater = ({ value }: LignePlanning): boolean => {
    const other = toPhaseCpom(value.phase);
    return other !== null && PHASES.indexOf(other) > PHASES.indexOf(phase);
  };
  return jalons.find((jalon) => isLater(jalon) && isTerminee(jalon.value)) ?? null;
}
