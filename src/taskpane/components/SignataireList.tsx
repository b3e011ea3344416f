import { makeStyles, tokens } from "@fluentui/react-components";
import type { PartSignataire } from "../../application/bilan/repartition";
import type { Place } from "../../domain/sheets/grid";
import { textes } from "../textes";
import { BlocageList } from "./BlocageList";
import { FoldLine } from "./FoldLine";
import { PlaceButton } from "./PlaceButton";
import { blockTitle, groupTitle } from "../texte.styles";

interface SignataireListProps {
  readonly parts: readonly PartSignataire[];
  readonly onShow: (at: Place) => void;
}

/** One line a signatory: how much blocks and how much is left; what it is unfolds. */
export function SignataireList({ parts, onShow }: SignataireListProps) {
  const styles = useStyles();
  if (parts.length === 0) return null;
  return (
    <section aria-labelledby="signataires" className={styles.section}>
      <h2 id="signataires" className={styles.title}>
        {textes.bilan.signataires}
      </h2>
      {parts.map((part) => (
        <FoldLine
          key={part.partie}
          label={part.partie ?? textes.bilan.sansSignataire}
          detail={textes.bilan.part(part.blocages.length, part.reste)}
        >
          {part.blocages.length + part.outils.length === 0 ? null : () => <Part part={part} onShow={onShow} />}
        </FoldLine>
      ))}
    </section>
  );
}

function Part({
  part: { blocages, outils },
  onShow,
}: { readonly part: PartSignataire } & Pick<SignataireListProps, "onShow">) {
  const styles = useStyles();
  return (
    <div className={styles.part}>
      <BlocageList groups={[{ titre: textes.bilan.bloquants, blocages }]} onShow={onShow} />
      {outils.length > 0 && (
        <>
          <h3 className={styles.outils}>{textes.bilan.aFaire}</h3>
          <ul className={styles.list}>
            {outils.map(({ outil, label, nombre, at }) => (
              <li key={outil} className={styles.item}>
                <PlaceButton at={at} onShow={onShow}>
                  {textes.bilan.resteOutil(label, nombre)}
                </PlaceButton>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

const useStyles = makeStyles({
  section: { paddingTop: tokens.spacingVerticalL },
  title: blockTitle,
  part: { paddingLeft: "16px" },
  outils: groupTitle,
  list: { margin: 0, padding: 0 },
  item: { listStyleType: "none" },
});
