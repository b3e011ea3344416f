// Makes exemple.xlsx, the workbook the atelier offers to try: `node assets/make-exemple.mjs`. Its faults are planted.
import { writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { init } from "excelize-wasm";

const wasm = createRequire(import.meta.url).resolve("excelize-wasm/excelize.wasm.gz");

/** Excel serial number of a day written 2026-12-31. */
const day = (iso) => Date.parse(iso) / 86_400_000 + 25_569;

const CHECKLIST = {
  titles: [
    ...["N°", "Phase", "Thème", "Point à vérifier", "Niveau", "Qui", "Où en est-on", "Pour le", "Fait le"],
    ...["Pièce", "Observations", "Rappel Sophie"],
  ],
  widths: [7, 17, 17, 58, 13, 12, 13, 12, 12, 30, 38, 16],
  lines: [
    [
      "P01",
      "Préalables",
      "Programmation",
      "L’année de signature figure dans l’arrêté de programmation",
      "Obligatoire",
      "ARS-REF",
      "Fait",
      day("2026-01-15"),
      day("2025-12-19"),
      "Arrêté du 19/12/2025",
      null,
      null,
    ],
    [
      "P02",
      "Préalables",
      "Programmation",
      "Le régime juridique du contrat est tranché",
      "Obligatoire",
      "ARS-REF",
      "Fait",
      day("2026-02-27"),
      day("2026-02-20"),
      null,
      null,
      "demander à Paul",
    ],
    [
      "P03",
      "Préalables",
      "Programmation",
      "La situation au regard de la suspension des CPOM EHPAD est vérifiée",
      "Obligatoire",
      "ARS-REF",
      "Sans objet",
      null,
      null,
      null,
      "Aucun EHPAD dans le périmètre",
      null,
    ],
    [
      "P04",
      "Préalables",
      "Programmation",
      "Les échéances des contrats en cours sont relevées",
      "Obligatoire",
      "OG-REF",
      "Fait",
      day("2026-03-31"),
      null,
      "Tableau des échéances",
      null,
      null,
    ],
    [
      "P05",
      "Préalables",
      "Programmation",
      "Le périmètre est listé : établissements, capacités, départements",
      "Obligatoire",
      "OG-REF",
      "En cours",
      day("2026-11-30"),
      null,
      null,
      null,
      null,
    ],
    [
      "P06",
      "Préalables",
      "Programmation",
      "Les écarts entre FINESS et les autorisations sont signalés",
      "Obligatoire",
      "OG-REF",
      "Bloqué",
      day("2026-11-30"),
      null,
      null,
      null,
      "relancer",
    ],
    [
      "P07",
      "Préalables",
      "Programmation",
      "Les signataires et leurs délégations sont identifiés",
      "Obligatoire",
      "CD-REF",
      "En cour",
      day("2026-12-15"),
      null,
      null,
      null,
      null,
    ],
    [
      "P08",
      "Préalables",
      "Programmation",
      "Les référents sont nommés, avec un suppléant",
      "Obligatoire",
      null,
      "À faire",
      day("2026-12-15"),
      null,
      null,
      null,
      null,
    ],
    [
      "P09",
      "Préalables",
      "Programmation",
      "Le rétro-planning est accepté par les trois parties",
      "Obligatoire",
      "ARS-REF",
      "À faire",
      "mi-décembre",
      null,
      null,
      null,
      null,
    ],
    [
      "P10",
      "Préalables",
      "Communication",
      "La cartographie des acteurs est remplie et la matrice RACI validée",
      "Recommandé",
      "OG-RFE",
      "En cours",
      day("2026-12-18"),
      null,
      null,
      null,
      null,
    ],
    [
      "P11",
      "Préalables",
      "Communication",
      "Le courrier d’ouverture est adressé au gestionnaire",
      "Obligatoire",
      "ARS-REF",
      "À faire",
      day("2027-01-08"),
      null,
      null,
      null,
      null,
    ],
    [
      "P12",
      "Préalables",
      "Communication",
      "Les directeurs, le CSE et les CVS sont informés",
      "Recommandé",
      "OG-DG",
      "À faire",
      day("2027-01-15"),
      null,
      null,
      null,
      null,
    ],
    [
      "D01",
      "Diagnostic",
      "Territoire",
      "Les besoins du territoire sont décrits",
      "Obligatoire",
      "ARS-REF",
      "À faire",
      day("2027-03-31"),
      null,
      null,
      null,
      null,
    ],
    [
      "D02",
      "Diagnostic",
      "Territoire",
      "Les orientations du PRS et du schéma départemental sont extraites",
      "Obligatoire",
      "CD-REF",
      "À faire",
      day("2027-03-31"),
      null,
      null,
      null,
      null,
    ],
    [
      "D04",
      "Diagnostic",
      "Structure",
      "Les documents préexistants sont collectés et datés",
      "Obligatoire",
      "OG-REF",
      "En cours",
      day("2027-02-26"),
      null,
      null,
      null,
      null,
    ],
    [
      "D04",
      "Diagnostic",
      "Structure",
      "Le bilan du contrat précédent est établi, objectif par objectif",
      "Obligatoire",
      "OG-REF",
      "À faire",
      day("2027-03-15"),
      null,
      null,
      null,
      null,
    ],
    [
      "D06",
      "Diagnostic",
      "Structure",
      "L’activité des trois derniers exercices est analysée",
      "Obligatoire",
      "OG-DAF",
      "À faire",
      day("2027-03-15"),
      null,
      null,
      null,
      null,
    ],
    [
      "D16",
      "Diagnostic",
      "Structure",
      "Le diagnostic partagé est rédigé et validé en réunion de concertation",
      "Obligatoire",
      "ARS-REF",
      "À faire",
      day("2027-06-21"),
      null,
      null,
      null,
      null,
    ],
    [
      "N02",
      "Négociation",
      "Objectifs",
      "Chaque axe du diagnostic est repris par un objectif ou écarté avec un motif",
      "Obligatoire",
      "OG-REF",
      "À faire",
      day("2027-08-31"),
      null,
      null,
      null,
      null,
    ],
    [
      "N06",
      "Négociation",
      "Indicateurs",
      "Chaque objectif a un indicateur : départ, cible annuelle, cible finale",
      "Obligatoire",
      "OG-QUA",
      "À faire",
      day("2027-09-30"),
      null,
      null,
      null,
      null,
    ],
    [
      "N10",
      "Négociation",
      "Financier",
      "Le PGFP est équilibré et cohérent avec les actions",
      "Obligatoire",
      "OG-DAF",
      "À faire",
      day("2027-09-30"),
      null,
      null,
      null,
      null,
    ],
    [
      "N18",
      "Négociation",
      "Formalisation",
      "Le contrat est signé par toutes les parties, daté et diffusé",
      "Obligatoire",
      "ARS-REF",
      "À faire",
      day("2027-12-17"),
      null,
      null,
      null,
      null,
    ],
    [
      "S01",
      "Suivi et renouvellement",
      "Dialogue de gestion",
      "Le comité de suivi est installé",
      "Obligatoire",
      "ARS-REF",
      "À faire",
      day("2028-01-31"),
      null,
      null,
      null,
      null,
    ],
    [
      "S03",
      "Suivi et renouvellement",
      "Dialogue de gestion",
      "La revue annuelle des objectifs est produite",
      "Obligatoire",
      "OG-REF",
      "À faire",
      day("2028-12-29"),
      null,
      null,
      null,
      null,
    ],
  ],
};

const ACTEURS = {
  titles: [
    ...["ID", "Code", "Famille", "Sous-famille", "Structure", "Nom", "Fonction", "Nature", "Rôle", "Lien avec l’ESMS"],
    ...["Mail", "Tél.", "Suppléant", "Actif", "Anniversaire"],
  ],
  widths: [9, 10, 26, 20, 28, 20, 26, 11, 22, 16, 32, 15, 10, 7, 13],
  lines: [
    [
      "ACT-001",
      "ARS-DG",
      "Autorités",
      "ARS",
      "ARS",
      "BERGER Hélène",
      "Directrice générale",
      "Personne",
      "Signataire ; Décideur",
      "Autorisation",
      "helene.berger@exemple.fr",
      "01 02 03 04 05",
      null,
      "Oui",
      null,
    ],
    [
      "ACT-002",
      "ARS-REF",
      "Autorités",
      "ARS",
      "ARS",
      "DURAND Paul",
      "Chargé de contractualisation",
      "Personne",
      "Référent",
      "Tarification",
      "paul.durand@exemple.fr",
      "01 02 03 04 06",
      "ACT-001",
      "Oui",
      null,
    ],
    [
      "ACT-003",
      "CD-PCD",
      "Autorités",
      "Département",
      "Conseil départemental",
      "LEROY Anne",
      "Présidente",
      "Personne",
      "Signataire",
      "Autorisation",
      "anne.leroy@exemple.fr",
      "01 02 03 04 07",
      null,
      "Oui",
      null,
    ],
    [
      "ACT-004",
      "CD-REF",
      "Autorités",
      "Département",
      "Conseil départemental",
      "MOREAU Karim",
      "Chargé de mission autonomie",
      "Personne",
      "Référent",
      "Tarification",
      "karim.moreau@exemple",
      "01 02 03 04 08",
      "ACT-003",
      "Oui",
      null,
    ],
    [
      "ACT-005",
      "OG-PRES",
      "Organisme gestionnaire",
      "Gouvernance",
      "Association Les Tilleuls",
      "FABRE Jean",
      "Président",
      "Personne",
      "Signataire",
      "Gouvernance",
      "jean.fabre@exemple.fr",
      "01 02 03 04 09",
      null,
      "Oui",
      "12 mai",
    ],
    [
      "ACT-006",
      "OG-DG",
      "Organisme gestionnaire",
      "Direction",
      "Association Les Tilleuls",
      "MARTIN Claire",
      "Directrice générale",
      "Personne",
      "Décideur",
      "Gouvernance",
      "claire.martin@exemple.fr",
      "01 02 03 04 10",
      null,
      "Oui",
      "3 juin",
    ],
    [
      "ACT-007",
      "OG-REF",
      "Organisme gestionnaire",
      "Direction",
      "Association Les Tilleuls",
      "PETIT Sophie",
      "Chargée de projet",
      "Personne",
      "Référent",
      "Gouvernance",
      "sophie.petit@exemple.fr",
      "01 02 03 04 11",
      "ACT-006",
      "Oui",
      null,
    ],
    [
      "ACT-008",
      "OG-DAF",
      "Organisme gestionnaire",
      "Direction",
      "Association Les Tilleuls",
      "ROUX Marc",
      "Directeur administratif et financier",
      "Personne",
      "Contributeur",
      "Gouvernance",
      "marc.roux@exemple.fr",
      "01 02 03 04 12",
      null,
      "Oui",
      null,
    ],
    [
      "ACT-009",
      "OG-QUA",
      "Organisme gestionnaire",
      "Qualité",
      "Association Les Tilleuls",
      "NGUYEN Lin",
      null,
      "Personne",
      "Contributeur",
      "Gouvernance",
      "lin.nguyen@exemple.fr",
      "01 02 03 04 13",
      null,
      "Oui",
      null,
    ],
    [
      "ACT-010",
      "CVS",
      "Personnes accompagnées",
      "CVS",
      "Conseils de la vie sociale",
      null,
      "Représentants élus",
      "Instance",
      "Usager",
      "Représentation",
      null,
      null,
      null,
      "Oui",
      null,
    ],
    [
      "ACT-011",
      "MDPH",
      "Institutionnels",
      "MDPH",
      "MDPH",
      "BLANC Julie",
      "Responsable du pôle enfance",
      "Personne",
      "Partenaire",
      "Orientations",
      "julie.blanc@exemple.fr",
      "01 02 03 04 14",
      null,
      "Oui",
      null,
    ],
  ],
};

const ACTIONS = {
  titles: [
    ...["N° action", "Objectif", "Action", "Type", "Pilote", "Contributeurs", "Début prévu", "Fin prévue", "Statut"],
    ...["Avancement", "Indicateurs", "Coût prévisionnel", "dont pérenne", "Financeur", "ETP", "Vu avec Paul"],
  ],
  widths: [10, 9, 46, 20, 11, 18, 12, 12, 11, 11, 12, 13, 13, 10, 7, 14],
  lines: [
    action(
      "ACN-01.01",
      "OBJ-01",
      "Créer six places de répit",
      "Extension ou création de places",
      "OG-DG",
      "OG-DAF ; MDPH",
      {
        dates: ["2027-02-01", "2029-06-30"],
        suivi: ["Proposée", 0],
        moyens: ["IND-01", 145_000, 145_000, "ARS", 2.5],
        personnel: "oui",
      },
    ),
    action(
      "ACN-01.02",
      "OBJ-01",
      "Signer une convention avec la plateforme de répit",
      "Coopération",
      "OG-REF",
      "MDPH",
      {
        dates: ["2026-06-01", "2026-10-30"],
        suivi: ["En cours", 0.4],
        moyens: ["IND-01", null, null, null, 0.1],
      },
    ),
    action(
      "ACN-02.01",
      "OBJ-02",
      "Ouvrir un parcours d’intégration des nouveaux salariés",
      "RH et formation",
      "OG-QUA",
      "OG-DAF",
      {
        dates: ["2026-09-01", "2027-12-31"],
        suivi: ["En cours", 0.2],
        moyens: ["IND-02", 38_500, null, "OG", 0.5],
      },
    ),
    action("ACN-02.02", "OBJ-02", "Former les équipes à l’évaluation de la HAS", "RH et formation", "OG-QUA", null, {
      dates: ["2027-03-01", "2027-11-30"],
      suivi: ["Retenue", 0],
      moyens: ["IND-02", 12_000, null, "OG", null],
    }),
  ],
};

const OBJECTIFS = {
  titles: ["N° objectif", "Axe", "Intitulé", "Origine", "Constat lié", "Priorité"],
  widths: [11, 32, 56, 16, 46, 12],
  lines: [
    [
      "OBJ-01",
      "Parcours et réponse aux besoins",
      "Ouvrir une offre de répit à moins de 30 minutes de chaque domicile",
      "Diagnostic",
      "42 % des aidants n’ont aucune solution de répit",
      "1 Haute",
    ],
    [
      "OBJ-02",
      "Ressources humaines et QVCT",
      "Fidéliser les professionnels",
      "Diagnostic",
      "Un salarié sur quatre part dans l’année de son arrivée",
      "2 Moyenne",
    ],
  ],
};

const INDICATEURS = {
  titles: [...["N° indicateur", "Libellé", "Formule", "Unité", "Sens", "Source", "Valeur de départ", "Cible finale"]],
  widths: [13, 40, 44, 8, 10, 30, 12, 12],
  lines: [
    [
      "IND-01",
      "Taux d’occupation des places de répit",
      "Journées réalisées ÷ journées ouvertes",
      "%",
      "Hausse",
      "Rapport d’activité",
      0.2,
      0.9,
    ],
    [
      "IND-02",
      "Taux de départ dans la première année",
      "Départs ÷ arrivées de l’année",
      "%",
      "Baisse",
      "SI interne",
      0.25,
      0.12,
    ],
  ],
};

/** A line of the plan of actions. */
function action(id, objectif, intitule, type, pilote, contributeurs, { dates, suivi, moyens, personnel = null }) {
  return [id, objectif, intitule, type, pilote, contributeurs, ...dates.map(day), ...suivi, ...moyens, personnel];
}

const { NewFile } = await init(wasm);
const book = NewFile();
const styles = {
  title: style({ Font: { Bold: true, Size: 16, Color: "1F4E5F" } }),
  note: style({ Font: { Italic: true, Color: "5F6B73" } }),
  header: style({
    Font: { Bold: true, Color: "FFFFFF" },
    Fill: { Type: "pattern", Pattern: 1, Color: ["1F4E5F"] },
    Alignment: { Vertical: "center", WrapText: true },
    Border: border("1F4E5F"),
  }),
  text: style({ Alignment: { Vertical: "top", WrapText: true }, Border: border("C9D3D8") }),
  part: style({ NumFmt: 9, Alignment: { Vertical: "top", Horizontal: "left" }, Border: border("C9D3D8") }),
  date: style({ NumFmt: 14, Alignment: { Vertical: "top", Horizontal: "left" }, Border: border("C9D3D8") }),
};
check(book.SetSheetName("Sheet1", "Suivi CPOM"));
check(book.NewSheet("Acteurs"));
check(book.NewSheet("Plan d’actions"));
check(book.NewSheet("Objectifs"));
check(book.NewSheet("Indicateurs"));
check(book.NewSheet("Notes"));
fill("Suivi CPOM", "CPOM Les Tilleuls 2027-2031 : où en est-on ?", CHECKLIST);
fill("Acteurs", "Qui fait quoi", ACTEURS);
fill("Plan d’actions", "Ce que nous proposons de faire", ACTIONS, { 9: "part" });
fill("Objectifs", "Ce que nous visons", OBJECTIFS);
fill("Indicateurs", "Ce que nous mesurerons", INDICATEURS, { 6: "part", 7: "part" });
check(book.SetCellValue("Notes", "A1", "Notes personnelles"));
check(book.SetCellValue("Notes", "A3", "Appeler le conseil départemental avant la commission permanente."));
const { buffer, error } = book.WriteToBuffer();
if (error !== null) throw new Error(error);
await writeFile(fileURLToPath(new URL("exemple.xlsx", import.meta.url)), buffer);

/** `kinds`: style of the figures of a column, by its index; those of the others that are large are days. */
function fill(sheet, title, { titles, widths, lines }, kinds = {}) {
  check(book.SetCellValue(sheet, "A1", title));
  check(book.SetCellStyle(sheet, "A1", "A1", styles.title));
  check(
    book.SetCellValue(
      sheet,
      "A2",
      "Document de travail partagé entre l’ARS, le département et l’association. Exemple fictif.",
    ),
  );
  check(book.SetCellStyle(sheet, "A2", "A2", styles.note));
  widths.forEach((width, index) => check(book.SetColWidth(sheet, letters(index), letters(index), width)));
  titles.forEach((text, index) => write(sheet, 4, index, text, styles.header));
  lines.forEach((line, row) => {
    line.forEach((value, index) =>
      write(sheet, row + 5, index, value, styles[kinds[index] ?? (isDay(titles[index], value) ? "date" : "text")]),
    );
  });
  check(
    book.SetPanes(sheet, {
      Freeze: true,
      Split: false,
      XSplit: 0,
      YSplit: 4,
      TopLeftCell: "A5",
      ActivePane: "bottomLeft",
    }),
  );
}

function isDay(title, value) {
  return typeof value === "number" && !/Coût|dont|ETP/.test(title);
}

function write(sheet, row, index, value, cellStyle) {
  const cell = `${letters(index)}${row}`;
  if (value !== null) check(book.SetCellValue(sheet, cell, value));
  check(book.SetCellStyle(sheet, cell, cell, cellStyle));
}

function letters(index) {
  return String.fromCharCode(65 + index);
}

function border(color) {
  return ["left", "right", "top", "bottom"].map((type) => ({ Type: type, Color: color, Style: 1 }));
}

function style(definition) {
  const made = book.NewStyle(definition);
  check(made);
  return made.style;
}

function check({ error }) {
  if (error !== null) throw new Error(error);
}
