import { ActionIcon, Button } from '@mantine/core';
import { IconArrowRight, IconX } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FidelityReport } from '../../../shared/document/fidelity.ts';
import { useProposalSession } from '../../editor/session.ts';
import { goToDifference } from './goToDifference.ts';
import classes from './proposals.module.css';

const shownAtMost = 50;

/**
 * What the reopened file shows otherwise than the document, below the page: the page stays at hand, for a press on a
 * line goes to its place.
 */
export function Differences({
  fileName,
  report,
  onClose,
}: {
  readonly fileName: string;
  readonly report: FidelityReport;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation(['proposals', 'domain', 'common']);
  const editor = useProposalSession((session) => session.editor);
  // The line pressed last, and whether its place was still there.
  const [pressed, setPressed] = useState<{ readonly at: number; readonly shown: boolean } | null>(null);
  const title = t('differences.title', { count: report.differences.length });
  const sheet = useRef<HTMLElement>(null);
  // Whoever cannot see the sheet come is told of it: the focus goes there, and its name is read out.
  useEffect(() => sheet.current?.focus(), []);
  return (
    <section className={classes.differencesSheet} aria-label={title} ref={sheet} tabIndex={-1}>
      <div className={classes.differencesHead}>
        <h2>{title}</h2>
        <ActionIcon variant="subtle" aria-label={t('common:close')} onClick={onClose}>
          <IconX size={16} stroke={1.5} />
        </ActionIcon>
      </div>
      <p className={classes.differencesText}>{t('differences.text', { fileName })}</p>
      <table className={classes.differences}>
        <thead>
          <tr>
            <th>{t('differences.part')}</th>
            <th>{t('differences.expected')}</th>
            <th>{t('differences.found')}</th>
            <th aria-label={t('differences.place')} />
          </tr>
        </thead>
        <tbody>
          {report.differences.slice(0, shownAtMost).map((difference, at) => (
            <tr key={`${difference.part}-${at}`} data-active={pressed?.at === at || undefined}>
              <td>{t(`differences.parts.${difference.part}`)}</td>
              <td>{difference.expected || t('differences.nothing')}</td>
              <td>{difference.found || t('differences.nothing')}</td>
              <td className={classes.differencesGo}>
                <Button
                  size="compact-xs"
                  variant="subtle"
                  disabled={editor === null}
                  rightSection={<IconArrowRight size={14} stroke={1.5} />}
                  onClick={() => editor && setPressed({ at, shown: goToDifference(editor, difference) })}
                >
                  {t('differences.show')}
                </Button>
                {pressed?.at === at && !pressed.shown ? (
                  <span className={classes.differencesGone}>{t('differences.gone')}</span>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
