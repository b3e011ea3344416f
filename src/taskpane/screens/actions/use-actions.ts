import { useCallback, useEffect, useMemo, useState } from "react";
import { type ActionsLues, type LigneAFicher, studyActions } from "../../../application/commands/study-actions";
import type { ConflitFiche } from "../../../application/fiches/update-fiche";
import type { Failure } from "../../../application/ports/workbook";
import type { ChoixFusion } from "../../../domain/fiche-action/fusion";
import type { ScreenOptions } from "../../screen-props";
import { type Offer, useOffer } from "../../use-offer";
import { useReading } from "../../use-reading";
import { useSelection } from "../../use-selection";
import { useQuietWatch } from "../../use-watch";
import { type ChoixFait, choixEnCours } from "./choix";
import { type Cible, cibleOfSelection, fichables, SANS_CIBLE } from "./selection";

export interface EtatActions {
  /** `null` until the workbook was read once. */
  readonly lu: ActionsLues | null;
  readonly failure: Failure | null;
  /** What she works on. */
  readonly cible: Cible;
  /** Lines ticked in the list, by their `cle`. */
  readonly cochees: ReadonlySet<string>;
  readonly tick: (cles: readonly string[], isTicked: boolean) => void;
  /** Makes a line of the list what she works on, whatever is selected in the sheet. */
  readonly point: (cle: string) => void;
  /** Whose text stands where both changed, by `ConflitFiche.id`. */
  readonly choix: Readonly<Record<string, ChoixFusion>>;
  readonly choose: (conflit: ConflitFiche, choix: ChoixFusion) => void;
  /** Why nothing was proposed; empty when there is nothing to say. */
  readonly note: string;
  readonly offer: Offer;
}

/** The plan read once, and the lines that she works on: those she ticked, else the one she pointed at, else what her sheet selects. */
export function useActions({ contextOf, ecritures, version, isShown }: ScreenOptions): EtatActions {
  const { lu, failure, read } = useReading(studyActions, contextOf, version, isShown);
  useQuietWatch(contextOf, lu !== null && isShown, read);
  const { note, say, offer } = useOffer(contextOf, ecritures);
  const area = useSelection(contextOf, isShown, lu);
  const [cochees, setCochees] = useState<ReadonlySet<string>>(new Set());
  const [pointed, setPointed] = useState<string | null>(null);
  const [faits, setFaits] = useState<Readonly<Record<string, ChoixFait>>>({});
  // What is selected later is what she means.
  useEffect(() => {
    setPointed(null);
  }, [area]);
  // What was said was of the lines and the choices of before.
  useEffect(() => {
    say("");
  }, [area, cochees, pointed, faits, say]);
  const cible = useMemo(() => {
    if (lu === null) return SANS_CIBLE;
    const selected = area === null ? SANS_CIBLE : cibleOfSelection(lu, area);
    return cibleOf(lu, cochees, pointed, selected);
  }, [lu, cochees, pointed, area]);
  const tick = useCallback((cles: readonly string[], isTicked: boolean) => {
    setCochees((known) => {
      const next = new Set(known);
      for (const cle of cles) {
        if (isTicked) next.add(cle);
        else next.delete(cle);
      }
      return next;
    });
  }, []);
  const choix = useMemo(() => choixEnCours(faits, [...(lu?.actions ?? []), ...cible.lignes]), [faits, lu, cible]);
  const choose = useCallback((conflit: ConflitFiche, chosen: ChoixFusion) => {
    setFaits((known) => ({ ...known, [conflit.id]: { choix: chosen, conflit } }));
  }, []);
  return { lu, failure, cible, cochees, tick, point: setPointed, choix, choose, note, offer };
}

function cibleOf(
  { actions }: ActionsLues,
  cochees: ReadonlySet<string>,
  pointed: string | null,
  selected: Cible,
): Cible {
  const ticked = fichables(actions).filter(({ cle }) => cochees.has(cle));
  if (ticked.length > 0) return { par: "cochees", nom: "", lignes: ticked };
  const lignes: readonly LigneAFicher[] = actions.filter(({ cle }) => cle === pointed);
  return lignes.length > 0 ? { par: "lignes", nom: "", lignes } : selected;
}
