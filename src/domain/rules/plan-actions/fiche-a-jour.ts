import { fichesPerimees } from "../../fiche-action/fiches-perimees";
import { WHOLE_COLUMN } from "../empty-cells";
import { defineRule } from "../rule";

const REVUES = ["ACN-01", "ACN-02", "ACN-03", "ACN-04", "ACN-05"];

export default defineRule({
  id: "plan-actions/fiche-a-jour",
  severity: "warning",
  title: "Une fiche action dit ce que dit le plan",
  docs: {
    quoi: "Une fiche générée par le complément dit la même chose que l’action, ou que le point de la check-list, dont elle vient.",
    pourquoi:
      "La fiche est annexée au contrat : ce qui est signé doit être ce qui est suivi. Une fiche qui n’est plus à jour engage sur un coût ou une date qui ont changé.",
    corriger:
      "Régénérez la fiche : ce que vous y avez écrit est gardé, et ce qui diffère vous est montré avant d’être écrit.",
    source: "Dossier métier, § 1.8 et § 4.10 (X-22)",
  },
  messages: {
    "a-regenerer": ({ fiche, version, changements }: Data) =>
      `Fiche ${fiche} à régénérer : le classeur a changé depuis sa version ${version} (${sayChangements(changements)}).`,
    "fiches-a-regenerer": ({ nombre, total, fiche, changements }: Plusieurs) =>
      `${nombre} fiches sur ${total} à régénérer : le classeur a changé depuis. La première, ${fiche} (${sayChangements(changements)}).`,
  },
  applies: ({ fichesEnPlace }) => fichesEnPlace.length > 0,
  *check(classeur) {
    const perimees = fichesPerimees(classeur);
    const [first] = perimees;
    const [nombre, total] = [perimees.length, classeur.fichesEnPlace.length];
    if (first !== undefined && nombre >= WHOLE_COLUMN && nombre * 2 > total) {
      const { nom: fiche, at, changements } = first;
      yield { message: "fiches-a-regenerer", data: { nombre, total, fiche, changements }, at };
      return;
    }
    for (const { nom: fiche, version, changements, at } of perimees) {
      yield { message: "a-regenerer", data: { fiche, version, changements }, at };
    }
  },
  examples: [
    {
      titre: "Une fiche qui dit ce que dit l’action, une action sans fiche",
      fiches: {
        "ACN-01.01": {
          ...{ "titre.texte": "ACN-01.01 Relancer le CVS", "acteurs.pilote": "OG-QUA" },
          ...{ "moyens.cout": "45\u202F000\u202F€", "objectif.intitule": "OBJ-01" },
        },
      },
      isWhole: true,
      feuilles: {
        actions: [
          ["ID action", "Objectif", "Intitulé de l’action", "Pilote", "Statut", "Coût prévisionnel"],
          ["ACN-01.01", "OBJ-01", "Relancer le CVS", "OG-QUA", "En cours", 45_000],
          ["ACN-01.02", "OBJ-01", "Former les équipes", "OG-RH", "Planifiée", 20_000],
        ],
      },
    },
    {
      titre: "Un coût et un pilote changés depuis la fiche, celle d’un point dont l’échéance est fixée",
      fiches: {
        "ACN-01.01": {
          ...{ "titre.texte": "ACN-01.01 Relancer le CVS", "acteurs.pilote": "OG-QUA" },
          ...{ "moyens.cout": "45\u202F000\u202F€", "objectif.intitule": "OBJ-01" },
        },
        "checklist:P04": {
          ...{ "titre.texte": "P04 Le régime est tranché", "constat.origine": "Check-list" },
          ...{ "objectif.priorite": "Obligatoire", "acteurs.pilote": "OG-REF" },
        },
      },
      isWhole: true,
      feuilles: {
        actions: [
          ["ID action", "Objectif", "Intitulé de l’action", "Pilote", "Statut", "Coût prévisionnel"],
          ["ACN-01.01", "OBJ-01", "Relancer le CVS", "OG-RH", "En cours", 50_000],
        ],
        checklist: [
          ["N°", "Point de contrôle", "Niveau", "Porteur", "Statut", "Échéance"],
          ["P04", "Le régime est tranché", "Obligatoire", "OG-REF", "En cours", "31/03/2027"],
        ],
      },
      attendu: [
        ["a-regenerer", "actions!2.id"],
        ["a-regenerer", "checklist!2.id"],
      ],
    },
    {
      titre: "Cinq fiches, et des coûts tous revus depuis",
      fiches: Object.fromEntries(
        REVUES.map((id) => [
          id,
          { "titre.texte": `${id} Relancer le CVS`, "acteurs.pilote": "OG-QUA", "moyens.cout": "45\u202F000\u202F€" },
        ]),
      ),
      isWhole: true,
      feuilles: {
        actions: [
          ["ID action", "Intitulé de l’action", "Pilote", "Statut", "Coût prévisionnel"],
          ...REVUES.map((id) => {
            return [id, "Relancer le CVS", "OG-QUA", "En cours", 50_000];
          }),
        ],
      },
      attendu: [["fiches-a-regenerer", "actions!2.id"]],
    },
  ],
});

interface Data {
  readonly fiche: string;
  readonly version: number;
  readonly changements: readonly string[];
}

interface Plusieurs {
  readonly nombre: number;
  readonly total: number;
  readonly fiche: string;
  readonly changements: readonly string[];
}

/** « Pilote, Coût prévisionnel et 4 autres ». */
function sayChangements(changements: readonly string[]): string {
  const told = changements.length > MOST_TOLD + 1 ? changements.slice(0, MOST_TOLD) : changements;
  const others = changements.length - told.length;
  return `${told.join(", ")}${others === 0 ? "" : ` et ${others} autres`}`;
}

const MOST_TOLD = 3;
