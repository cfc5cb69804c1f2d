import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './ImportTable.module.css';

/** Each line holds something to choose: more of them at once would be slow to draw, and nobody reads them. */
const shownAtOnce = 40;

/** Lines that wait for the user's word, the first of them and more on demand. `line` draws one as an item of the list. */
export function DecisionList<Line>({
  lines,
  line,
}: {
  readonly lines: readonly Line[];
  readonly line: (of: Line) => ReactNode;
}) {
  const { t } = useTranslation('tables');
  const [most, setMost] = useState(shownAtOnce);
  return (
    <ul className={classes.clients}>
      {lines.slice(0, most).map(line)}
      {lines.length > most ? (
        <li>
          <Button onClick={() => setMost(most + shownAtOnce * 2)} size="xs" variant="subtle">
            {t('check.more')}
          </Button>
        </li>
      ) : null}
    </ul>
  );
}
