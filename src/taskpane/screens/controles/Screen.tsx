import { useMemo } from "react";
import { Button } from "@fluentui/react-components";
import { Print20Regular } from "@fluentui/react-icons/svg/print";
import { groupByPhase, shareOut } from "../../../application/bilan/repartition";
import { constatsOf } from "../../../domain/rules/report";
import type { Place } from "../../../domain/sheets/grid";
import { BlocageList } from "../../components/BlocageList";
import { CompletudeBars } from "../../components/CompletudeBars";
import { ConstatList } from "../../components/ConstatList";
import { SignataireList } from "../../components/SignataireList";
import type { Checked } from "../../state";
import { textes } from "../../textes";
import { SANS_FILTRE, type Entry } from "./classement";
import { useStyles } from "./controles.styles";
import { Filters } from "./Filters";

import { type Exemple, NotRecognised } from "./NotRecognised";
import { Proof } from "./Proof";
import { SignatureHeadline } from "./SignatureHeadline";
import type { Controles } from "./use-controles";

interface ControlesScreenProps {
  readonly last: Checked;
  readonly controles: Controles;
  readonly onGo: (entry: Entry) => void;
  /** Goes to a cell that is of no constat. */
  readonly onShow: (at: Place) => void;
  /** Proposes the sheet to print; `null` or left out where nothing can be written. */
  readonly onBilan?: (() => void) | null;
  readonly exemple: Exemple | null;
}

/** Home: what blocks the signature, who has what to do, how far each tool is, then every constat. */
export function ControlesScreen({ last, controles, onGo, onShow, onBilan = null, exemple }: ControlesScreenProps) {
  const styles = useStyles();
  const { result } = last;
  const isRecognised = result.attachments.length > 0;
  return (
    <div>
      <SignatureHeadline last={last} />
      {isRecognised ? <Summary last={last} onShow={onShow} onBilan={onBilan} /> : <NotRecognised exemple={exemple} />}
      {constatsOf(result.report).length > 0 && <Constats last={last} controles={controles} onGo={onGo} />}
      {isRecognised && <Proof result={result} />}
      {controles.entries.length > 1 && <p className={styles.keys}>{textes.raccourcis}</p>}
    </div>
  );
}

/** Counts, then what blocks, then how far each tool is. */
function Summary({ last, onShow, onBilan }: Required<Pick<ControlesScreenProps, "last" | "onShow" | "onBilan">>) {
  const styles = useStyles();
  const { result } = last;
  const parts = useMemo(() => shareOut(result), [result]);
  const phases = useMemo(() => groupByPhase(result.bilan.blocages), [result]);
  return (
    <>
      <SignataireList parts={parts} onShow={onShow} />
      {phases.length > 0 && (
        <section aria-labelledby="bloquants" className={styles.block}>
          <h2 id="bloquants" className={styles.blockTitle}>
            {textes.bilan.bloquants}
          </h2>
          <BlocageList
            groups={phases.map(({ phase, blocages }) => ({ titre: phase ?? textes.bilan.sansPhase, blocages }))}
            onShow={onShow}
          />
        </section>
      )}
      <CompletudeBars outils={result.bilan.outils} />
      {onBilan !== null && (
        <div className={styles.print}>
          <Button size="small" appearance="subtle" icon={<Print20Regular />} onClick={onBilan}>
            {textes.bilan.imprimer}
          </Button>
        </div>
      )}
    </>
  );
}

function Constats({ last, controles, onGo }: Pick<ControlesScreenProps, "last" | "controles" | "onGo">) {
  const styles = useStyles();
  return (
    <section aria-labelledby="constats" className={styles.constats}>
      <div className={styles.listHead}>
        <h2 id="constats" className={styles.sectionTitle}>
          {textes.constats}
        </h2>
        <Filters result={last.result} controles={controles} />
      </div>
      {controles.entries.length === 0 && (
        <div className={styles.empty}>
          <p className={styles.text}>{textes.aucunAvecFiltres}</p>
          <Button
            size="small"
            onClick={() => {
              controles.filter(SANS_FILTRE);
            }}
          >
            {textes.effacerFiltres}
          </Button>
        </div>
      )}
      <ConstatList controles={controles} onGo={onGo} />
    </section>
  );
}
