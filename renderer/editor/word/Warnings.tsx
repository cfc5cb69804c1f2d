import { IconAlertTriangle } from '@tabler/icons-react';
import classes from './WordDialog.module.css';

/** What is to be known before a file is taken, a sentence a line. */
export function Warnings({ texts }: { readonly texts: readonly string[] }) {
  return (
    <ul className={classes.losses}>
      {texts.map((text, at) => (
        <li key={`${at} ${text}`}>
          <IconAlertTriangle aria-hidden size={16} stroke={1.5} />
          <span>{text}</span>
        </li>
      ))}
    </ul>
  );
}
