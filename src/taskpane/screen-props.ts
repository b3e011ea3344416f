import type { ReactNode } from "react";
import type { CommandContext } from "../application/command";
import type { Place } from "../domain/sheets/grid";
import type { ScreenBar } from "./components/ActionBar";
import type { Ecritures } from "./use-ecriture";

/** What a screen reads the workbook with, and proposes what it would write. */
export interface ScreenOptions {
  readonly contextOf: () => CommandContext;
  readonly ecritures: Ecritures;
  /** Changes when the workbook was written to by our hand. */
  readonly version: number;
  /** Hidden, the workbook is not read again for nothing. */
  readonly isShown: boolean;
}

/** What the pane gives to a screen that works on the sheets of the kit. */
export interface ScreenProps extends ScreenOptions {
  readonly onShow: (at: Place) => void;
  /** Goes where the missing sheets are prepared. */
  readonly onPrepare: () => void;
  /** The action bar of the pane, with what this screen has to say in it. */
  readonly bar: (own: ScreenBar) => ReactNode;
}
