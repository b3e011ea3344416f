import { checkClasseur } from "./commands/check-classeur";

/** The commands that have a button on the ribbon, in its order. */
export const catalogue = [checkClasseur] as const;

/** The buttons of the ribbon that show the pane on one of its screens, after those of the commands. */
export const ouvertures = [
  {
    id: "ouvrirFicheAction",
    label: "Fiche action",
    help: "Ouvre le volet sur la ligne sélectionnée du plan d’actions ou de la check-list, pour générer ou mettre à jour sa fiche action. Montre d’abord un aperçu.",
    ecran: "actions",
  },
] as const;

/** A screen that the ribbon shows. */
export type EcranDuRuban = (typeof ouvertures)[number]["ecran"];
