import blocageMotive from "./checklist/blocage-motive";
import faitAvecDate from "./checklist/fait-avec-date";
import faitAvecJustificatif from "./checklist/fait-avec-justificatif";
import celluleRemplie from "./classeur/cellule-remplie";
import colonnePresente from "./classeur/colonne-presente";
import identifiantUnique from "./classeur/identifiant-unique";
import referenceConnue from "./classeur/reference-connue";
import valeurAdmise from "./classeur/valeur-admise";
import type { Rule } from "./rule";

/** Every rule, in the order of the report. */
export const rules: readonly Rule[] = [
  colonnePresente,
  celluleRemplie,
  valeurAdmise,
  identifiantUnique,
  referenceConnue,
  faitAvecJustificatif,
  faitAvecDate,
  blocageMotive,
];
