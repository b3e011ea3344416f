import signataireParPartie from "./acteurs/signataire-par-partie";
import blocageMotive from "./checklist/blocage-motive";
import faitAvecDate from "./checklist/fait-avec-date";
import faitAvecJustificatif from "./checklist/fait-avec-justificatif";
import celluleRemplie from "./classeur/cellule-remplie";
import colonnePresente from "./classeur/colonne-presente";
import finApresDebut from "./classeur/fin-apres-debut";
import identifiantUnique from "./classeur/identifiant-unique";
import referenceConnue from "./classeur/reference-connue";
import valeurAdmise from "./classeur/valeur-admise";
import capaciteAutorisee from "./cpom/capacite-autorisee";
import departementCoherent from "./cpom/departement-coherent";
import esmsDeLEntite from "./cpom/esms-de-l-entite";
import esmsVise from "./cpom/esms-vise";
import etDistinctDeLEj from "./cpom/et-distinct-de-l-ej";
import evaluationHorsNegociation from "./cpom/evaluation-hors-negociation";
import modaliteDuRegime from "./cpom/modalite-du-regime";
import siretDuGestionnaire from "./cpom/siret-du-gestionnaire";
import documentAJour from "./outils/document-a-jour";
import actionAvecIndicateur from "./plan-actions/action-avec-indicateur";
import actionAvecObjectif from "./plan-actions/action-avec-objectif";
import indicateurMesurable from "./plan-actions/indicateur-mesurable";
import indicateurUtilise from "./plan-actions/indicateur-utilise";
import objectifAvecAction from "./plan-actions/objectif-avec-action";
import type { Rule } from "./rule";

/** Every rule, in the order of the report. */
export const rules: readonly Rule[] = [
  colonnePresente,
  celluleRemplie,
  valeurAdmise,
  identifiantUnique,
  referenceConnue,
  finApresDebut,
  esmsDeLEntite,
  etDistinctDeLEj,
  siretDuGestionnaire,
  capaciteAutorisee,
  departementCoherent,
  modaliteDuRegime,
  evaluationHorsNegociation,
  esmsVise,
  signataireParPartie,
  faitAvecJustificatif,
  faitAvecDate,
  blocageMotive,
  documentAJour,
  objectifAvecAction,
  actionAvecObjectif,
  actionAvecIndicateur,
  indicateurMesurable,
  indicateurUtilise,
];
