import type { ReactNode } from 'react';
import classes from './TextLink.module.css';

/** A word that leads somewhere or does a small thing. */
export function TextLink({
  onPress,
  children,
  quiet = false,
  strong = false,
}: {
  readonly onPress: () => void;
  readonly children: ReactNode;
  /** In the colour of the text around it until the pointer comes. */
  readonly quiet?: boolean;
  readonly strong?: boolean;
}) {
  return (
    <button
      className={classes.link}
      data-quiet={quiet ? true : undefined}
      data-strong={strong ? true : undefined}
      onClick={onPress}
      type="button"
    >
      {children}
    </button>
  );
}
