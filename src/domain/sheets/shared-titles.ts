/**
 * Titles people give alike in many tables, in the languages of the workbooks seen: French, English, Spanish, Portuguese,
 * Italian, German, Turkish. A table says below which of its columns they may name.
 */
const NOTIONS = {
  tache: [
    ...["Tâche à réaliser", "Titre de la tâche", "Nom de tâche", "Description de la tâche", "Activité", "Travaux"],
    ...["Task", "Task name", "Task title", "Project task", "Activity", "Activity name", "Work item", "To do", "Name"],
    ...["Tarea", "Actividad", "Nombre de la tarea", "Tarefa", "Tarefas", "Atividade", "Nome da tarefa", "Attività"],
    ...[
      "Compito",
      "Nome attività",
      "Aufgabe",
      "Vorgang",
      "Vorgangsname",
      "Tätigkeit",
      "Görev",
      "Görev adı",
      "Faaliyet",
    ],
  ],
  action: ["Action item", "Acción", "Acciones", "Ação", "Ações", "Azione", "Azioni", "Maßnahme", "Aksiyon", "Eylem"],
  point: [
    ...["Check", "Checklist item", "Item to check", "Control point", "Requirement", "Requisito", "Punto de control"],
    ...["Criterio", "Verificación", "Verificação", "Ponto de verificação", "Punto di controllo", "Verifica"],
    ...["Prüfpunkt", "Kontrollpunkt", "Anforderung", "Kontrol maddesi", "Kontrol noktası", "Madde", "Ítem", "Elemento"],
  ],
  numero: [
    ...["No", "N", "#", "Idx", "Index", "Task number", "Task ID", "Step ID", "Ref", "Item no", "Nº", "Núm", "Número"],
    ...["Numero", "Nummer", "Nr", "Lfd. Nr", "Sıra", "Sıra no", "Código", "Codice", "WBS", "Number"],
  ],
  responsable: [
    ...["Propriétaire de la tâche", "Propriétaire", "Responsable de la tâche", "Assigné à", "Attribué à", "Qui fait"],
    ...["Owner", "Task owner", "Assigned to", "Assignee", "Responsible", "Responsible person", "Who", "Lead"],
    ...[
      "Resource",
      "Resource names",
      "Person in charge",
      "In charge",
      "Responsable de tarea",
      "Encargado",
      "Asignado a",
    ],
    ...["Responsável", "Encarregado", "Atribuído a", "Responsabile", "Incaricato", "Assegnato a", "Verantwortlich"],
    ...["Verantwortlicher", "Zuständig", "Zuständigkeit", "Wer", "Sorumlu", "Sorumlu kişi", "Atanan"],
  ],
  statut: [
    ...["Statut de la tâche", "Status", "State", "Estado", "Situación", "Estatus", "Situação", "Stato", "Zustand"],
    ...["Durum", "Durumu"],
  ],
  fait: [
    ...["Coche", "Coché", "Validé", "Vérifié", "Terminé", "Done", "Completed", "Complete", "Checked", "Yes/No"],
    ...["Oui", "Yes", "Conforme", "OK", "Sí", "Sim", "Ja", "Evet"],
    ...["Completo", "Completado", "Hecho", "Realizado", "Cumple", "Concluído", "Feito", "Realizada", "Fatto"],
    ...["Completato", "Erledigt", "Fertig", "Abgeschlossen", "Tamamlandı", "Yapıldı", "Bitti", "Done?"],
  ],
  echeance: [
    ...["ETA", "Due", "Due date", "Deadline", "Target date", "Fecha límite", "Fecha de vencimiento", "Vencimiento"],
    ...["Plazo", "Fecha", "Prazo", "Data limite", "Vencimento", "Scadenza", "Data di scadenza", "Termine", "Frist"],
    ...["Fällig", "Fällig am", "Fälligkeitsdatum", "Termin", "Son tarih", "Bitiş tarihi", "Termin tarihi"],
  ],
  debut: [
    ...["Date début", "Start", "Start date", "Begin", "Planned start", "Inicio", "Fecha de inicio", "Fecha inicio"],
    ...["Comienzo", "Início", "Data de início", "Data início", "Inizio", "Data di inizio", "Data inizio", "Beginn"],
    ...["Anfang", "Startdatum", "Start Datum", "Anfangsdatum", "Başlangıç", "Başlangıç tarihi", "Başlama tarihi"],
  ],
  fin: [
    ...["Date fin", "End", "End date", "Finish", "Finish date", "Planned finish", "Planned end", "Fecha de fin"],
    ...["Fecha fin", "Fecha final", "Término", "Fim", "Data de fim", "Data fim", "Data de término", "Fine"],
    ...["Data di fine", "Data fine", "Ende", "Enddatum", "Bitiş", "Bitiş tarihi"],
  ],
  debutReel: ["Actual start", "Inicio real", "Início real", "Inizio effettivo", "Ist-Beginn", "Gerçekleşen başlangıç"],
  finReelle: [
    "Fin réel",
    "Réel fin",
    "Actual finish",
    "Actual end",
    "Completion date",
    "Fin real",
    "Fim real",
    "Fine effettiva",
    "Ist-Ende",
  ],
  duree: [
    ...[
      "Durée en jours",
      "Jours",
      "Nb de jours",
      "Nombre de jours",
      "Délai",
      "Nb de mois",
      "Duration",
      "Duration days",
    ],
    ...["Days", "Duración", "Duración días", "Días", "Duração", "Duração dias", "Dias", "Durata", "Giorni", "Dauer"],
    ...["Dauer Tage", "Tage", "Süre", "Süre gün", "Gün"],
  ],
  predecesseur: [
    ...["Predecessor", "Depends on", "Dependencies", "Dependency", "Predecesor", "Predecesora", "Predecesores"],
    ...["Depende de", "Dependencias", "Predecessora", "Dependências", "Predecessore", "Predecessori", "Vorgänger"],
    ...["Abhängigkeit", "Öncül", "Öncüller", "Bağımlılık"],
  ],
  avancement: [
    ...["Tâche terminée", "% terminé", "Avancement tâche", "Progress", "% complete", "Percent complete", "% done"],
    ...["% completed", "Avance", "% de avance", "% completado", "Progreso", "Progresso", "% concluído", "Andamento"],
    ...["Avanzamento", "% completamento", "Fortschritt", "% abgeschlossen", "Fertigstellungsgrad", "İlerleme"],
    ...["Tamamlanma", "Tamamlanma oranı", "% tamamlandı"],
  ],
  phase: [
    ...[
      "Stage",
      "Bucket",
      "Section",
      "Fase",
      "Etapa",
      "Tópico",
      "Abschnitt",
      "Aşama",
      "Faz",
      "Evre",
      "Sprint",
      "Bloque",
    ],
  ],
  theme: ["Category", "Theme", "Topic", "Categoría", "Tema", "Categoria", "Kategorie", "Thema", "Kategori", "Konu"],
  groupe: [
    "Itération",
    "Itérations",
    "Lot",
    "Chantier",
    "Workstream",
    "Goal",
    "Objective",
    "Objetivo",
    "Obiettivo",
    "Ziel",
  ],
  livrable: [
    "Deliverable",
    "Deliverables",
    "Output",
    "Entregable",
    "Entregáveis",
    "Entregável",
    "Consegna",
    "Ergebnis",
    "Çıktı",
  ],
  priorite: ["Priorité", "Priority", "Prioridad", "Prioridade", "Priorità", "Priorität", "Öncelik"],
  commentaire: [
    ...["Comment", "Comments", "Notes", "Remarks", "Observation", "Observaciones", "Observações", "Comentarios"],
    ...[
      "Comentários",
      "Commenti",
      "Note",
      "Osservazioni",
      "Bemerkung",
      "Bemerkungen",
      "Kommentar",
      "Açıklama",
      "Notlar",
    ],
  ],
  nom: [
    ...["Stakeholder", "Stakeholder name", "Contact name", "Full name", "Name", "Partie prenante", "Nom de l’acteur"],
    ...[
      "Nombre",
      "Nombre y apellido",
      "Interesado",
      "Nombre del interesado",
      "Nome",
      "Parte interessada",
      "Interessado",
    ],
    ...["Nome e cognome", "Adı", "Adı soyadı", "Ad", "Ad soyad", "Paydaş", "Paydaş adı", "İsim", "Interessengruppe"],
  ],
  organisme: [
    ...["Organization", "Organisation", "Company", "Department", "Organización", "Empresa", "Entidad", "Organização"],
    ...["Entidade", "Organizzazione", "Azienda", "Ente", "Firma", "Unternehmen", "Kurum", "Kuruluş", "Şirket"],
  ],
  groupeActeurs: [
    ...[
      "Stakeholder group",
      "Stakeholder type",
      "Group",
      "Grupo",
      "Grupo de interés",
      "Gruppo",
      "Gruppe",
      "Paydaş grubu",
    ],
    ...["Paydaş türü", "Tipo", "Type", "Tipo de interesado", "Internal/External", "Interne/externe"],
  ],
  fonction: [
    ...["Role", "Rôle", "Title", "Position", "Job title", "Cargo", "Puesto", "Rol", "Papel", "Função", "Ruolo"],
    ...["Funzione", "Posizione", "Rolle", "Funktion", "Rolü", "Görevi", "Unvan", "Project role"],
  ],
  contact: [
    ...["Contact information", "Contact info", "Contact details", "Coordonnées", "Contacto", "Datos de contacto"],
    ...["Contato", "Contatto", "Recapito", "Kontakt", "Kontaktdaten", "İletişim", "İletişim bilgileri"],
  ],
  courriel: ["Email address", "Correo", "Correo electrónico", "E-Mail-Adresse", "Posta elettronica", "E-posta"],
  telephone: ["Phone", "Phone number", "Telephone", "Teléfono", "Telefone", "Telefono", "Telefon", "Telefonnummer"],
  interet: [
    ...["Interest", "Interest level", "Interests", "Interés", "Nivel de interés", "Interesse", "Nível de interesse"],
    ...["Livello di interesse", "İlgi", "İlgi düzeyi", "Attentes", "Expectations"],
  ],
  influence: [
    ...["Influence", "Influence level", "Power", "Impact", "Influence/Power", "Influencia", "Nivel de influencia"],
    ...[
      "Poder",
      "Influência",
      "Nível de influência",
      "Influenza",
      "Potere",
      "Einfluss",
      "Macht",
      "Etki",
      "Etki düzeyi",
    ],
    ...["Güç", "Pouvoir"],
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;

interface SharedTitle {
  readonly notion: keyof typeof NOTIONS;
  /** How much less such a title says here than the kit’s own, from 0 to 1. */
  readonly malus: number;
}

function named(notion: keyof typeof NOTIONS, malus = 0.02): SharedTitle {
  return { notion, malus };
}

/** What the shared titles name, table by table and column by column. */
const USES: Readonly<Record<string, Readonly<Record<string, readonly SharedTitle[]>>>> = {
  checklist: {
    id: [named("numero")],
    phase: [named("phase"), named("groupe")],
    rubrique: [named("theme")],
    point: [named("point"), named("tache", 0.12), named("action", 0.2)],
    niveau: [named("priorite", 0.1)],
    porteur: [named("responsable")],
    statut: [named("statut"), named("fait"), named("avancement", 0.05)],
    echeance: [named("echeance")],
    commentaire: [named("commentaire")],
  },
  "retro-planning": {
    id: [named("numero")],
    phase: [named("phase"), named("groupe"), named("theme", 0.1)],
    tache: [named("tache"), named("action", 0.1)],
    porteur: [named("responsable")],
    dureeMin: [named("duree")],
    predecesseurs: [named("predecesseur")],
    debutAuPlusTard: [named("debut")],
    finAuPlusTard: [named("fin"), named("echeance", 0.05)],
    debutReel: [named("debutReel")],
    finReelle: [named("finReelle")],
    avancement: [named("avancement")],
    statut: [named("statut")],
    livrable: [named("livrable")],
  },
  actions: {
    id: [named("numero")],
    objectif: [named("groupe", 0.05), named("phase", 0.15), named("theme", 0.15)],
    intitule: [named("action"), named("tache", 0.05)],
    pilote: [named("responsable")],
    debutPrevu: [named("debut")],
    finPrevue: [named("echeance"), named("fin")],
    finReelle: [named("finReelle")],
    statut: [named("statut"), named("fait", 0.1)],
    avancement: [named("avancement")],
    commentaire: [named("commentaire")],
  },
  acteurs: {
    id: [named("numero")],
    famille: [named("groupeActeurs"), named("theme", 0.1)],
    organisme: [named("organisme")],
    nom: [named("nom")],
    fonction: [named("fonction", 0.05)],
    courriel: [named("courriel"), named("contact", 0.05)],
    telephone: [named("telephone"), named("contact", 0.06)],
    interet: [named("interet")],
    influence: [named("influence")],
  },
  raci: {
    id: [named("numero")],
    activite: [named("tache"), named("action"), named("livrable", 0.15)],
    phase: [named("phase"), named("groupe"), named("theme", 0.1)],
  },
};

/** The shared titles of a column, each with what it says less than the kit’s own. */
export function sharedTitlesOf(
  sheet: string,
  column: string,
): readonly { readonly title: string; readonly malus: number }[] {
  const shared = USES[sheet]?.[column] ?? [];
  return shared.flatMap(({ notion, malus }) => NOTIONS[notion].map((title) => ({ title, malus })));
}
