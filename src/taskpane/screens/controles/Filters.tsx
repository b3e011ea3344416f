import { Select } from "@fluentui/react-components";
import type { CheckResult } from "../../../application/commands/check-classeur";
import { GRAVITES, textes } from "../../textes";
import { choicesOf, GRAVITES_ORDER } from "./classement";
import { useStyles } from "./controles.styles";
import type { Controles } from "./use-controles";

/** Two small menus: one tab, one severity. */
export function Filters({ result, controles }: { readonly result: CheckResult; readonly controles: Controles }) {
  const styles = useStyles();
  const { filtres, filter } = controles;
  const { feuilles, gravites } = choicesOf(result.report);
  return (
    <div className={styles.filters}>
      <Select
        size="small"
        className={styles.filter}
        aria-label={textes.feuille}
        value={filtres.feuille ?? ""}
        onChange={(_, { value }) => {
          filter({ ...filtres, feuille: value === "" ? null : value });
        }}
      >
        <option value="">{textes.toutesFeuilles}</option>
        {feuilles.map(([tab, count]) => (
          <option key={tab} value={tab}>
            {textes.choix(tab, count)}
          </option>
        ))}
      </Select>
      <Select
        size="small"
        className={styles.filter}
        aria-label={textes.gravite}
        value={filtres.gravite ?? ""}
        onChange={(_, { value }) => {
          filter({ ...filtres, gravite: GRAVITES_ORDER.find((gravite) => gravite === value) ?? null });
        }}
      >
        <option value="">{textes.toutesGravites}</option>
        {gravites.map(([gravite, count]) => (
          <option key={gravite} value={gravite}>
            {textes.choix(GRAVITES[gravite], count)}
          </option>
        ))}
      </Select>
    </div>
  );
}
