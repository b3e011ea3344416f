import { modeleRetroPlanning } from "../../../src/domain/modeles/retro-planning";

type Duree = "dureeMin" | "dureeMax";

const taches = new Map(modeleRetroPlanning.lignes.map(({ value }) => [value.id ?? "", value]));

/** Working days from the start of the network to the end of a task, by the longest way. Throws on a ring. */
function endOf(id: string, duree: Duree, seen: readonly string[] = []): number {
  if (seen.includes(id)) throw new Error(`${[...seen, id].join(" → ")} turns round`);
  const tache = taches.get(id);
  if (tache === undefined) throw new Error(`${id} is no task`);
  const before = (tache.predecesseurs ?? []).map((one) => endOf(one, duree, [...seen, id]));
  return Math.max(0, ...before) + (tache[duree] ?? 0);
}

/** Working days left from the start of a task to the end of the last one, by the longest way. */
function restFrom(id: string, duree: Duree): number {
  const after = [...taches].filter(([, { predecesseurs }]) => predecesseurs?.includes(id) === true);
  return (taches.get(id)?.[duree] ?? 0) + Math.max(0, ...after.map(([one]) => restFrom(one, duree)));
}

test("the network holds: no unknown predecessor, no ring", () => {
  expect([...taches.keys()].map((id) => endOf(id, "dureeMin"))).toHaveLength(34);
});

test.each<[string, string, number, number]>([
  ["the first task to the signature", "F7", 215, 236],
  ["the prerequisites", "P5", 25, 25],
  ["with the assessment and the consultation meeting", "J1", 89, 110],
  ["with the negotiation", "N11", 173, 194],
])("%s lasts as the dossier says", (_, id, court, long) => {
  expect([endOf(id, "dureeMin"), endOf(id, "dureeMax")]).toEqual([court, long]);
});

test("slack is where the dossier finds it", () => {
  const total = endOf("F8", "dureeMin");
  const slacks = [...taches.keys()].map((id): readonly [string, number] => {
    const start = endOf(id, "dureeMin") - (taches.get(id)?.dureeMin ?? 0);
    return [id, total - start - restFrom(id, "dureeMin")];
  });
  expect(Object.fromEntries(slacks.filter(([, slack]) => slack > 0))).toEqual({ D4: 10, N2: 5, F3: 3, F5: 7 });
});

test("the shortest duration is never above the longest, and a milestone lasts a day", () => {
  for (const { id, type, dureeMin, dureeMax } of taches.values()) {
    expect({ id, isOrdered: (dureeMin ?? 1) <= (dureeMax ?? 0) }).toEqual({ id, isOrdered: true });
    if (type === "Jalon") expect([id, dureeMin, dureeMax]).toEqual([id, 1, 1]);
  }
});
