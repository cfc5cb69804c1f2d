import { IconCornerLeftUp, IconSitemap } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import type { AccountRow } from '../../../shared/domain/accountView.ts';
import { cellRanks, healthTones, typeShapes } from '../../app/accountMarks.ts';
import type { FieldWords } from '../../app/fieldWords.ts';
import { goTo } from '../../app/place.ts';
import { CellToken } from '../../ui/CellToken.tsx';
import { CompletenessRing } from '../../ui/CompletenessRing.tsx';
import { ShareBar } from '../../ui/ShareBar.tsx';
import { StateMark } from '../../ui/StateMark.tsx';
import { TypeMark } from '../../ui/TypeMark.tsx';
import classes from './ClientsTable.module.css';
import { isSilent } from './clientRows.ts';
import type { ClientColumn } from './clientRows.ts';

/** The words of a line. */
export type CellTexts = TFunction<['clients', 'domain', 'bulk']>;

/** The id of the name in the row at a place of the table. */
export const nameIdOf = (at: number): string => `client-name-${at}`;

/**
 * One cell of the clients table, in the row at the place `at`. The `largest` profit of the list gives the bars their
 * scale.
 */
export function ClientCell({
  at,
  row,
  column,
  largest,
  words,
  t,
}: {
  readonly at: number;
  readonly row: AccountRow;
  readonly column: ClientColumn;
  readonly largest: number;
  readonly words: FieldWords;
  /** The table's own. */
  readonly t: CellTexts;
}) {
  const { measures } = row;
  switch (column) {
    case 'name':
      return (
        <>
          <button
            className={classes.name}
            data-beside={row.branches > 0 ? 'branches' : row.parent === null ? undefined : 'parent'}
            id={nameIdOf(at)}
            onClick={(event) => {
              event.stopPropagation();
              goTo({ at: 'dossier', accountId: row.id, tab: 'overview' });
            }}
            tabIndex={-1}
            title={row.legalForm === '' ? row.name : `${row.name}, ${row.legalForm}`}
            type="button"
          >
            {row.name}
            {row.legalForm === '' ? null : <span className={classes.form}> {row.legalForm}</span>}
          </button>
          {row.parent === null ? null : (
            <span
              aria-label={t('clients:branchOf', { name: row.parent.name })}
              className={classes.branch}
              role="img"
              title={t('clients:branchOf', { name: row.parent.name })}
            >
              <IconCornerLeftUp aria-hidden="true" size={14} stroke={1.5} />
            </span>
          )}
          {row.branches === 0 ? null : (
            <span
              aria-label={t('clients:branches', { count: row.branches })}
              className={classes.branch}
              role="img"
              title={t('clients:branches', { count: row.branches })}
            >
              <IconSitemap aria-hidden="true" size={14} stroke={1.5} />
              {row.branches}
            </span>
          )}
        </>
      );
    case 'type': {
      const [main, ...others] = row.types;
      if (main === undefined) return <span className={classes.quiet}>{t('clients:noType')}</span>;
      return (
        <>
          <TypeMark label={t(`domain:accountType.${main}`)} shape={typeShapes[main]} />
          {others.map((type) => (
            <span className={classes.otherType} key={type}>
              <TypeMark iconOnly label={t(`domain:accountType.${type}`)} shape={typeShapes[type]} />
            </span>
          ))}
        </>
      );
    }
    case 'cell':
      return measures.abc === null ? (
        <span className={classes.quiet}>—</span>
      ) : (
        <CellToken
          label={measures.xyz === null ? measures.abc : t(`domain:xyzClass.${measures.xyz}`)}
          rank={cellRanks[measures.abc]}
          text={`${measures.abc}${measures.xyz ?? ''}`}
        />
      );
    case 'share':
      return (
        <ShareBar
          part={largest > 0 ? measures.profit12mMinor / largest : 0}
          text={words.profitShare(measures)}
        />
      );
    case 'contact':
      return (
        <span className={isSilent(row, words.today) ? classes.silent : classes.contact}>
          {words.ago(measures.lastContactOn)}
        </span>
      );
    case 'completeness':
      return <CompletenessRing percent={measures.completenessPercent} />;
    case 'health':
      return (
        <StateMark tone={healthTones[measures.health]}>
          {t(`domain:accountHealth.${measures.health}`)}
        </StateMark>
      );
    case 'nextStep': {
      if (row.nextStep === '') return <span className={classes.quiet}>{t('clients:noNextStep')}</span>;
      const overdue = row.nextStepOn !== null && row.nextStepOn < words.today;
      return (
        <span className={classes.next}>
          <span className={classes.nextText} title={row.nextStep}>
            {row.nextStep}
          </span>
          <span className={overdue ? classes.overdue : classes.nextDay}>
            {row.nextStepOn === null
              ? t('domain:noDate')
              : overdue
                ? t('clients:overdue')
                : row.nextStepOn === words.today
                  ? t('domain:ahead.today')
                  : words.dayWords(row.nextStepOn)}
          </span>
        </span>
      );
    }
  }
}
