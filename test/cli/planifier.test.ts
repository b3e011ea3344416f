import { createXlsx, openXlsx } from "../../src/adapters/xlsx/xlsx-workbook";
import { applyProposition } from "../../src/application/commands/apply-proposition";
import { prepareClasseur } from "../../src/application/commands/prepare-classeur";
import { UsageError } from "../../src/cli/arguments";
import { runCli } from "../../src/cli/cli";
import { TODAY } from "../support/exemples";

const today = TODAY;
let kit = new Uint8Array();

beforeAll(async () => {
  const workbook = await createXlsx("cpom.xlsx");
  const { proposition } = await prepareClasseur({}).run({ workbook, today });
  await applyProposition(proposition).run({ workbook, today });
  kit = new Uint8Array(await workbook.save());
});

const MINUTE = 600;

/** Runs `planifier` on a copy of the kit, or of another workbook; `saved` and `texts` are what it wrote. */
async function planifier(options: readonly string[], classeur = kit) {
  const written = { out: "", error: "" };
  const saved = new Map<string, Uint8Array>();
  const texts = new Map<string, string>();
  const nothing = () => Promise.reject(new Error("nothing else is opened"));
  const code = await runCli(["planifier", "cpom.xlsx", ...options], {
    ...{ out: (text) => (written.out += text), error: (text) => (written.error += text) },
    ...{ today, minute: MINUTE, open: nothing, openToWrite: nothing, saveInFolder: nothing, readBytes: nothing },
    saveText: async (path, text) => {
      await Promise.resolve();
      if (path.startsWith("refuse/")) throw new UsageError(`« ${path} » n’a pas pu être écrit.`);
      texts.set(path, text);
    },
    openCopy: async () => {
      const workbook = await openXlsx(classeur, "cpom.xlsx");
      return { workbook, saveAs: async (path) => void saved.set(path, await workbook.save()) };
    },
  });
  return { code, ...written, saved, texts };
}

interface Planned {
  readonly signature: string;
  readonly scenario: string;
  readonly feu: string;
  readonly taches: readonly Readonly<Record<string, unknown>>[];
  readonly constats: readonly { readonly id: string; readonly message: string }[];
  readonly leviers: {
    readonly manque: number;
    readonly gains: readonly { readonly levier: { readonly kind: string }; readonly gain: number }[];
    readonly suffisants: readonly { readonly kind: string }[] | null;
    readonly prorogation: { readonly mois: number; readonly cible: string } | null;
  } | null;
  readonly echeances: readonly { readonly id: string; readonly jour: string }[];
  readonly suivi: readonly { readonly id: string; readonly jour: string; readonly ouvre: string }[];
}

async function planned(options: readonly string[], expected = 0, classeur = kit) {
  const { code, out, error } = await planifier(["--json", ...options], classeur);
  expect({ code, error }).toEqual({ code: expected, error: "" });
  const report = JSON.parse(out) as Planned;
  return { ...report, byId: new Map(report.taches.map((one) => [one.id, one])) };
}

test.each<[string, readonly string[], string, string]>([
  ["without closed periods, shortest", ["--sans-neutralisation"], "2027-02-12", "2027-03-19"],
  ["without closed periods, longest", ["--sans-neutralisation", "--scenario", "long"], "2027-01-14", "2027-02-18"],
  ["shortest", [], "2027-01-22", "2027-02-26"],
  ["longest", ["--scenario", "long"], "2026-12-15", "2027-01-28"],
])("the kit signed on 17 December 2027, %s", async (_, options, p1, d1) => {
  const { feu, byId } = await planned(["--signature", "2027-12-17", ...options]);
  expect([byId.get("P1")?.debutAuPlusTard, byId.get("D1")?.debutAuPlusTard]).toEqual([p1, d1]);
  expect(byId.get("F7")).toMatchObject({ finAuPlusTard: "2027-12-17" });
  expect(feu).toBe("vert");
});

test("the JSON names each task, with its dates, its slack and whether it is critical, and what is around", async () => {
  const report = await planned(["--signature", "2027-12-17", "--scenario", "long"]);
  expect(report).toMatchObject({ signature: "2027-12-17", scenario: "long", leviers: { manque: 0, suffisants: [] } });
  expect(report.byId.get("D1")).toEqual({
    ...{ id: "D1", nom: "Réunion de lancement", phase: "1 Diagnostic", type: "jalon", porteur: "ARS-REF" },
    ...{ debutAuPlusTard: "2027-01-28", finAuPlusTard: "2027-01-28" },
    ...{ debutAuPlusTot: expect.stringMatching(ISO), finAuPlusTot: expect.stringMatching(ISO) },
    ...{ marge: expect.any(Number), critique: expect.any(Boolean) },
  });
  expect(report.echeances.map(({ id }) => id)).toEqual(["annexe-activite", "fin-programmation-has", "date-effet"]);
  expect(report.suivi.map(({ id }) => id)).toEqual(expect.arrayContaining(["bilan-etape", "limite-ouverture"]));
  expect(report.suivi.at(-1)).toMatchObject({ id: "fin-contrat", jour: "2032-12-31", ouvre: "2032-12-23" });
});

const ISO = /^\d{4}-\d{2}-\d{2}$/;

test("a day that is too near: levers, their gains, the smallest set that suffices", async () => {
  const { feu, leviers, constats } = await planned(["--signature", "2027-07-30"], 1);
  expect({ feu, kinds: leviers?.gains.map(({ levier }) => levier.kind) }).toEqual({
    feu: "rouge",
    kinds: ["paralleliser", "supprimer", "fusionner", "resserrer"],
  });
  expect(leviers?.manque).toBeGreaterThan(0);
  expect(leviers?.suffisants?.map(({ kind }) => kind)).toEqual(["resserrer"]);
  expect(leviers?.prorogation?.cible).toMatch(ISO);
  expect(constats.map(({ id }) => id)).toEqual(expect.arrayContaining(["debut-depasse", "fin-impossible"]));
  for (const { message } of constats) expect(message).toMatch(/\.$/);
});

test.each<[string, readonly string[]]>([
  ["the durations of 2017", ["--profil", "anap-2017"]],
  ["those of six months", ["--profil", "resserre"]],
])("%s", async (_, options) => {
  const { byId } = await planned(["--signature", "2027-12-17", "--sans-neutralisation", ...options]);
  const isTight = options.includes("resserre");
  expect(byId.get("P1")?.debutAuPlusTard === "2027-02-12").toBe(!isTight);
});

test("two zones: the holidays of both", async () => {
  const start = async (zone: string) =>
    (await planned(["--signature", "2027-12-17", "--zone", zone])).byId.get("P1")?.debutAuPlusTard;
  expect(await start("metropole")).toBe("2027-01-22");
  expect(String(await start("alsace-moselle,la-reunion")) < "2027-01-22").toBe(true);
});

test("-o writes the dates in her columns of a copy", async () => {
  const { code, saved } = await planifier(["--signature", "2027-12-17", "-o", "sortie.xlsx"]);
  expect(code).toBe(0);
  const copy = await openXlsx(saved.get("sortie.xlsx") ?? new Uint8Array(), "sortie.xlsx");
  const tab = (await copy.read()).tabs.find(({ name }) => name === "Rétro-planning");
  const titles = tab?.cells[3] ?? [];
  const p1 = tab?.cells[4] ?? [];
  const valueOf = (title: string) => p1[titles.indexOf(title)];
  expect([valueOf("Début au plus tard"), valueOf("Critique")]).toEqual([46_409, "Non"]);
});

test("--ics writes the agenda, newer at each minute unless a day is asked for", async () => {
  const options = ["--signature", "2027-12-17", "--ics", "agenda.ics"];
  const { code, out, texts, saved } = await planifier(options);
  const texte = texts.get("agenda.ics") ?? "";
  expect({ code, files: [...texts.keys()], saved: saved.size }).toEqual({ code: 0, files: ["agenda.ics"], saved: 0 });
  expect(out).toMatch(/\d+ événements écrits dans agenda\.ics\./);
  expect(texte.match(/^BEGIN:VEVENT/gm)?.length).toBeGreaterThan(10);
  expect(texte).toContain("DTSTAMP:20261121T100000Z");
  const again = await planifier([...options, "--today", "2026-11-21"]);
  expect(again.texts.get("agenda.ics")).toContain("DTSTAMP:20261121T000000Z");
});

test("the text: what decides, what helps, the tasks in columns, the deadlines", async () => {
  const { out } = await planifier(["--signature", "2027-07-30"]);
  const text = out.replace(/\u00A0/g, " ");
  expect(text).toMatch(
    /^Signature visée : 30\/07\/2027, durées les plus courtes\nRouge\. Intenable : il manque \d+ jours ouvrés\./,
  );
  expect(text).toMatch(
    /Le démarrage était à prévoir le .*\nSignature possible au plus tôt le .*\nCe qui décide de la date : P1, P2,/,
  );
  expect(text).toMatch(/\n {2}Mener D3 et D4 en parallèle : (gagne \d+ jours? ouvrés?|ne fait rien gagner seul)\n/);
  expect(text).toMatch(/ {2}Il suffit de : prendre les durées de la formule resserrée en six mois\.\n/);
  expect(text).toMatch(/\n {2}Déjà à démarrer au plus tard : P1 \(17\/09\/2026\), P2 /);
  expect(text).toMatch(/\n1 Diagnostic\n {2}D1 {2,}Réunion de lancement +\d\d\/\d\d\/\d{4} {2}\d\d\/\d\d\/\d{4} +-\d+/);
  expect(text).toMatch(
    /\n {2}31\/12\/2032 {2}Fin du contrat, bilan final établi \(texte\), dernier jour ouvré : 23\/12\/2032\n/,
  );
  const widest = Math.max(
    ...(text
      .split("\nAu plus tard\n")[1]
      ?.split("\n\n")[0]
      ?.split("\n")
      .map((line) => line.length) ?? []),
  );
  expect(widest).toBeLessThanOrEqual(90);
});

test("tasks in a ring: the ring is named, and nothing holds", async () => {
  const workbook = await openXlsx(kit, "cpom.xlsx");
  const { tabs } = await workbook.read();
  const cells = tabs.find(({ name }) => name === "Rétro-planning")?.cells ?? [];
  const column = (cells[3] ?? []).indexOf("Prédécesseurs") + 1;
  const at = { tab: "Rétro-planning", row: cells.findIndex((line) => line[0] === "P1") + 1, column };
  await workbook.apply([{ kind: "write", at, cells: [["P5"]] }]);
  const { code, out } = await planifier(["--signature", "2027-12-17"], new Uint8Array(await workbook.save()));
  expect(code).toBe(1);
  expect(out).toContain("tourne en rond");
  expect(out.replace(/\u00A0/g, " ")).toMatch(/Boucle : P1, puis .*P5, puis P1\./);
});

test.each<[string, readonly string[], RegExp]>([
  ["no day at all", [], /--signature AAAA-MM-JJ/],
  ["a day that does not exist", ["--signature", "2027-02-31"], /« 2027-02-31 » n’est pas un jour/],
  ["a day in another form", ["--signature", "31/02/2027"], /AAAA-MM-JJ/],
  ["a day out of the calendar", ["--signature", "9999-12-31"], /entre 2000 et 2099/],
  ["another day for today, out of the calendar", ["--today", "1999-12-31"], /entre 2000 et 2099/],
  ["an unknown zone", ["--zone", "corse"], /metropole, alsace-moselle/],
  ["an unknown zone beside a known one", ["--zone", "metropole,corse"], /« corse » ne convient pas à --zone/],
  ["an unknown profile", ["--profil", "express"], /anap-2017, resserre/],
  ["an unknown scenario", ["--scenario", "moyen"], /court, long/],
  ["an agenda of another kind", ["--ics", "agenda.txt"], /CPOM\.ics/],
  ["an agenda that cannot be written", ["--signature", "2027-12-17", "--ics", "refuse/a.ics"], /n’a pas pu être écrit/],
  ["an option of another command", ["--apercu"], /--apercu ne va pas/],
])("%s: one sentence, code 2", async (_, options, words) => {
  const { code, out, error, saved, texts } = await planifier(options);
  const said = error.replace(/\u00A0/g, " ");
  expect({ code, out, saved: saved.size, texts: texts.size }).toEqual({ code: 2, out: "", saved: 0, texts: 0 });
  expect(said).toMatch(words);
  expect(said.trimEnd().split("\n")).toHaveLength(1);
});
