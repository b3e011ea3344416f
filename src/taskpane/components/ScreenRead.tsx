import type { ReactNode } from "react";
import { makeStyles } from "@fluentui/react-components";
import { describeFailure } from "../../application/failure";
import type { ScreenProps } from "../screen-props";
import { screenParts } from "../texte.styles";
import type { Reading } from "../use-reading";
import { FailureMessage } from "./FailureMessage";

interface ScreenReadProps extends Pick<Reading<unknown>, "lu" | "failure"> {
  readonly bar: ScreenProps["bar"];
  readonly children: ReactNode;
}

/**
 * A screen that says what was read. Why the workbook could not be read again is said above it; where nothing ever was, that sentence stands
 * alone, above a bar that proposes nothing.
 */
export function ScreenRead({ lu, failure, bar, children }: ScreenReadProps) {
  const styles = useStyles();
  const isAlone = failure !== null && lu === null;
  return (
    <>
      {failure !== null && (
        <div className={styles.inner}>
          <FailureMessage text={describeFailure(failure)} />
        </div>
      )}
      {isAlone ? (
        <>
          <div className={styles.screen} />
          {bar({ main: null, annulable: null, note: "" })}
        </>
      ) : (
        children
      )}
    </>
  );
}

const useStyles = makeStyles({ screen: screenParts.screen, inner: screenParts.inner });
