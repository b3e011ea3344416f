/**
 * Words people write in place of a status, whatever the table. Source: dossier métier, § 9; then the same words in the
 * languages of the titles known.
 */
export const MOTS_STATUT = {
  fait: [
    ...["x", "ok", "oui", "o", "fait", "faite", "réalisé", "réalisée", "effectué", "effectuée", "terminé", "terminée"],
    ...["clos", "close", "clôturé", "clôturée", "validé", "validée", "achevé", "achevée", "soldé", "done", "completed"],
    ...["complete", "finished", "closed", "yes", "true", "vrai", "sí", "sim", "ja", "evet", "hecho", "terminado"],
    ...["completado", "feito", "concluído", "concluída", "fatto", "completato", "erledigt", "fertig", "abgeschlossen"],
    ...["tamamlandı", "bitti", "verdadero", "verdadeiro", "vero", "wahr", "doğru"],
  ],
  enCours: [
    ...["en cours de réalisation", "partiel", "partielle", "partiellement", "démarré", "démarrée", "commencé"],
    ...["commencée", "engagé", "engagée", "in progress", "ongoing", "started", "à finaliser", "en curso", "en proceso"],
    ...["em andamento", "em curso", "in corso", "in bearbeitung", "in arbeit", "devam ediyor", "à tester"],
  ],
  aFaire: [
    ...["non", "n", "à venir", "à démarrer", "non commencé", "non démarré", "non démarrée", "pas commencé", "pas fait"],
    ...["non fait", "à planifier", "planifié", "prévu", "to do", "todo", "not started", "open", "no", "false", "faux"],
    ...["pendiente", "por hacer", "pendente", "a fazer", "da fare", "offen", "nicht begonnen", "bekliyor", "yapılacak"],
    ...["não", "nein", "hayır", "falso", "falsch", "yanlış", "no iniciado", "não iniciado"],
  ],
  sansObjet: [
    "so",
    "s.o.",
    "na",
    "n/a",
    "n.a.",
    "sans objet",
    "non concerné",
    "non applicable",
    "néant",
    "not applicable",
  ],
  bloque: [
    ...["bloqué", "bloquée", "suspendu", "suspendue", "en attente", "en suspens", "stand by", "gelé", "blocked"],
    ...["on hold", "waiting", "bloqueado", "bloccato", "blockiert", "beklemede"],
  ],
  abandonne: ["abandonné", "abandonnée", "annulé", "annulée", "cancelled", "canceled", "cancelado", "annullato"],
} as const;

/** Reads a tick box or a share done as a status: 0 is not begun, 1 is done, and so is 100, a share typed in points. */
export function readShare<const Choice extends string>(
  aFaire: Choice,
  enCours: Choice,
  fait: Choice,
): (value: number) => Choice | null {
  return (value) => {
    if (value === 0) return aFaire;
    if (value === 1 || value === 100) return fait;
    return value > 0 && value < 100 ? enCours : null;
  };
}

/** What a point to do may be, and the words people write for it: spread in the options of its `choice`. */
export const STATUTS_D_UN_POINT = {
  choices: ["À faire", "En cours", "Fait", "Bloqué", "Sans objet"],
  synonyms: {
    "À faire": MOTS_STATUT.aFaire,
    "En cours": MOTS_STATUT.enCours,
    Fait: MOTS_STATUT.fait,
    Bloqué: MOTS_STATUT.bloque,
    "Sans objet": [...MOTS_STATUT.sansObjet, ...MOTS_STATUT.abandonne],
  },
  readNumber: readShare("À faire", "En cours", "Fait"),
} as const;
