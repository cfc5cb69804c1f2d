import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ThreeP } from '../../../shared/domain/account.ts';
import classes from './ThreePInput.module.css';

const marks = ['need', 'means', 'authority'] as const;

/** Three answers, each yes, no or not known. */
export function ThreePInput({
  value,
  onChange,
  label,
}: {
  readonly value: ThreeP;
  readonly onChange: (value: ThreeP) => void;
  readonly label: string;
}) {
  const { t } = useTranslation(['dossier', 'domain']);
  return (
    <div aria-label={label} className={classes.root} role="group">
      {marks.map((mark) => (
        <div className={classes.mark} key={mark}>
          <span className={classes.name}>{t(`domain:threeP.${mark}`)}</span>
          <SegmentedControl
            aria-label={t(`domain:threeP.${mark}`)}
            data={[
              { value: 'yes', label: t('overview.yes') },
              { value: 'no', label: t('overview.no') },
              { value: 'unknown', label: '?' },
            ]}
            fullWidth
            onChange={(answer) =>
              onChange({ ...value, [mark]: answer === 'unknown' ? null : answer === 'yes' })
            }
            size="xs"
            value={value[mark] === null ? 'unknown' : value[mark] ? 'yes' : 'no'}
          />
        </div>
      ))}
    </div>
  );
}
