import ICAL from "ical.js";
import { join } from "node:path";
import { parseJour } from "../../../src/domain/calendrier/jour";
import { runInNode } from "../../support/run-in-node";
import { askAgenda, day, type Exemple, exportExemple, FICHE } from "./contrat-exemple";

/** An event as another program reads it. */
interface Lu {
  readonly uid: string;
  readonly sequence: number;
  readonly stamp: string;
  readonly jour: string;
  readonly jusque: string;
  readonly isDate: boolean;
  readonly titre: string;
  readonly description: string;
  readonly rappels: readonly string[];
}

function parse(texte: string): readonly Lu[] {
  const agenda = ICAL.Component.fromString(texte);
  return agenda.getAllSubcomponents("vevent").map((component) => {
    const event = new ICAL.Event(component);
    return {
      ...{ uid: event.uid, sequence: event.sequence, titre: event.summary, description: event.description },
      stamp: String(component.getFirstPropertyValue("dtstamp")),
      ...{ jour: event.startDate.toString(), jusque: event.endDate.toString(), isDate: event.startDate.isDate },
      rappels: component.getAllSubcomponents("valarm").map((alarm) => String(alarm.getFirstPropertyValue("trigger"))),
    };
  });
}

const read = async (exemple: Exemple = {}) => parse((await exportExemple(exemple)).texte);
const uidsOf = async (exemple: Exemple = {}) => (await read(exemple)).map(({ uid }) => uid);
const agendaOf = (lus: readonly Lu[]) => lus.map(({ jour, titre }) => `${jour} ${titre.replace(/ – .*/, "")}`);

test("the kit signed on 17 December 2027: milestones, deadlines, life of the contract", async () => {
  const { fichier, texte, evenements } = await exportExemple();
  const lus = parse(texte);
  expect({ fichier, evenements }).toEqual({ fichier: "CPOM Les Tilleuls.ics", evenements: lus.length });
  expect(agendaOf(lus)).toEqual([
    "2027-02-26 Réunion de lancement",
    "2027-05-31 Réunion de concertation (COPIL)",
    "2027-09-01 Réunion de négociation n° 1",
    "2027-09-23 Réunion de négociation n° 2",
    "2027-10-12 COPIL de clôture",
    "2027-10-29 Annexe activité",
    "2027-12-17 Signature",
    "2027-12-31 Fin de la programmation des évaluations HAS",
    "2028-01-01 Prise d’effet du contrat",
    "2029-01-03 Revue annuelle des objectifs, année 1",
    "2030-01-03 Revue annuelle des objectifs, année 2",
    "2030-12-23 Bilan d’étape de la troisième année, comité de suivi",
    "2031-12-23 Décision de principe : renouveler, proroger ou ne pas renouveler",
    "2032-01-05 Revue annuelle des objectifs, année 4",
    "2032-06-30 Demande de prorogation ou ouverture de la négociation",
    "2032-12-23 Fin du contrat, bilan final établi",
  ]);
});

test("each event is a whole day, named after the contract, and says why", async () => {
  const lus = await read();
  for (const { isDate, jour, jusque, titre, description } of lus) {
    expect(isDate).toBe(true);
    expect(Date.parse(jusque) - Date.parse(jour)).toBe(86_400_000);
    expect(titre).toContain(" – CPOM 2028-2032 de l’Association Les Tilleuls");
    expect(description).toMatch(/Source\u00a0: |pour signer le 17\/12\/2027/);
  }
  expect(lus.find(({ titre }) => titre.startsWith("Annexe"))?.description).toContain(
    "Au plus tard le 31/10/2027, jour non travaillé : dernier jour ouvré le 29/10/2027.",
  );
  expect(lus.find(({ titre }) => titre.startsWith("Réunion de lancement"))?.description).toContain("Porteur : ARS-REF");
});

test("limits to come ring two weeks before, nothing else does", async () => {
  const ringing = (await read({ today: "2030-12-23" })).filter(({ rappels }) => rappels.length > 0);
  expect(ringing.map(({ titre, rappels }) => `${titre.slice(0, 11)} ${rappels.join()}`)).toEqual([
    "Décision de -P14D",
    "Demande de  -P14D",
    "Fin du cont -P14D",
  ]);
});

test("the file: lines of 75 octets at most, CRLF to its end, published, without a calendar of its own", async () => {
  const { texte } = await exportExemple({ fiche: { ...FICHE, intitule: "é".repeat(198) } });
  expect(texte.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  expect(texte.endsWith("END:VCALENDAR\r\n")).toBe(true);
  expect(Math.max(...texte.split("\r\n").map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
  expect(texte).toContain("\r\nMETHOD:PUBLISH\r\n");
  expect(texte).not.toMatch(/^(NAME|X-WR-CALNAME)/m);
});

test("what a cell holds stays text", async () => {
  const nom = "Revue, « a;b » \\ fin\nEND:VEVENT\u0007 😀";
  const taches = [{ id: "J", tache: nom, type: "Jalon", dureeMin: 1 } as const];
  const lus = await read({ taches, fiche: { ...FICHE, intitule: "Nom\r\nBEGIN:VEVENT" } });
  expect(lus.find(({ uid }) => uid.startsWith("tache"))?.titre).toBe(
    "Revue, « a;b » \\ fin END:VEVENT 😀 – Nom BEGIN:VEVENT",
  );
});

test.each(["UTC", "America/Cayenne", "Pacific/Noumea"])("in %s, the same file", async (zone) => {
  const texte = runInNode(join(__dirname, "print-agenda.ts"), [], { TZ: zone });
  expect(texte).toBe((await exportExemple()).texte);
});

test.each<[string, Exemple]>([
  ["the day of signature", { asked: { signature: day("2028-05-31") } }],
  ["the day of effect and the duration", { fiche: { ...FICHE, dateEffet: day("2028-07-01"), duree: 5 } }],
  ["the longest durations", { asked: { signature: day("2027-12-17"), scenario: "long" } }],
  ["the day of the export", { today: "2027-01-15" }],
  ["the title and the name of the file", { file: "CPOM v2.xlsx", fiche: { ...FICHE, intitule: "CPOM 2029-2033" } }],
  ["the case of the identifier", { fiche: { ...FICHE, id: "adapei 2028" } }],
])("%s changes: the same events", async (_, exemple) => {
  expect([...(await uidsOf(exemple))].sort()).toEqual([...(await uidsOf())].sort());
});

test.each<[string, Exemple, Exemple]>([
  ["another identifier", { fiche: { ...FICHE, id: "ADAPEI-2033" } }, {}],
  ["another gestionnaire", { fiche: { ...FICHE, finessEj: null, gestionnaire: "CCAS de Caen" } }, {}],
  [
    "the identifier of the example, another title",
    { fiche: { ...FICHE, id: "CPOM-01", intitule: "CPOM enfants" } },
    { fiche: { ...FICHE, id: "CPOM-01", intitule: "CPOM adultes" } },
  ],
  ["no fiche, another file", { fiche: null, file: "a.xlsx" }, { fiche: null, file: "b.xlsx" }],
])("%s: no event in common", async (_, one, other) => {
  const [first, second] = [await uidsOf(one), new Set(await uidsOf(other))];
  expect(first.length).toBeGreaterThan(10);
  expect(first.filter((uid) => second.has(uid))).toEqual([]);
});

test("no UID stands twice, even for lines under one identifier, under none, or named in another alphabet", async () => {
  const jalon = { type: "Jalon", dureeMin: 1 } as const;
  const taches = [
    { ...jalon, id: "J", tache: "Un" },
    { ...jalon, id: "J", tache: "Deux" },
    ...["Trois", "Quatre", "签字", "会议"].map((tache) => ({ ...jalon, tache })),
  ];
  const uids = await uidsOf({ taches });
  expect(uids.filter((uid) => uid.startsWith("tache"))).toHaveLength(6);
  expect(new Set(uids).size).toBe(uids.length);
});

test("a task without an identifier stays the same event when a line comes before it", async () => {
  const jalon = { tache: "Signature", type: "Jalon", dureeMin: 1 } as const;
  const [signature] = await uidsOf({ taches: [jalon] });
  expect(await uidsOf({ taches: [{ id: "X", tache: "Autre", dureeMin: 1 }, jalon] })).toContain(signature);
});

test.each<[string, Exemple, Exemple]>([
  ["the next day", {}, { today: "2026-11-24" }],
  ["a minute later", { minute: 600 }, { minute: 601 }],
  ["the last minute, then the first of the next day", { minute: 1439 }, { today: "2026-11-24" }],
])("an export of %s is newer", async (_, before, after) => {
  const [older, newer] = [await read(before), await read(after)];
  older.forEach(({ sequence, stamp }, index) => {
    expect(newer[index]?.sequence).toBeGreaterThan(sequence);
    expect(Date.parse(newer[index]?.stamp ?? "")).toBeGreaterThan(Date.parse(stamp));
  });
  expect(Math.max(...newer.map(({ sequence }) => sequence))).toBeLessThan(2 ** 31);
});

test("the same moment gives the same file", async () => {
  expect((await exportExemple({ minute: 90 })).texte).toBe((await exportExemple({ minute: 90 })).texte);
});

test("a milestone that was held stays on its day", async () => {
  const taches = [
    { id: "J", tache: "Réunion", type: "Jalon", dureeMin: 1, finReelle: parseJour("2026-10-05") } as const,
  ];
  const [lu] = await read({ taches });
  expect(lu).toMatchObject({ jour: "2026-10-05", description: expect.stringContaining("Tenu ce jour.") as string });
});

test.each<[string, Exemple, number]>([
  ["a day of signature", { asked: {}, fiche: { ...FICHE, dateSignature: day("9999-12-31") } }, 0],
  ["the end of the contract in force", { asked: {}, fiche: { ...FICHE, echeancePrecedente: day("9999-12-31") } }, 0],
  ["a day of effect", { fiche: { ...FICHE, dateEffet: day("9999-12-31") } }, 16],
  ["the end of the contract", { fiche: { ...FICHE, duree: null, dateEcheance: day("9999-12-31") } }, 16],
])("%s in the year 9999 is no date", async (_, exemple, expected) => {
  const result = await askAgenda(exemple);
  expect(result.status === "refused" ? 0 : result.evenements).toBe(expected);
});

test("tasks in a ring have no date: what does not depend on them is exported", async () => {
  const taches = [
    { id: "A", tache: "Un", type: "Jalon", dureeMin: 1, predecesseurs: ["B"] },
    { id: "B", tache: "Deux", dureeMin: 1, predecesseurs: ["A"] },
  ] as const;
  const lus = await read({ taches });
  expect(lus.filter(({ uid }) => uid.startsWith("tache"))).toEqual([]);
  expect(lus.length).toBeGreaterThan(5);
});

test.each<[string, Exemple, string]>([
  ["without tasks", { taches: [] }, "sans-planning"],
  ["without a day", { asked: {} }, "sans-signature"],
])("%s, it is refused", async (_, exemple, raison) => {
  expect(await askAgenda(exemple)).toEqual({ status: "refused", raison });
});
