import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sectionsOf } from '../../../shared/document/walk.ts';
import type { Coverage } from '../../../shared/domain/coverage.ts';
import type { PersonId } from '../../../shared/domain/ids.ts';
import { fullName, initialsOf } from '../../../shared/domain/nameForms.ts';
import type { CriterionKey } from '../../../shared/domain/person.ts';
import { termInSentence } from '../../app/inSentence.ts';
import { addArgument } from '../../editor/argumentPlaces.ts';
import { goToSection } from '../../editor/sections.ts';
import { useProposalSession } from '../../editor/session.ts';
import { Initials } from '../../ui/Initials.tsx';
import { InspectorSection } from '../../ui/Page.tsx';
import { SectionTitle } from '../../ui/SectionTitle.tsx';
import { Alternatives } from './Alternatives.tsx';
import classes from './Inspector.module.css';

/** Readers × criteria: the number is the weight, filled where the document has an argument, red where it has none. */
export function CoverageTab({ coverage }: { readonly coverage: Coverage | null }) {
  const { t } = useTranslation(['proposals', 'compose', 'domain', 'common']);
  const [filling, setFilling] = useState<Hole | null>(null);
  const editor = useProposalSession((session) => session.editor);
  const readers = useProposalSession((session) => session.context?.readers);
  if (!coverage || !readers) return null;
  if (readers.length === 0) return <p className={classes.quiet}>{t('coverage.noReaders')}</p>;
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
                          aria-pressed={isHole(filling, row.personId, criterion) || undefined}
                          onClick={() => {
                            if (editor && sectionId !== null) goToSection(editor, sectionId);
                            else if (cell.state === 'missing')
                              setFilling({ personId: row.personId, criterion });
                          }}
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
                    criterion: termInSentence(t(`domain:criterion.${cell.criterion}`)),
                    percent: cell.weightPercent,
                  })}
                  {editor?.isEditable === true ? (
                    <div>
                      <Button
                        size="xs"
                        variant="default"
                        aria-expanded={isHole(filling, row.personId, cell.criterion)}
                        onClick={() =>
                          setFilling(
                            isHole(filling, row.personId, cell.criterion)
                              ? null
                              : { personId: row.personId, criterion: cell.criterion },
                          )
                        }
                      >
                        {t('compose:fill.action')}
                      </Button>
                    </div>
                  ) : null}
                  {editor?.isEditable === true && isHole(filling, row.personId, cell.criterion) ? (
                    <Fill
                      hole={{ personId: row.personId, criterion: cell.criterion }}
                      onDone={() => setFilling(null)}
                    />
                  ) : null}
                </li>
              );
            })}
          </ul>
        </InspectorSection>
      ) : null}
    </>
  );
}

type Hole = { readonly personId: PersonId; readonly criterion: CriterionKey };
const isHole = (hole: Hole | null, personId: PersonId, criterion: CriterionKey): boolean =>
  hole?.personId === personId && hole.criterion === criterion;

/** Blocks of the library for a hole; the taken one comes into the section of the reader's role. */
function Fill({ hole, onDone }: { readonly hole: Hole; readonly onDone: () => void }) {
  const { t } = useTranslation('compose');
  const editor = useProposalSession((session) => session.editor);
  const root = useProposalSession((session) => session.root);
  const role = useProposalSession(
    (session) => session.context?.readers.find(({ personId }) => personId === hole.personId)?.role,
  );
  const section = root ? sectionsOf(root).find(({ attrs }) => attrs.role === role) : undefined;
  if (!editor || role === undefined) return null;
  if (!section) return <p className={classes.text}>{t('fill.noSection')}</p>;
  const { sectionId } = section.attrs;
  return (
    <Alternatives
      role={role}
      sectionId={sectionId}
      instead={null}
      criterion={hole.criterion}
      none={t('fill.none')}
      onTake={(node) => {
        addArgument(editor, sectionId, node);
        onDone();
      }}
    />
  );
}
