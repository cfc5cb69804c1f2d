import { Button, Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useShowMode } from '../../../app/showMode.ts';
import { useExportQuestion } from './beforeExport.ts';
import classes from './check.module.css';
import { useFindingWords } from './findingWords.ts';
import { openTab } from './wantedTab.ts';

const shownAtMost = 12;

/** Before an export with stops: what they are, and the choice. Nothing is forbidden. */
export function BeforeExport() {
  const { t } = useTranslation(['check', 'common']);
  const say = useFindingWords();
  const { on: showing } = useShowMode();
  const question = useExportQuestion();
  if (question === null) return null;
  const { stops, unchecked, answer } = question;
  const fix = () => {
    answer(false);
    openTab('check');
  };
  return (
    <Modal
      opened
      onClose={() => answer(false)}
      size={560}
      title={t('before.title')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <p className={classes.lead}>{unchecked ? t('before.failed') : t('before.text')}</p>
      {showing && !unchecked ? (
        <p className={classes.lead}>{t('before.hidden', { count: stops.length })}</p>
      ) : (
        <ul className={classes.stops}>
          {stops.slice(0, shownAtMost).map((finding, index) => (
            <li key={`${finding.kind} ${finding.quote} ${index}`}>{say(finding)}</li>
          ))}
          {stops.length > shownAtMost ? (
            <li>{t('before.more', { count: stops.length - shownAtMost })}</li>
          ) : null}
        </ul>
      )}
      <div className={classes.actions}>
        <Button variant="subtle" onClick={() => answer(true)}>
          {t('before.anyway')}
        </Button>
        <Button variant="filled" data-autofocus onClick={fix}>
          {t('before.fix')}
        </Button>
      </div>
    </Modal>
  );
}
