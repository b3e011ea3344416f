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
import renouvellementOuvert from "./cpom/renouvellement-ouvert";
import renouvellementPlanifie from "./cpom/renouvellement-planifie";
import signatureAvantEffet from "./cpom/signature-avant-effet";
import signatureAvantTerme from "./cpom/signature-avant-terme";
import siretDuGestionnaire from "./cpom/siret-du-gestionnaire";
import documentAJour from "./outils/document-a-jour";
import actionATemps from "./plan-actions/action-a-temps";
import actionAvecIndicateur from "./plan-actions/action-avec-indicateur";
import actionAvecObjectif from "./plan-actions/action-avec-objectif";
import actionDansLeContrat from "./plan-actions/action-dans-le-contrat";
import alerteCommentee from "./plan-actions/alerte-commentee";
import avancementCoherent from "./plan-actions/avancement-coherent";
import ciblesDansLeSens from "./plan-actions/cibles-dans-le-sens";
import coutAvecFinanceur from "./plan-actions/cout-avec-financeur";
import coutDansLesMoyens from "./plan-actions/cout-dans-les-moyens";
import coutVentile from "./plan-actions/cout-ventile";
import etapesSuivies from "./plan-actions/etapes-suivies";
import ficheAJour from "./plan-actions/fiche-a-jour";
import finReelleCoherente from "./plan-actions/fin-reelle-coherente";
import indicateurMesurable from "./plan-actions/indicateur-mesurable";
import indicateurUtilise from "./plan-actions/indicateur-utilise";
import meteoAJour from "./plan-actions/meteo-a-jour";
import objectifAvecAction from "./plan-actions/objectif-avec-action";
import activiteFigee from "./planning/activite-figee";
import datesAJour from "./planning/dates-a-jour";
import datesImposeesCompatibles from "./planning/dates-imposees-compatibles";
import phaseCloseSansReste from "./planning/phase-close-sans-reste";
import phasesEnOrdre from "./planning/phases-en-ordre";
import predecesseursSansBoucle from "./planning/predecesseurs-sans-boucle";
import signatureTenable from "./planning/signature-tenable";
import acteurAvecColonne from "./raci/acteur-avec-colonne";
import acteurEnFonction from "./raci/acteur-en-fonction";
import acteurRecense from "./raci/acteur-recense";
import activiteRepartie from "./raci/activite-repartie";
import autoritesParPhase from "./raci/autorites-par-phase";
import avisPrevus from "./raci/avis-prevus";
import chargeRepartie from "./raci/charge-repartie";
import colonneAvecRole from "./raci/colonne-avec-role";
import conventionConnue from "./raci/convention-connue";
import deliberationDeLOrgane from "./raci/deliberation-de-l-organe";
import matriceRelue from "./raci/matrice-relue";
import niveauxDistincts from "./raci/niveaux-distincts";
import nombreMesure from "./raci/nombre-mesure";
import phasesCouvertes from "./raci/phases-couvertes";
import piloteDAction from "./raci/pilote-d-action";
import porteurDeLaTache from "./raci/porteur-de-la-tache";
import porteurPersonne from "./raci/porteur-personne";
import presenceUtile from "./raci/presence-utile";
import signatureParLesSignataires from "./raci/signature-par-les-signataires";
import signaturePorteeParUnSignataire from "./raci/signature-portee-par-un-signataire";
import suppleantDuReferent from "./raci/suppleant-du-referent";
import unExecutant from "./raci/un-executant";
import unSeulPorteur from "./raci/un-seul-porteur";
import usagersEtPersonnelsConsultes from "./raci/usagers-et-personnels-consultes";
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
  signatureAvantEffet,
  renouvellementOuvert,
  renouvellementPlanifie,
  signatureAvantTerme,
  signataireParPartie,
  faitAvecJustificatif,
  faitAvecDate,
  blocageMotive,
  predecesseursSansBoucle,
  datesImposeesCompatibles,
  signatureTenable,
  phasesEnOrdre,
  phaseCloseSansReste,
  datesAJour,
  activiteFigee,
  documentAJour,
  objectifAvecAction,
  actionAvecObjectif,
  actionAvecIndicateur,
  indicateurMesurable,
  indicateurUtilise,
  ciblesDansLeSens,
  actionDansLeContrat,
  actionATemps,
  avancementCoherent,
  finReelleCoherente,
  meteoAJour,
  alerteCommentee,
  etapesSuivies,
  ficheAJour,
  coutVentile,
  coutAvecFinanceur,
  coutDansLesMoyens,
  conventionConnue,
  activiteRepartie,
  unSeulPorteur,
  unExecutant,
  niveauxDistincts,
  nombreMesure,
  avisPrevus,
  colonneAvecRole,
  chargeRepartie,
  presenceUtile,
  phasesCouvertes,
  autoritesParPhase,
  acteurRecense,
  acteurAvecColonne,
  acteurEnFonction,
  porteurPersonne,
  signatureParLesSignataires,
  signaturePorteeParUnSignataire,
  deliberationDeLOrgane,
  usagersEtPersonnelsConsultes,
  porteurDeLaTache,
  piloteDAction,
  suppleantDuReferent,
  matriceRelue,
];
