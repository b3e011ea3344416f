import fc from "fast-check";
import { type ChoixFusion, digestTexte, fuse } from "../../../src/domain/fiche-action/fusion";

const A = "45 000 €";
const B = "50 000 €";
const C = "environ 60 000 €";

/** Generated last, what stands, what the plan says now; then what becomes of it, and what stands afterwards. */
test.each<[string, string, string, string, ChoixFusion | undefined, string, string]>([
  ["nobody changed anything", A, A, A, undefined, "inchange", A],
  ["only she changed", A, C, A, undefined, "garde", C],
  ["only the plan changed", A, A, B, undefined, "mis-a-jour", B],
  ["both changed, alike", A, B, B, undefined, "identique", B],
  ["both changed, no choice yet", A, C, B, undefined, "conflit", C],
  ["both changed, she keeps hers", A, C, B, "sienne", "garde", C],
  ["both changed, she takes the plan", A, C, B, "plan", "mis-a-jour", B],
  ["only she changed: a choice changes nothing", A, C, A, "plan", "garde", C],
  ["only the plan changed: a choice changes nothing", A, A, B, "sienne", "mis-a-jour", B],
  ["empty from the start", "", "", "", undefined, "inchange", ""],
  ["generated empty, she fills it", "", C, "", undefined, "garde", C],
  ["generated empty, the plan fills it", "", "", B, undefined, "mis-a-jour", B],
  ["generated empty, both fill it", "", C, B, undefined, "conflit", C],
  ["generated empty, both fill it alike", "", B, B, undefined, "identique", B],
  ["she emptied it", A, "", A, undefined, "garde", ""],
  ["the plan emptied it", A, A, "", undefined, "mis-a-jour", ""],
  ["both emptied it", A, "", "", undefined, "identique", ""],
  ["she emptied it, the plan changed", A, "", B, undefined, "conflit", ""],
  ["the plan emptied it, she changed it", A, C, "", undefined, "conflit", C],
])("%s", (_, base, sienne, nouvelle, choix, issue, valeur) => {
  expect(fuse({ base: digestTexte(base), sienne, nouvelle, choix })).toMatchObject({ issue, valeur });
});

const texte = fc.oneof(fc.constantFrom("", A, B, C), fc.string());
const choix = fc.constantFrom<ChoixFusion | undefined>(undefined, "sienne", "plan");

test("what a person typed is never lost: it is replaced only where she chose the plan", () => {
  fc.assert(
    fc.property(texte, texte, texte, choix, (base, sienne, nouvelle, chosen) => {
      const { valeur, issue } = fuse({ base: digestTexte(base), sienne, nouvelle, choix: chosen });
      const isTyped = sienne !== base;
      if (isTyped && chosen !== "plan") expect(valeur).toBe(sienne);
      if (!isTyped) expect(valeur).toBe(nouvelle);
      expect([sienne, nouvelle]).toContain(valeur);
      if (issue === "conflit") expect(new Set([base, sienne, nouvelle]).size).toBe(3);
    }),
  );
});

test("made again at once, nothing moves, and a conflict is told until she chooses", () => {
  fc.assert(
    fc.property(texte, texte, texte, choix, (base, sienne, nouvelle, chosen) => {
      const first = fuse({ base: digestTexte(base), sienne, nouvelle, choix: chosen });
      const again = fuse({ base: first.base, sienne: first.valeur, nouvelle });
      expect(again.valeur).toBe(first.valeur);
      expect(again.issue === "conflit").toBe(first.issue === "conflit");
      expect(again.issue).not.toBe("mis-a-jour");
    }),
  );
});

test("several generations while she and the plan go on writing: her last words stand, or she is asked", () => {
  const step = fc.record({ plan: fc.option(texte), elle: fc.option(texte) });
  fc.assert(
    fc.property(texte, fc.array(step, { maxLength: 8 }), (start, steps) => {
      let [plan, stands, base] = [start, start, digestTexte(start)];
      // What she typed that the plan has not said since.
      let hers: string | null = null;
      for (const { plan: said, elle } of steps) {
        plan = said ?? plan;
        // Writing again what was generated is taking it back.
        if (elle !== null && elle !== stands) [stands, hers] = [elle, digestTexte(elle) === base ? null : elle];
        const merged = fuse({ base, sienne: stands, nouvelle: plan });
        if (hers !== null) expect(merged.valeur).toBe(hers);
        if (merged.issue === "identique" || merged.issue === "inchange") hers = null;
        [stands, base] = [merged.valeur, merged.base];
      }
    }),
  );
});

test("a digest tells texts apart", () => {
  fc.assert(fc.property(texte, texte, (one, other) => (digestTexte(one) === digestTexte(other)) === (one === other)));
});
