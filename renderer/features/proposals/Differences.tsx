import { Button, Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FidelityReport } from '../../../shared/document/fidelity.ts';
import classes from './proposals.module.css';

const shownAtMost = 50;

/** What the reopened file shows otherwise than the document. */
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
  return (
    <Modal
      opened
      onClose={onClose}
      size={640}
      title={t('differences.title', { count: report.differences.length })}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <p className={classes.differencesText}>{t('differences.text', { fileName })}</p>
      <table className={classes.differences}>
        <thead>
          <tr>
            <th>{t('differences.part')}</th>
            <th>{t('differences.expected')}</th>
            <th>{t('differences.found')}</th>
          </tr>
        </thead>
        <tbody>
          {report.differences.slice(0, shownAtMost).map((difference, index) => (
            <tr key={`${difference.part}-${index}`}>
              <td>{t(`differences.parts.${difference.part}`)}</td>
              <td>{difference.expected}</td>
              <td>{difference.found}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className={classes.differencesEnd}>
        <Button variant="filled" onClick={onClose}>
          {t('differences.close')}
        </Button>
      </div>
    </Modal>
  );
}
