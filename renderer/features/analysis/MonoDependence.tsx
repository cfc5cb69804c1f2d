import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { AccountId } from '../../../shared/domain/ids.ts';
import { monoDependenceSharePermille } from '../../../shared/domain/portfolio.ts';
import { useFieldWords } from '../../app/fieldWords.ts';
import { TextLink } from '../../ui/TextLink.tsx';
import classes from './analysis.module.css';

/** Directions with a line of their own, the largest; the others share one, or the picture would be out of sight. */
const saidInFull = 3;

/** The red warning: the company, or a direction of it, rests on one client. */
export function MonoDependence({
  company,
  directions,
  of,
  onLeaving,
}: {
  readonly company: { readonly id: AccountId; readonly name: string } | null;
  readonly directions: readonly {
    readonly direction: string;
    readonly leaderId: AccountId;
    readonly leaderName: string;
    readonly leaderSharePermille: number;
  }[];
  /** «прибыли» */
  readonly of: string;
  readonly onLeaving: (id: AccountId) => void;
}) {
  const { t } = useTranslation('analysis');
  const words = useFieldWords();
  const border = words.percent(monoDependenceSharePermille / 10);
  // One more is said in no less room by itself.
  const inFull = directions.slice(0, directions.length > saidInFull + 1 ? saidInFull : directions.length);
  const others = directions.slice(inFull.length);
  const warnings = [
    ...(company === null
      ? []
      : [
          {
            id: company.id,
            title: t('sales.mono.company'),
            text: t('sales.mono.companyText', { border, name: company.name }),
          },
        ]),
    ...inFull.map(({ direction, leaderId, leaderName, leaderSharePermille }) => ({
      id: leaderId,
      title: t('sales.mono.direction', { direction }),
      text: t('sales.mono.directionText', {
        border,
        of,
        name: leaderName,
        share: words.percent(leaderSharePermille / 10),
      }),
    })),
  ];
  if (warnings.length === 0) return null;
  return (
    <ul className={classes.warnings}>
      {warnings.map(({ id, title, text }) => (
        <li key={title}>
          <IconAlertTriangle aria-hidden size={18} stroke={1.5} />
          <span>
            <strong>{title}</strong> {text}
          </span>
          <TextLink onPress={() => onLeaving(id)}>{t('sales.whatIf')}</TextLink>
        </li>
      ))}
      {others.length === 0 ? null : (
        <li>
          <IconAlertTriangle aria-hidden size={18} stroke={1.5} />
          <span>
            <strong>{t('sales.mono.others', { count: others.length })}</strong>{' '}
            {others.map(({ direction }) => direction).join(', ')}
          </span>
        </li>
      )}
    </ul>
  );
}
