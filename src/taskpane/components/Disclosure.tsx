import { useId, useState, type ReactNode } from "react";
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { ChevronDown16Regular } from "@fluentui/react-icons/svg/chevron-down";
import { ChevronRight16Regular } from "@fluentui/react-icons/svg/chevron-right";

interface DisclosureProps {
  readonly label: ReactNode;
  /** Shown under the button, folded or not. */
  readonly below?: ReactNode;
  readonly children: () => ReactNode;
  /** Given with `onToggle` when somebody else holds the state. */
  readonly isOpen?: boolean;
  readonly onToggle?: (isOpen: boolean) => void;
  readonly tabIndex?: number;
  readonly describedBy?: string;
  /** Look of the button, in the place of its own. */
  readonly className?: string;
  /** What unfolds is as wide as the button’s own container, not set back under its words. */
  readonly isWide?: boolean;
}

/** A button that unfolds what follows it. */
export function Disclosure({
  label,
  below,
  children,
  isOpen,
  onToggle,
  tabIndex,
  describedBy,
  className,
  isWide = false,
}: DisclosureProps) {
  const styles = useStyles();
  const region = useId();
  const [own, setOwn] = useState(false);
  const open = isOpen ?? own;
  return (
    <div>
      <Button
        className={className ?? styles.button}
        appearance="subtle"
        size="small"
        icon={open ? <ChevronDown16Regular /> : <ChevronRight16Regular />}
        aria-expanded={open}
        aria-controls={open ? region : undefined}
        aria-describedby={describedBy}
        tabIndex={tabIndex}
        onClick={() => {
          setOwn(!open);
          onToggle?.(!open);
        }}
      >
        {label}
      </Button>
      {below}
      {open && (
        <div id={region} className={isWide ? undefined : styles.region}>
          {children()}
        </div>
      )}
    </div>
  );
}

const useStyles = makeStyles({
  button: {
    justifyContent: "flex-start",
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
    marginLeft: "-12px",
    minHeight: "32px",
    maxWidth: "none",
    border: "none",
  },
  region: { padding: `${tokens.spacingVerticalXXS} 0 ${tokens.spacingVerticalS} 20px` },
});
