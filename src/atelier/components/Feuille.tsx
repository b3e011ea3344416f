import { Spinner } from "@fluentui/react-components";
import { cellAt, toAddress } from "../../domain/sheets/grid";
import { useStyles } from "../atelier.styles";
import { Grille } from "../grille/Grille";
import { toSaisie } from "../saisie/format-cell";
import { selectedOf, type Session } from "../state";
import { textes } from "../textes";
import type { AtelierActions } from "../use-atelier";
import { Onglets } from "./Onglets";

interface FeuilleProps {
  readonly session: Session;
  readonly actions: AtelierActions;
}

/** The tab in sight: what the selected cell holds, the cells, and the tabs below as in Excel. */
export function Feuille({ session, actions }: FeuilleProps) {
  const styles = useStyles();
  const { snapshot, look } = session;
  const tab = snapshot.tabs.find(({ name }) => name === session.tab);
  if (!tab) return <main className={styles.noSheet}>{textes.sansFeuille}</main>;
  const selected = selectedOf(session);
  const cell = cellAt(tab.cells, selected.row, selected.column);
  const content =
    look === null
      ? ""
      : toSaisie(
          cell,
          look.formula(selected.row, selected.column),
          look.format(selected.row, selected.column),
          snapshot.dateSystem,
        );
  return (
    <main id="feuille" className={styles.sheet}>
      <div className={styles.formulaBar}>
        <output aria-label={textes.adresse} className={styles.address}>
          {toAddress(selected)}
        </output>
        <output aria-label={textes.contenu} className={styles.content}>
          {content}
        </output>
      </div>
      {look === null ? (
        <div className={styles.noSheet}>
          <Spinner size="tiny" label={textes.lecture} />
        </div>
      ) : (
        <Grille
          key={tab.name}
          tab={tab}
          look={look}
          dateSystem={snapshot.dateSystem}
          selected={selected}
          focusAsked={session.focusAsked}
          onSelect={actions.select}
          onType={actions.type}
          onUndo={actions.undo}
        />
      )}
      <Onglets session={session} actions={actions} />
    </main>
  );
}
