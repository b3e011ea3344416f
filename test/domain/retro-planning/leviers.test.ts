import { DUREES_RESSERREES } from "../../../src/domain/modeles/durees-resserrees";
import {
  applyLeviers,
  findCompression,
  type Levier,
  leviersDeChaine,
  leviersDuKit,
} from "../../../src/domain/retro-planning/leviers";
import { defineLien, defineTache, type Tache } from "../../../src/domain/retro-planning/tache";
import { jour } from "../../support/exemples";
import { demandeKit, scenariosOf, TACHES_KIT } from "./kit";

const KIT = leviersDuKit(TACHES_KIT, DUREES_RESSERREES);
/** A workbook that runs the two collections one after the other. */
const EN_SERIE: readonly Tache[] = TACHES_KIT.map((tache) =>
  tache.id === "D4" ? { ...tache, liens: [defineLien("D3")] } : tache,
).map((tache) => (tache.id === "D5" ? { ...tache, liens: [defineLien("D4")] } : tache));

const compress = (day: string, taches = TACHES_KIT, leviers = KIT, mois?: number) =>
  findCompression(demandeKit({ taches, aujourdhui: jour(day) }), leviers, mois);
const kinds = (leviers: readonly Levier[] | null | undefined) => leviers?.map(({ kind }) => kind) ?? null;

test("the levers of the kit, where its tasks are", () => {
  expect(kinds(KIT)).toEqual(["paralleliser", "supprimer", "fusionner", "resserrer"]);
  expect(leviersDuKit([defineTache("D7")], {})).toEqual([{ kind: "supprimer", tache: "D7" }]);
  expect(leviersDuKit([defineTache("P1", { dureeMin: 1 })], DUREES_RESSERREES)).toEqual([]);
});

test("each lever of the kit gives what it gives alone", () => {
  // D3 and D4 already run together; N8 is one day after N6 and N7; the tighter profile takes 215 days to 126.
  expect(compress("2027-03-01")?.gains.map(({ levier, gain }) => [levier.kind, gain])).toEqual([
    ["paralleliser", 0],
    ["supprimer", 5],
    ["fusionner", 1],
    ["resserrer", 89],
  ]);
});

test("run one after the other, the two collections gain by running together", () => {
  expect(compress("2027-03-01", EN_SERIE)?.gains[0]).toMatchObject({ gain: 15 });
});

test.each<[string, string, number, readonly string[] | null]>([
  ["nothing is missing", "2027-02-12", 0, []],
  ["one day: the visits", "2027-02-15", 1, ["supprimer"]],
  ["five days: the visits still", "2027-02-19", 5, ["supprimer"]],
  ["six days: two levers or the profile, the fewest", "2027-02-22", 6, ["resserrer"]],
  ["more than the profile gives", "2027-11-22", 195, null],
])("the smallest set that suffices: %s", (_, day, manque, expected) => {
  const found = compress(day);
  expect(found?.manque).toBe(manque);
  expect(kinds(found?.suffisants)).toEqual(expected);
});

test("without the profile, six days take two levers", () => {
  expect(kinds(compress("2027-02-22", TACHES_KIT, KIT.slice(0, 3))?.suffisants)).toEqual(["supprimer", "fusionner"]);
  expect(compress("2027-02-23", TACHES_KIT, KIT.slice(0, 3))?.suffisants).toBeNull();
});

test.each([
  ["2027-02-12", 24, null],
  ["2027-02-15", 24, { mois: 1, cible: "2028-01-17" }],
  ["2027-09-01", 24, { mois: 7, cible: "2028-07-17" }],
  ["2027-09-01", 7, { mois: 7, cible: "2028-07-17" }],
  ["2027-09-01", 6, null],
])("seen from %s, with %s months at most, the extension is %j", (day, mois, expected) => {
  expect(compress(day, TACHES_KIT, KIT, mois)?.prorogation).toEqual(expected);
});

test("an extension among the levers shows its gain, and is in no set", () => {
  const found = compress("2027-02-15", TACHES_KIT, [{ kind: "proroger", mois: 1 }]);
  expect([found?.gains[0]?.gain, found?.suffisants]).toEqual([21, null]);
});

test("applied, a set holds", () => {
  const demande = demandeKit({ aujourdhui: jour("2027-02-22") });
  const { suffisants } = findCompression(demande, KIT) ?? {};
  expect(scenariosOf(applyLeviers(demande, suffisants ?? [])).court.margeMin).toBeGreaterThanOrEqual(0);
});

test("a merged step waits for what each waited for, and what followed any waits for it", () => {
  const { taches } = applyLeviers(demandeKit(), [{ kind: "fusionner", taches: ["N6", "N7", "N8"] }]);
  expect(taches.map(({ id }) => id)).not.toContain("N6");
  expect(taches.find(({ id }) => id === "N8")).toMatchObject({
    ...{ dureeMin: 15, type: "tache" },
    liens: [defineLien("N5"), defineLien("N5")],
  });
});

test("a name the schedule has not changes nothing", () => {
  const strange: readonly Levier[] = [
    { kind: "paralleliser", premiere: "Z1", seconde: "D4" },
    { kind: "supprimer", tache: "Z1" },
    { kind: "fusionner", taches: ["Z1", "D4"] },
    { kind: "resserrer", durees: { Z1: 1 } },
  ];
  expect(applyLeviers(demandeKit(), strange)).toEqual(demandeKit());
});

test("on the deciding chain, two tasks of a phase could run together, but no milestone", () => {
  const { court } = scenariosOf(demandeKit());
  const pairs = leviersDeChaine(TACHES_KIT, court.chaine).map((one) =>
    "premiere" in one ? one.premiere + one.seconde : "",
  );
  expect(pairs.join(" ")).toBe("P1P2 P2P3 P3P5 D2D3 D3D5 D5D6 D6D7 D7D8 D8D9 N1N3 N3N4 F1F2 F2F4 F4F6");
});

test("nothing to do, nothing to compress", () => {
  expect(findCompression(demandeKit({ taches: [] }), KIT)).toBeNull();
});
