/** Words people write in place of a status, whatever the table. Source: dossier métier, § 9. */
export const MOTS_STATUT = {
  fait: [
    ...["x", "ok", "oui", "o", "fait", "faite", "réalisé", "réalisée", "effectué", "effectuée", "terminé", "terminée"],
    ...["clos", "close", "clôturé", "validé", "validée", "achevé", "soldé", "done", "completed", "yes", "true", "vrai"],
  ],
  enCours: ["partiel", "partiellement", "démarré", "démarrée", "commencé", "engagé", "in progress", "à finaliser"],
  aFaire: [
    ...["non", "n", "à venir", "à démarrer", "non commencé", "non démarré", "pas commencé", "pas fait", "non fait"],
    ...["à planifier", "planifié", "prévu", "to do", "todo", "no", "false", "faux"],
  ],
  sansObjet: ["so", "s.o.", "na", "n/a", "n.a.", "non concerné", "non applicable", "néant"],
  bloque: ["suspendu", "suspendue", "en attente", "bloquée", "en suspens", "stand by", "gelé"],
} as const;
