import { useSyncExternalStore } from "react";

const PREFERS_DARK = "(prefers-color-scheme: dark)";

/** True when the pane should be dark: as its host is, else as the system is. */
export function useIsDark(isHostDark: boolean | null): boolean {
  const isSystemDark = useSyncExternalStore(subscribe, () => matchMedia(PREFERS_DARK).matches);
  return isHostDark ?? isSystemDark;
}

/** What Office says of its theme: `null` where it says nothing (Excel on the web). */
export function isOfficeDark(
  theme: { readonly isDarkTheme?: boolean; readonly bodyBackgroundColor?: string } | undefined,
): boolean | null {
  if (theme?.isDarkTheme !== undefined) return theme.isDarkTheme;
  const color = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})/i.exec(theme?.bodyBackgroundColor ?? "");
  if (color === null) return null;
  const [red = 0, green = 0, blue = 0] = color.slice(1).map((part) => parseInt(part, 16));
  return 0.299 * red + 0.587 * green + 0.114 * blue < 128;
}

function subscribe(onChange: () => void): () => void {
  const query = matchMedia(PREFERS_DARK);
  query.addEventListener("change", onChange);
  return () => {
    query.removeEventListener("change", onChange);
  };
}
