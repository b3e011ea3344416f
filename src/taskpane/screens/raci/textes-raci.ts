import { formatJour, type Jour } from "../../../domain/calendrier/jour";
import type { LegendeRaci } from "../../../domain/raci/legende";
import { type ConventionRaci, type Lettre, LETTRES, MOTS_DE_ROLE } from "../../../domain/raci/role";
import { toAddress } from "../../../domain/sheets/grid";
import { nombre, pluriel } from "../../textes";

const NOMS: Readonly<Record<ConventionRaci, string>> = { ANAP: "ANAP", Internationale: "internationale" };

/** « R = Responsable »: the letter of the one who carries, in the words of the convention. */
function cle(convention: ConventionRaci): string {
  return `${LETTRES[convention].porteur} = ${MOTS_DE_ROLE[convention].porteur}`;
}

/** French of the RACI screen; it loads with it. */
export const mots = {
  chargement: "Lecture de la matrice…",
  titre: "Matrice RACI",

  lecture: {
    reglage: (convention: ConventionRaci) =>
      `Lecture : convention ${NOMS[convention]} (${cle(convention)}), d’après la fiche signalétique.`,
    legende: (convention: ConventionRaci, { at }: LegendeRaci, onglet: string) =>
      `Lecture : convention ${NOMS[convention]} (${cle(convention)}), d’après la légende (${at.tab === onglet ? "" : `${at.tab}, `}cellule ${toAddress(at)}).`,
    supposee: (convention: ConventionRaci) =>
      `Lecture supposée : convention ${NOMS[convention]} (${cle(convention)}), d’après les lettres seules. À confirmer.`,
    inconnue: "Lecture à préciser : qui porte l’activité, le R ou le A ? Les lettres seules ne le disent pas.",
    essai: (convention: ConventionRaci) =>
      `Lecture à l’essai : convention ${NOMS[convention]} (${cle(convention)}). Rien n’est écrit.`,
    changer: "Changer",
    revenir: "Revenir à la lecture du classeur",
    choix: (convention: ConventionRaci) => `${cle(convention)} (${NOMS[convention]})`,
    choisir: "Lire la matrice sous la convention",
    retenir: "Retenir cette convention",
    convertir: "Convertir la matrice",
    aideRetenir: "Retenir : les lettres restent, leur sens est inscrit dans la fiche signalétique.",
    aideConvertir: "Convertir : R et A sont échangés dans vos cellules, le sens reste.",
    sansReglage:
      "Pour la retenir, ajoutez une colonne « Convention RACI » à la fiche signalétique, ou une légende près de la matrice.",
  },

  score: {
    conforme: (points: number) => `Conforme : aucune erreur. ${nombre(points)} points sur 100.`,
    sousReserve: (points: number) => `Aucune erreur, sous réserve de la convention. ${nombre(points)} points sur 100.`,
    nonConforme: (points: number, erreurs: number) =>
      `${erreurs === 1 ? "1 erreur" : `${nombre(erreurs)} erreurs`} à corriger avant de partager. ${nombre(points)} points sur 100.`,
    reste: (avertissements: number, conseils: number) => {
      const found = [
        ...(avertissements > 0 ? [pluriel(avertissements, "point à vérifier", "points à vérifier")] : []),
        ...(conseils > 0 ? [pluriel(conseils, "conseil", "conseils")] : []),
      ];
      return found.length === 0 ? "" : `${found.join(", ")}.`;
    },
    taille: (activites: number, acteurs: number) =>
      `${pluriel(activites, "activité", "activités")}, ${pluriel(acteurs, "acteur", "acteurs")}.`,
  },

  vide: {
    titre: "Ce classeur n’a pas encore de matrice RACI",
    suite:
      "Il faut une feuille qui croise les activités de la démarche avec ses acteurs, par les lettres R, A, C et I. Le complément peut ajouter celle du kit ; vos feuilles ne sont pas modifiées.",
    autre: "Si l’une de vos feuilles en est une, dites-le dans l’écran « Classeur ».",
    preparer: "Préparer les feuilles",
    sansLettre: "La matrice ne contient encore aucune lettre",
    sansLettreSuite: (activites: number, acteurs: number) =>
      `Elle a ${pluriel(activites, "activité", "activités")} et ${pluriel(acteurs, "acteur", "acteurs")}. Inscrivez R, A, C ou I au croisement ; les contrôles suivront.`,
    allerALaMatrice: "Aller à la matrice",
  },

  carte: {
    titre: "Vue d’ensemble",
    vues: { acteur: "Par acteur", activite: "Par activité" },
    vue: "Disposition de la vue d’ensemble",
    acteurs: "Lettres de chaque acteur, phase par phase",
    activites: "Acteurs de chaque activité, rôle par rôle",
    acteur: "Acteur",
    activite: "Activité",
    sansPhase: "Sans phase",
    court: (phase: string) => (phase.length <= 6 ? phase : `${phase.slice(0, 5)}.`),
    compte: (lettre: Lettre, n: number, convention: ConventionRaci | null) => `${nombre(n)} ${nom(lettre, convention)}`,
    vide: "aucun rôle",
    personne: "personne",
    /** « A OG-REF, CD-REF + 2 »; a dash where nobody has the letter. */
    role: (lettre: Lettre, noms: readonly string[], reste: number) =>
      `${lettre} ${noms.length === 0 ? "–" : noms.join(", ")}${reste > 0 ? ` + ${nombre(reste)}` : ""}`,
    lettre: (lettre: Lettre, convention: ConventionRaci | null) => nom(lettre, convention),
    legende: (convention: ConventionRaci | null) =>
      convention === null
        ? "R et A sont montrés tels quels. C et I ne le sont que seuls. Plus le fond est soutenu, plus l’acteur a de R et de A."
        : `${LETTRES[convention].porteur} : ${MOTS_DE_ROLE[convention].porteur} · ${LETTRES[convention].executant} : ${MOTS_DE_ROLE[convention].executant}. C et I ne sont montrés que seuls. Plus le fond est soutenu, plus l’acteur porte et fait.`,
    legendeLettres: "Nombre d’activités où l’acteur a chaque lettre. Plus le fond est soutenu, plus il en a.",
    legendeActivites: "« – » : personne. Au-delà de trois acteurs, les autres sont comptés.",
    touches: "Flèches parcourir · Entrée aller à la cellule",
    suiteActeurs: (n: number) => (n === 1 ? "Afficher le dernier acteur" : `Afficher ${nombre(n)} autres acteurs`),
    suiteActivites: (n: number) =>
      n === 1 ? "Afficher la dernière activité" : `Afficher ${nombre(n)} autres activités`,
  },

  constats: {
    titre: "Constats",
    aucun: "Aucune incohérence relevée.",
    activites: "Sur les activités",
    acteurs: "Sur les acteurs",
    matrice: "Sur la matrice",
    suite: (n: number) => (n === 1 ? "Afficher le dernier" : `Afficher les ${nombre(n)} suivants`),
    nonReparties: (n: number) =>
      n === 1 ? "1 activité n’est pas encore répartie" : `${nombre(n)} activités ne sont pas encore réparties`,
  },

  charge: {
    titre: "Charge par acteur",
    detail: (comptes: readonly (readonly [lettre: Lettre, n: number])[], part: number | null) =>
      [
        ...comptes.map(([lettre, n]) => `${lettre} ${nombre(n)}`),
        ...(part === null ? [] : [`${nombre(Math.round(100 * part))} %`]),
      ].join(" · "),
    aide: (convention: ConventionRaci | null) =>
      convention === null
        ? "Pour chacun : ses R, ses A, et la part des activités réparties où il a l’un ou l’autre."
        : `Pour chacun : les activités qu’il porte (${LETTRES[convention].porteur}), celles qu’il fait (${LETTRES[convention].executant}), et la part des activités réparties qu’il porte ou fait.`,
    marques: {
      portage: "▲ porte trop d’activités",
      surcharge: "■ porte ou fait trop d’activités",
      "signataire-muet": "○ signataire sans part dans la signature",
      "sans-suppleant": "◇ tâches critiques sans suppléant",
      "sans-fiche": "? absent de la cartographie",
      "sans-role": "– aucun rôle",
      inactif: "× marqué inactif",
      instance: "□ instance qui porte une activité",
    },
    proche: (marque: string, proche: string) => `${marque} : « ${proche} » peut-être`,
    chevauchement: (n: number) =>
      n === 1 ? "≡ tâches critiques en même temps" : `≡ tâches critiques en même temps, ${nombre(n)} périodes`,
    periode: (debut: Jour, fin: Jour) =>
      debut === fin ? `Le ${formatJour(debut)}` : `Du ${formatJour(debut)} au ${formatJour(fin)}`,
    ensemble: (periode: string, taches: readonly string[]) => `${periode} : ${taches.join(" ; ")}`,
    periodesDePlus: (n: number) => (n === 1 ? "et 1 autre période" : `et ${nombre(n)} autres périodes`),
    phase: (phase: string, comptes: string) => `${phase} : ${comptes}`,
    phases: "Par phase",
    ensembleTitre: "Tâches critiques en même temps",
    colonne: "Aller à sa place dans la matrice",
    sansCharge: "Aucune lettre.",
    dates: {
      ok: (signature: Jour, scenario: string) =>
        `Tâches critiques en même temps : dates au plus tard pour une signature le ${formatJour(signature)}, ${scenario}.`,
      scenarios: { court: "durées les plus courtes", long: "durées les plus longues" },
      "sans-planning": "Sans rétro-planning, les tâches critiques en même temps ne sont pas cherchées.",
      "sans-signature": "Sans date de signature, les tâches critiques en même temps ne sont pas cherchées.",
      boucle: "Le rétro-planning tourne en rond : les tâches critiques en même temps ne sont pas cherchées.",
      "sans-convention":
        "Tant que la convention n’est pas connue, les tâches critiques en même temps ne sont pas cherchées.",
    },
    suite: (n: number) => (n === 1 ? "Afficher le dernier acteur" : `Afficher les ${nombre(n)} autres acteurs`),
    sansColonne: "Dans la cartographie, sans place dans la matrice",
  },

  actions: {
    titre: "Dans la feuille",
    corrections: "Proposer des corrections",
    habiller: "Poser listes et couleurs",
    synthese: "Feuille de synthèse",
  },

  apercu: {
    rienACorriger: "Aucune correction sûre à proposer dans la matrice.",
    retenir: {
      titre: (convention: ConventionRaci) =>
        `La convention ${NOMS[convention]} sera inscrite dans la fiche signalétique`,
      resume: "Les lettres de la matrice ne changent pas : elles seront toujours lues ainsi.",
      cellule: "Cellule",
      ligne: (onglet: string, adresse: string, convention: ConventionRaci) =>
        `${onglet} · ${adresse} : « ${convention} »`,
      action: "Inscrire la convention",
      fait: (convention: ConventionRaci) => `Convention ${NOMS[convention]} retenue.`,
    },
    convertir: {
      titre: (n: number, convention: ConventionRaci) =>
        `${n === 1 ? "1 cellule passera" : `${nombre(n)} cellules passeront`} à la convention ${NOMS[convention]}`,
      resume: "R et A sont échangés ; qui porte et qui fait ne change pas. Aucune formule n’est remplacée.",
      supposee:
        "La convention d’aujourd’hui n’est que supposée : vérifiez la première ligne de l’écran avant d’échanger les lettres.",
      ecrites: "Écrit",
      reglage: (onglet: string, adresse: string) =>
        `Fiche signalétique (${onglet} · ${adresse}) : convention mise à jour`,
      cellules: (n: number) => (n === 1 ? "1 cellule de lettres" : `${nombre(n)} cellules de lettres`),
      aVous: "À vous de voir",
      laissees: "Cellules laissées telles quelles",
      lieu: (onglet: string, adresse: string) => `${onglet} · ${adresse}`,
      legende: (onglet: string, adresse: string) =>
        `La légende (${onglet} · ${adresse}) dit encore l’ancienne convention : réécrivez-la`,
      sansReglage: "La fiche signalétique n’a pas de cellule pour le dire : ajoutez une légende près de la matrice",
      action: "Convertir la matrice",
      fait: (n: number) => (n === 1 ? "1 cellule convertie." : `${nombre(n)} cellules converties.`),
      refus: {
        "sans-matrice": "Ce classeur n’a pas de matrice RACI à convertir.",
        inversee:
          "Vos acteurs sont dans les cellules, sous les titres R et A : échangez ces deux titres, et la matrice est convertie.",
        "feuille-protegee": "La feuille de la matrice est protégée. Ôtez la protection, puis recommencez.",
        "deja-dans-cette-convention": "La matrice est déjà dans cette convention.",
        "rien-a-echanger": "La matrice n’a ni R ni A à échanger.",
      },
    },
    habiller: {
      titre: (onglet: string) => `La matrice « ${onglet} » recevra listes et couleurs`,
      resume:
        "Les couleurs se lisent aussi en noir et blanc. Vos lettres, vos formules et vos formats ne changent pas.",
      sansConvention: "Tant que la convention n’est pas connue, aucune lettre n’est mise en gras.",
      posees: "Acteurs qui auront une liste de lettres",
      laissees: "Acteurs laissés tels quels",
      laissee: (titre: string, raison: string) => `${titre} : ${raison}`,
      action: "Poser listes et couleurs",
      fait: "Listes et couleurs posées.",
      refus: {
        "sans-matrice": "Ce classeur n’a pas de matrice RACI.",
        inversee: "Vos acteurs sont dans les cellules : ni liste de lettres ni couleur n’y aideraient.",
        "feuille-protegee": "La feuille de la matrice est protégée. Ôtez la protection, puis recommencez.",
      },
    },
    synthese: {
      nouvelle: (onglet: string) => `La feuille « ${onglet} » sera ajoutée`,
      aJour: (onglet: string) => `La feuille « ${onglet} » sera mise à jour`,
      resumeNouvelle:
        "Elle compte par acteur et par phase ce que chacun porte et fait. Vos feuilles ne sont pas modifiées.",
      resumeAJour: "Ses chiffres sont refaits ; ce que vous avez écrit à côté ou dessous reste.",
      acteurs: "Acteurs",
      ajoute: (titre: string) => `${titre} : ajouté`,
      parti: (titre: string) => `${titre} : n’est plus dans la matrice, sa ligne reste`,
      actionNouvelle: "Ajouter cette feuille",
      actionAJour: "Mettre à jour cette feuille",
      faitNouvelle: (onglet: string) => `Feuille « ${onglet} » ajoutée.`,
      faitAJour: (onglet: string) => `Feuille « ${onglet} » mise à jour.`,
      dejaAJour: (onglet: string) => `La feuille « ${onglet} » dit déjà ce que dit la matrice.`,
      refus: {
        "sans-matrice": "Ce classeur n’a pas de matrice RACI.",
        "convention-inconnue": "Précisez d’abord, en haut de l’écran, qui porte l’activité : le R ou le A.",
      },
    },
  },
} as const;

/** « Responsable (R) »; the bare letter while nothing tells its meaning. */
function nom(lettre: Lettre, convention: ConventionRaci | null): string {
  const words = MOTS_DE_ROLE[convention ?? "ANAP"];
  const letters = LETTRES[convention ?? "ANAP"];
  if (lettre === "C") return words.consulte;
  if (lettre === "I") return words.informe;
  if (convention === null) return lettre;
  return lettre === letters.porteur ? words.porteur : words.executant;
}
