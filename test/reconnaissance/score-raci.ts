import * as z from "zod/mini";
import { decodeClasseur, SANS_PRECISION } from "../../src/domain/classeur";
import { readConvention } from "../../src/domain/raci/convention";
import type { ConventionRaci } from "../../src/domain/raci/role";
import activiteRepartie from "../../src/domain/rules/raci/activite-repartie";
import unExecutant from "../../src/domain/rules/raci/un-executant";
import unSeulPorteur from "../../src/domain/rules/raci/un-seul-porteur";
import { columnLetters, type Tab } from "../../src/domain/sheets/grid";
import { TODAY } from "../support/exemples";

const ref = z.union([z.number(), z.string()]);
const several = z.array(z.tuple([ref, z.number()]));

/** What a person expects of a matrix: rows, or columns in a « transposée » one, under both conventions. */
const schema = z.object({
  raci: z.object({
    en: z.object({ NO_A: z.array(ref), MULTI_A: several, NO_R: z.array(ref) }),
    fr: z.object({ NO_R: z.array(ref), MULTI_R: several, NO_A: z.array(ref) }),
    unassigned: z.optional(z.array(ref)),
    actors: z.optional(z.array(z.looseObject({ col: z.optional(z.string()) }))),
  }),
  convention: z.optional(z.string()),
});

interface Source {
  readonly dateSystem: 1900 | 1904;
  readonly tabs: readonly Tab[];
}

/** What differs between what is expected of a matrix and what the rules say of it; nothing when nothing is expected. */
export function judgeRaci(attendu: unknown, source: Source): readonly string[] {
  const read = schema.safeParse(attendu);
  if (!read.success) return [];
  const { raci, convention } = read.data;
  const { en, fr } = raci;
  const under = { ANAP: constatsUnder(source, "ANAP"), Internationale: constatsUnder(source, "Internationale") };
  const auto = decodeClasseur(source, TODAY);
  const columns = (auto.tables.raci?.family ?? []).map(({ place }) => (place === null ? "" : columnLetters(place)));
  const isTransposed = auto.tables.raci?.attachment.orientation === "transposée";
  const expectedColumns = (raci.actors ?? []).flatMap(({ col }) => col ?? []);
  return [
    ...differs("ANAP, sans R", fr.NO_R, under.ANAP("aucun")),
    ...differs("ANAP, plusieurs R", firstOf(fr.MULTI_R), under.ANAP("plusieurs")),
    ...differs("ANAP, sans A", fr.NO_A, under.ANAP("aucun-executant")),
    ...differs("internationale, sans A", en.NO_A, under.Internationale("aucun")),
    ...differs("internationale, plusieurs A", firstOf(en.MULTI_A), under.Internationale("plusieurs")),
    ...differs("internationale, sans R", en.NO_R, under.Internationale("aucun-executant")),
    ...differs("non réparties", raci.unassigned ?? [], under.ANAP("non-reparti")),
    ...(expectedColumns.length > 0 && !isTransposed ? differs("acteurs", expectedColumns, columns) : []),
    ...(convention === undefined ? [] : judgeConvention(convention, readConvention(auto).value)),
  ];
}

/** Rows or columns of the activities of which the rules say it, by the name of the sentence. */
function constatsUnder(source: Source, convention: ConventionRaci): (messageId: string) => readonly unknown[] {
  const classeur = decodeClasseur(source, TODAY, { ...SANS_PRECISION, convention });
  const constats = [unSeulPorteur, unExecutant, activiteRepartie].flatMap((rule) => rule.find(classeur));
  return (messageId) =>
    constats.flatMap((one) => {
      const { row, column } = one.data as { readonly row?: number; readonly column?: string };
      return one.messageId === messageId ? [row ?? column] : [];
    });
}

function judgeConvention(expected: string, found: ConventionRaci | null): readonly string[] {
  const wanted = expected === "EN" ? "Internationale" : "ANAP";
  return found === wanted ? [] : [`convention ${found ?? "inconnue"} au lieu de ${wanted}`];
}

function firstOf(pairs: readonly (readonly [number | string, number])[]): readonly (number | string)[] {
  return pairs.map(([first]) => first);
}

function differs(what: string, expected: readonly unknown[], found: readonly unknown[]): readonly string[] {
  if (expected.join() === found.join()) return [];
  return [`${what} : ${found.join(", ") || "rien"} au lieu de ${expected.join(", ") || "rien"}`];
}
