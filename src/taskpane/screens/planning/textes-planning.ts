import { formatJour, type Jour } from "../../../domain/calendrier/jour";
import { nombre } from "../../textes";

/** French of the planning screen; it loads with it. */
export const mots = {
  lecture: "Lecture du planning…",
  titre: "Rétro-planning",

  date: {
    libelle: "Date de signature visée",
    aide: "jj/mm/aaaa",
    calendrier: "Choisir la date de signature dans un calendrier",
    illisible: "Cette date n’est pas lisible. Écrivez par exemple 17/12/2027.",
    horsCalendrier: "Choisissez une date entre 2000 et 2099.",
    essai: (jour: Jour) => `Date à l’essai. Le classeur dit ${formatJour(jour)}.`,
    essaiSansDate: "Date à l’essai : le classeur n’en donne pas.",
    revenir: "Revenir à la date du classeur",
    ecrites: (jour: Jour) => `Les dates écrites dans la feuille visent le ${formatJour(jour)}.`,
  },

  reglages: {
    titre: "Réglages",
    resume: (morceaux: readonly string[]) => morceaux.join(" · "),
    zones: "Jours fériés de",
    zonesAide: "Un jour férié dans une zone cochée n’est pas travaillé.",
    neutralisation: "Neutraliser l’été et la fin d’année",
    sansNeutralisation: "été et fin d’année travaillés",
    profil: "Durées",
    profils: {
      feuille: "Celles de la feuille",
      "ANAP 2017": "Kit de 2017 (9 à 10 mois)",
      "Resserré 6 mois": "Formule resserrée (6 mois)",
    },
    scenario: "Dates affichées et écrites",
    scenarios: { court: "Au plus tard : durées les plus courtes", long: "Conseillées : durées les plus longues" },
    scenariosCourts: { court: "durées courtes", long: "durées longues" },
  },

  refus: {
    sansPlanning: "Ce classeur n’a pas encore de rétro-planning",
    sansPlanningSuite:
      "Il faut une feuille qui liste les tâches de la démarche, avec une durée ou des dates. Le complément peut ajouter celle du kit ; vos feuilles ne sont pas modifiées.",
    sansPlanningAutre: "Si l’une de vos feuilles en est un, dites-le dans l’écran « Classeur ».",
    preparer: "Préparer les feuilles",
    sansDate: "À quelle date souhaitez-vous signer ?",
    sansDateSuite:
      "Le classeur ne donne ni date de signature, ni fin du contrat en cours. Indiquez une date ci-dessus : rien n’est écrit tant que vous ne le demandez pas.",
  },

  feu: {
    noms: { vert: "Tenable", orange: "De justesse", rouge: "Intenable", inconnu: "Non calculable" },
    vert: (conseille: string, derniere: string) =>
      `Tenable : démarrage conseillé le ${conseille}, au plus tard le ${derniere}.`,
    vertSansEcart: (derniere: string) => `Tenable : démarrage au plus tard le ${derniere}.`,
    orange: (conseille: string, derniere: string) =>
      `Tenable de justesse : démarrage conseillé le ${conseille}, au plus tard le ${derniere}.`,
    vertCommence: (marge: number) => `Tenable : il reste ${jours(marge)} de marge.`,
    orangeCommence: (marge: number) =>
      `Tenable de justesse : ${jours(marge)} de marge, avec les durées les plus courtes seulement.`,
    rouge: (manque: number) => `Intenable de ${jours(manque)}.`,
    fini: "Toutes les tâches sont terminées.",
    boucle: "Aucune date ne peut être calculée : des tâches s’attendent l’une l’autre.",
    horsCalendrier: "date hors calendrier",
    manqueLong: (manque: number) => `Il manque ${jours(manque)} pour tenir avec les durées les plus longues.`,
    auPlusTot: (jour: Jour) => `Première signature possible : le ${formatJour(jour)}.`,
    raison: (noms: readonly string[]) => `Ce qui décide : ${noms.join(", puis ")}.`,
    raisonDe: (noms: readonly string[], autres: number) =>
      `Ce qui décide : ${noms.join(", puis ")}, et ${autres === 1 ? "1 autre tâche" : `${nombre(autres)} autres tâches`}.`,
    chaine: (n: number) => `Voir la suite de ${nombre(n)} tâches qui décide`,
    maillon: (nom: string, debut: string, fin: string) =>
      debut === fin ? `${nom} : ${fin}` : `${nom} : ${debut} → ${fin}`,
  },

  leviers: {
    titre: "Pour que cela tienne",
    ensemble: "Ensemble, ces changements suffisent :",
    seul: "Ce changement suffit :",
    insuffisants: "Ces changements aident, mais ne suffisent pas, même ensemble :",
    aucun: "Aucun changement connu ne raccourcit cette suite de tâches.",
    autres: (n: number) => (n === 1 ? "Voir 1 autre levier" : `Voir ${nombre(n)} autres leviers`),
    gain: (n: number) => (n <= 0 ? "ne gagne rien seul" : `gagne ${jours(n)}`),
    essayer: "Essayer",
    retirer: "Retirer",
    essayerDe: (levier: string) => `Essayer : ${levier}`,
    retirerDe: (levier: string) => `Retirer : ${levier}`,
    essai: (n: number) => (n === 1 ? "Levier à l’essai" : "Leviers à l’essai"),
    essaiSuite:
      "Rien n’est écrit. Pour l’adopter, changez la durée ou le prédécesseur dans la feuille ; le volet suivra.",
    ecrireImpossible:
      "Un levier est à l’essai. Retirez-le pour écrire les dates, ou adoptez-le d’abord dans la feuille.",
    paralleliser: (premiere: string, seconde: string) => `Mener de front ${premiere} et ${seconde}`,
    supprimer: (tache: string) => `Se passer de ${tache}`,
    fusionner: (taches: readonly string[]) => `Réunir en une seule étape ${enumerer(taches)}`,
    resserrer: "Prendre les durées de la formule resserrée",
    proroger: (mois: number) => `Proroger le contrat en cours de ${nombre(mois)} mois`,
    prorogation: (mois: number, cible: Jour) =>
      `Un avenant de prorogation de ${nombre(mois)} mois suffit : signature le ${formatJour(cible)}.`,
    sansProrogation: "Une prorogation de deux ans ne suffirait pas : revoyez les durées ou les prédécesseurs.",
  },

  constats: {
    titre: "À corriger dans la feuille",
    "identifiant-double": (tache: string) =>
      `Plusieurs tâches portent l’identifiant ${tache} : seule la première compte.`,
    "predecesseur-inconnu": (tache: string, predecesseur: string) =>
      `${tache} attend « ${predecesseur} », qui n’est pas dans le planning. Ce lien est ignoré.`,
    "cible-inconnue": (tache: string) => `La tâche ${tache}, qui porte la signature, n’est pas dans le planning.`,
    cycle: (chemin: readonly string[]) =>
      `Ces tâches s’attendent en boucle : ${chemin.join(" → ")}. Ôtez l’un de ces prédécesseurs.`,
    "contraintes-contradictoires": (premiere: string, seconde: string, manque: number) =>
      `Ces deux dates ne peuvent être tenues ensemble, il manque ${jours(manque)} : ${premiere} ; ${seconde}.`,
    imposee: {
      "au-plus-tard": (tache: string, jour: Jour) => `${tache}, fini au plus tard le ${formatJour(jour)}`,
      "au-plus-tot": (tache: string, jour: Jour) => `${tache}, pas avant le ${formatJour(jour)}`,
      le: (tache: string, jour: Jour) => `${tache}, le ${formatJour(jour)}`,
      seances: (tache: string, jour: Jour) => `${tache}, en séance le ${formatJour(jour)}`,
      cible: (_tache: string, jour: Jour) => `la signature, le ${formatJour(jour)}`,
    },
    "aucune-seance": (tache: string) =>
      `${tache} : aucune séance connue de l’assemblée ne convient. Complétez la feuille « Séances ».`,
    "phases-en-desordre": (phase: string, fin: Jour, suivante: string, debut: Jour) =>
      `« ${phase} » finit le ${formatJour(fin)}, après le début de « ${suivante} » (${formatJour(debut)}).`,
    "hors-calendrier": (tache: string) => `${tache} sort des années connues du calendrier : vérifiez sa durée.`,
  },

  semaine: {
    titre: "À démarrer cette semaine",
    rien: "Rien à démarrer cette semaine.",
    ligne: (nom: string, porteur: string, quand: string) => `${nom} (${porteur}) : ${quand}`,
    depassee: (jour: Jour) => `aurait dû démarrer le ${formatJour(jour)}`,
    "derniere-semaine": (jour: Jour) => `au plus tard ${jourCourt(jour)}`,
    conseillee: (jour: Jour) => `conseillé dès le ${formatJour(jour)}`,
    sansPorteur: "sans porteur",
    suite: (n: number) => (n === 1 ? "Voir 1 autre tâche" : `Voir ${nombre(n)} autres tâches`),
  },

  gantt: {
    titre: "Calendrier des tâches",
    colonnes: { tache: "Tâche", dates: "Dates", marge: "Marge" },
    sansPhase: "Sans phase",
    taches: (n: number) => (n === 1 ? "1 tâche" : `${nombre(n)} tâches`),
    critiques: (n: number) => (n === 1 ? "1 critique" : `${nombre(n)} critiques`),
    duAu: (debut: Jour, fin: Jour) => (debut === fin ? `le ${enMots(fin)}` : `du ${enMots(debut)} au ${enMots(fin)}`),
    court: (debut: Jour, fin: Jour) =>
      debut === fin ? formatJour(fin) : `${jourMois(debut, fin)} → ${formatJour(fin)}`,
    sansDate: "hors calendrier",
    marge: (n: number) => (n < 0 ? `manque ${nombre(-n)} j` : `marge ${nombre(n)} j`),
    margeEnMots: (n: number) => (n < 0 ? `il manque ${jours(-n)}` : `marge de ${jours(n)}`),
    terminee: "terminée",
    enCours: "en cours",
    critique: "critique",
    jalon: "jalon",
    legende: {
      aujourdhui: "aujourd’hui",
      cible: "signature",
      critique: "critique",
      tache: "au plus tard",
      marge: "marge",
    },
    suite: (n: number) => (n === 1 ? "Afficher la dernière tâche" : `Afficher les ${nombre(n)} tâches suivantes`),
    touches: "↓ ↑ parcourir · → ← déplier, replier · Entrée aller à la cellule",
  },

  comparaison: {
    titre: "Comparer des dates",
    explication: "Jusqu’à trois dates de signature, côte à côte.",
    libelle: "Autre date de signature",
    ajouter: "Comparer",
    retirer: (jour: Jour) => `Retirer le ${formatJour(jour)} de la comparaison`,
    dejaLa: "Cette date est déjà comparée.",
    critere: "Critère",
    actuelle: "affichée",
    feu: "Verdict",
    conseille: "Démarrage conseillé",
    derniere: "Dernier démarrage",
    manque: { court: "Jours manquants, durées courtes", long: "Jours manquants, durées longues" },
    marge: { court: "Marge, durées courtes", long: "Marge, durées longues" },
    auPlusTot: { court: "Signature au plus tôt, durées courtes", long: "Signature au plus tôt, durées longues" },
    aucun: "aucun",
    aucune: "aucune",
    jours: (n: number) => `${nombre(n)} j`,
    inconnu: "–",
  },

  reference: {
    titre: "Référence et dérive",
    explication:
      "Gardez les dates « au plus tard » d’aujourd’hui : le volet dira ensuite ce qui a bougé, et de combien.",
    garder: "Garder comme référence",
    remplacer: "Garder les dates d’aujourd’hui à la place",
    gardee: (le: Jour, signature: Jour) =>
      `Référence gardée le ${formatJour(le)}, pour une signature le ${formatJour(signature)}.`,
    fait: "Dates gardées comme référence dans le classeur.",
    oublier: "Oublier la référence",
    oubliee: "La référence est oubliée.",
    rien: "Aucune tâche n’a bougé depuis.",
    bouge: (n: number) => (n === 1 ? "1 tâche a bougé." : `${nombre(n)} tâches ont bougé.`),
    derive: (n: number) =>
      `${n > 0 ? "+" : "−"}${nombre(Math.abs(n))} ${Math.abs(n) > 1 ? "jours ouvrés" : "jour ouvré"}`,
    ligne: (nom: string, derive: string, avant: Jour, fin: Jour) =>
      `${nom} : ${derive} (${formatJour(avant)} → ${formatJour(fin)})`,
    nouvelles: (n: number) => (n === 1 ? "1 tâche nouvelle depuis." : `${nombre(n)} tâches nouvelles depuis.`),
    disparues: (ids: readonly string[]) =>
      ids.length === 1
        ? `1 tâche n’est plus dans le planning : ${ids.join(", ")}.`
        : `${nombre(ids.length)} tâches ne sont plus dans le planning : ${ids.join(", ")}.`,
  },

  echeances: {
    titre: "Échéances et repères",
    legale: "échéance légale",
    repere: "repère",
    agir: (jour: Jour) => `agir au plus tard le ${jourCourt(jour)}`,
    exporter: "Exporter vers Outlook (.ics)",
    exportEnCours: "Préparation du fichier…",
    exporte: (fichier: string, n: number) =>
      `« ${fichier} » est prêt : ${n === 1 ? "1 événement" : `${nombre(n)} événements`}. Ouvrez-le avec Outlook.`,
    rienDApparu:
      "Aucun fichier n’est apparu ? Certains postes bloquent les téléchargements. Copiez le texte, collez-le dans le Bloc-notes et enregistrez-le sous ce nom.",
    copier: "Copier le texte du fichier",
    copie: "Texte copié.",
    copieImpossible: "La copie est bloquée sur ce poste. Sélectionnez le texte ci-dessous, puis copiez-le (Ctrl+C).",
    texte: "Texte du fichier .ics",
  },

  suivi: {
    libelle: "Recalculer quand la feuille change",
    aide: "Après chacune de vos modifications du planning, les dates affichées ici sont écrites dans la feuille. « Annuler » reste possible. Les modifications d’un coauteur n’écrivent rien.",
    enPause: "En pause tant qu’un levier est à l’essai.",
    fait: (n: number) => (n === 1 ? "1 cellule recalculée." : `${nombre(n)} cellules recalculées.`),
  },

  ecrire: {
    bouton: "Écrire les dates dans la feuille",
    titre: (n: number, feuille: string) =>
      n === 1 ? `1 cellule de « ${feuille} » sera écrite` : `${nombre(n)} cellules de « ${feuille} » seront écrites`,
    resume: (jour: Jour, scenario: string) =>
      `Dates calées sur une signature le ${formatJour(jour)}, ${scenario}. Seules les colonnes calculées sont écrites, et le statut des tâches à venir.`,
    formules: (n: number) =>
      n === 0
        ? "Aucune formule n’est remplacée."
        : n === 1
          ? "1 formule est remplacée par sa date."
          : `${nombre(n)} formules sont remplacées par leur date.`,
    colonnes: "Colonnes écrites",
    colonne: (titre: string, n: number) => `${titre} : ${n === 1 ? "1 cellule" : `${nombre(n)} cellules`}`,
    exemples: "Premières cellules",
    action: "Écrire ces dates",
    fait: (n: number) => (n === 1 ? "1 cellule mise à jour." : `${nombre(n)} cellules mises à jour.`),
    dejaLa: "Les dates de la feuille sont déjà celles-ci.",
    sansColonne:
      "Votre feuille n’a aucune colonne pour ces dates. Ajoutez par exemple « Début au plus tard » et « Fin au plus tard ».",
  },

  impression: {
    titre: "Gantt à imprimer",
    pas: "Une colonne par",
    lesPas: { semaines: "semaine", mois: "mois" },
    papier: "Papier",
    bouton: "Ajouter le Gantt à imprimer",
    impossible: "Aucune tâche n’a de date : il n’y a rien à imprimer pour l’instant.",
    apercu: {
      titre: (feuille: string) => `La feuille « ${feuille} » sera ajoutée`,
      resume: "Elle est prête à imprimer et suit les dates de votre feuille. Aucune de vos feuilles n’est modifiée.",
      contenu: "Elle contient",
      taches: (n: number, pas: string) => `${n === 1 ? "1 tâche" : `${nombre(n)} tâches`}, une colonne par ${pas}`,
      differentes: (n: number) =>
        n === 1
          ? "1 tâche dont les dates écrites ne sont pas celles du calcul : la feuille montre les vôtres"
          : `${nombre(n)} tâches dont les dates écrites ne sont pas celles du calcul : la feuille montre les vôtres`,
      horsCadre: (n: number) =>
        n === 1 ? "1 tâche hors du calendrier montré" : `${nombre(n)} tâches hors du calendrier montré`,
      precedents: (feuilles: readonly string[]) => `déjà présentes et gardées telles quelles : ${feuilles.join(", ")}`,
      action: "Ajouter cette feuille",
      fait: (feuille: string) => `Feuille « ${feuille} » ajoutée.`,
    },
  },
} as const;

/** `12/02`, with its year when it is not the one of the other day. */
function jourMois(day: Jour, autre: Jour): string {
  return day.slice(0, 4) === autre.slice(0, 4) ? formatJour(day).slice(0, 5) : formatJour(day);
}

/** `18 jours ouvrés`. */
function jours(n: number): string {
  return `${nombre(n)} ${n > 1 ? "jours ouvrés" : "jour ouvré"}`;
}

/** `vendredi 17 décembre 2027`, as a screen reader should say it. */
function enMots(day: Jour): string {
  return EN_MOTS.format(new Date(day));
}

/** `ven. 17/12/2027`. */
function jourCourt(day: Jour): string {
  return `${COURT.format(new Date(day))} ${formatJour(day)}`;
}

const EN_MOTS = new Intl.DateTimeFormat("fr-FR", {
  weekday: "long",
  day: "numeric",
  month: "long",
  year: "numeric",
  timeZone: "UTC",
});
const COURT = new Intl.DateTimeFormat("fr-FR", { weekday: "short", timeZone: "UTC" });

/** `A, B et C`. */
function enumerer(noms: readonly string[]): string {
  if (noms.length < 2) return noms.join("");
  return `${noms.slice(0, -1).join(", ")} et ${String(noms.at(-1))}`;
}
