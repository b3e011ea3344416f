import type { Attachment } from "../sheets/attachment";
import type { SheetId } from "../sheets/catalogue";
import type { Place } from "../sheets/grid";

/** A tool of the kit, with the tables it is made of. Source: dossier métier, § 0.4. */
interface OutilDuKit {
  readonly id: string;
  readonly label: string;
  readonly sheets: readonly SheetId[];
}

/** The ten tools in the order of the kit, after the tables they all rely on. */
export const OUTILS = [
  { id: "parametres", label: "Paramètres", sheets: ["parametres"] },
  { id: "cpom", label: "Fiche signalétique", sheets: ["cpom"] },
  { id: "perimetre", label: "Périmètre ESMS", sheets: ["perimetre"] },
  { id: "checklist", label: "Check-list globale", sheets: ["checklist"] },
  { id: "retro-planning", label: "Rétro-planning", sheets: ["retro-planning"] },
  { id: "acteurs", label: "Cartographie des acteurs", sheets: ["acteurs"] },
  { id: "raci", label: "Matrice RACI", sheets: ["raci"] },
  { id: "plan-actions", label: "Plan d’actions", sheets: ["actions", "objectifs", "indicateurs"] },
  { id: "outils", label: "Outils préexistants", sheets: ["outils"] },
  { id: "lancement", label: "Réunion de lancement", sheets: ["lancement"] },
  { id: "fiche-action", label: "Fiches action", sheets: ["actions"] },
  { id: "referent", label: "Rôle du référent", sheets: ["referent"] },
  { id: "comitologie", label: "Comitologie", sheets: ["instances", "seances"] },
] as const satisfies readonly OutilDuKit[];

export type OutilId = (typeof OUTILS)[number]["id"];

/** The tool of the table that is read in that tab; the fiches action are made from the plan and have no table. */
export function outilAt(attachments: readonly Attachment[], at: Place | null): OutilId | null {
  const sheet = attachments.find(({ tab }) => tab === at?.tab)?.sheet;
  const found = OUTILS.find(({ sheets }) => sheets.some((one) => one === sheet));
  return found?.id ?? null;
}
