import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { coverageOf } from '../../../shared/domain/coverage.ts';
import { fullName, initialsOf } from '../../../shared/domain/nameForms.ts';
import { goToSection } from '../../editor/sections.ts';
import { useProposalSession } from '../../editor/session.ts';
import { Initials } from '../../ui/Initials.tsx';
import { InspectorSection } from '../../ui/Page.tsx';
import { SectionTitle } from '../../ui/SectionTitle.tsx';
import classes from './Inspector.module.css';

/** Readers × criteria: the number is the weight, filled where the document has an argument, red where it has none. */
export function CoverageTab() {
  const { t } = useTranslation(['proposals', 'domain', 'common']);
  const editor = useProposalSession((session) => session.editor);
  const root = useProposalSession((session) => session.root);
  const readers = useProposalSession((session) => session.context?.readers);
  const coverage = useMemo(() => (root && readers ? coverageOf(root, readers) : null), [root, readers]);
  if (!coverage || !readers) return null;
  if (coverage.criteria.length === 0) return <p className={classes.quiet}>{t('coverage.noCriteria')}</p>;
  const holes = coverage.rows.flatMap((row) =>
    row.cells.filter((cell) => cell.state === 'missing').map((cell) => ({ row, cell })),
  );

  return (
    <>
      <InspectorSection>
        <SectionTitle level={2}>
          {coverage.missing === 0 ? t('coverage.whole') : t('coverage.holes', { count: coverage.missing })}
        </SectionTitle>
        <p className={classes.text}>
          {t('coverage.readers', { count: readers.length })}{' '}
          {t('coverage.criteria', { count: coverage.criteria.length })}
        </p>
        <table className={classes.matrix}>
          <thead>
            <tr>
              <th scope="col">{t('coverage.criterion')}</th>
              {readers.map((reader) => (
                <th scope="col" key={reader.personId}>
                  <Initials text={initialsOf(reader)} label={fullName(reader)} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {coverage.criteria.map((criterion, index) => (
              <tr key={criterion}>
                <th scope="row">{t(`domain:criterion.${criterion}`)}</th>
                {coverage.rows.map((row) => {
                  const cell = row.cells[index];
                  if (!cell) return null;
                  const state = t(`domain:coverage.${cell.state}`);
                  const { sectionId } = cell;
                  return (
                    <td key={row.personId}>
                      {cell.state === 'indifferent' ? (
                        <span className={classes.dot} aria-label={state} role="img" />
                      ) : (
                        <button
                          type="button"
                          className={classes.cell}
                          data-state={cell.state}
                          aria-label={`${t(`domain:criterion.${criterion}`)}: ${state}, ${cell.weightPercent}`}
                          title={state}
                          disabled={sectionId === null}
                          onClick={() => editor && sectionId !== null && goToSection(editor, sectionId)}
                        >
                          {cell.weightPercent}
                        </button>
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
        <p className={classes.legend}>
          {(['argued', 'mentioned', 'missing'] as const).map((state) => (
            <span key={state}>
              <i className={classes.swatch} data-state={state} aria-hidden="true" />
              {t(`domain:coverage.${state}`)}
            </span>
          ))}
        </p>
      </InspectorSection>
      {holes.length > 0 ? (
        <InspectorSection>
          <SectionTitle level="caption">{t('coverage.toFill')}</SectionTitle>
          <ul className={classes.reasons}>
            {holes.map(({ row, cell }) => {
              const reader = readers.find((candidate) => candidate.personId === row.personId);
              return (
                <li key={`${row.personId}-${cell.criterion}`}>
                  {t('coverage.hole', {
                    name: reader ? fullName(reader) : '',
                    criterion: t(`domain:criterion.${cell.criterion}`).toLocaleLowerCase(),
                    percent: cell.weightPercent,
                  })}
                </li>
              );
            })}
          </ul>
        </InspectorSection>
      ) : null}
    </>
  );
}
