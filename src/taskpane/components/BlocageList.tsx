import { useEffect, useRef, useState } from "react";
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { Blocage } from "../../domain/completude/blocages";
import { describeBlocage } from "../../domain/completude/phrases";
import type { Place } from "../../domain/sheets/grid";
import { nombre, textes } from "../textes";
import { PlaceButton } from "./PlaceButton";
import { groupCount, groupTitle, ruledList } from "../texte.styles";

/** Shown at first, all groups together. */
const FIRST = 5;
/** Shown more at each demand, so that thousands stay quick. */
const MORE = 50;

interface BlocageListProps {
  /** `null`: the group needs no title. */
  readonly groups: readonly { readonly titre: string | null; readonly blocages: readonly Blocage[] }[];
  readonly onShow: (at: Place) => void;
}

/** What blocks, each a button to its cell; the first ones, then the others on demand. */
export function BlocageList({ groups, onShow }: BlocageListProps) {
  const styles = useStyles();
  const [limit, setLimit] = useState(FIRST);
  const list = useRef<HTMLDivElement>(null);
  const total = groups.reduce((sum, { blocages }) => sum + blocages.length, 0);
  const firsts = groups.map((_, index) =>
    groups.slice(0, index).reduce((sum, { blocages }) => sum + blocages.length, 0),
  );
  const focusFrom = useFocusFrom(list, limit);
  return (
    <div ref={list}>
      {groups.map(({ titre, blocages }, index) => {
        const first = firsts[index] ?? 0;
        const shown = blocages.slice(0, Math.max(0, limit - first));
        if (shown.length === 0) return null;
        return (
          <div key={titre}>
            {titre !== null && (
              <h3 className={styles.group}>
                {titre} <span className={styles.count}>{nombre(blocages.length)}</span>
              </h3>
            )}
            <ul className={styles.list}>
              {shown.map((blocage, rank) => (
                <li key={first + rank} className={styles.item} data-blocage={first + rank} tabIndex={-1}>
                  <PlaceButton at={blocage.at} onShow={onShow}>
                    {describeBlocage(blocage)}
                  </PlaceButton>
                </li>
              ))}
            </ul>
          </div>
        );
      })}
      {total > limit && (
        <div className={styles.more}>
          <Button
            size="small"
            onClick={() => {
              focusFrom(limit);
              setLimit(limit + MORE);
            }}
          >
            {textes.afficherSuite(Math.min(total - limit, MORE))}
          </Button>
        </div>
      )}
    </div>
  );
}

/** Once the next ones are there, the focus goes to the first of them: the button may be gone. */
function useFocusFrom(list: React.RefObject<HTMLDivElement | null>, limit: number): (rank: number) => void {
  const wanted = useRef<number | null>(null);
  useEffect(() => {
    if (wanted.current === null) return;
    const item = list.current?.querySelector<HTMLElement>(`[data-blocage="${String(wanted.current)}"]`);
    (item?.querySelector("button") ?? item)?.focus();
    wanted.current = null;
  }, [list, limit]);
  return (rank) => {
    wanted.current = rank;
  };
}

const useStyles = makeStyles({
  group: groupTitle,
  count: groupCount,
  ...ruledList,
  more: { padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}` },
});
