import { Button, Switch } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErasureAct } from '../../../shared/domain/erasure.ts';
import { useDesk, useDeskAction } from '../../app/desk.ts';
import { useFieldWords } from '../../app/fieldWords.ts';
import { savePaper } from '../../app/saveFile.tsx';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { notifyDone } from '../../ui/notifyUndo.tsx';
import classes from './PrivacyPage.module.css';
import { SettingsGroup } from './SettingsGroup.tsx';

/** Special categories of personal data, and the journal of what was destroyed. */
export function PrivacyPage() {
  const privacy = useDesk('privacy.get', {}, { staleTimeMs: 0 }).data;
  if (privacy === undefined) return null;
  return (
    <>
      <SpecialData facts={privacy.facts} on={privacy.specialData} troubled={privacy.troubled} />
      <Acts acts={privacy.acts} />
    </>
  );
}

function SpecialData({
  on,
  facts,
  troubled,
}: {
  readonly on: boolean;
  readonly facts: number;
  readonly troubled: number;
}) {
  const { t } = useTranslation('privacy');
  const [asking, setAsking] = useState(false);
  const invalidates = ['privacy.get', 'people.list'] as const;
  const turn = useDeskAction('privacy.setSpecialData', { invalidates });
  const erase = useDeskAction('privacy.eraseSpecialFacts', {
    invalidates,
    success: ({ erased }) => {
      setAsking(false);
      notifyDone(t('care.erased', { count: erased }));
    },
  });
  return (
    <SettingsGroup text={t('settings.specialText')} title={t('settings.special')}>
      <Switch
        checked={on}
        label={t('settings.switch')}
        onChange={(event) => turn.mutate({ on: event.currentTarget.checked })}
      />
      <p className={classes.state}>
        {facts === 0
          ? t('settings.none')
          : [
              t('settings.kept', { count: facts }),
              ...(troubled === 0 ? [] : [t('settings.troubled', { count: troubled })]),
            ].join(', ')}
        {facts > 0 && !on ? `. ${t('settings.offText')}` : ''}
      </p>
      {facts === 0 ? null : (
        <div>
          <Button onClick={() => setAsking(true)}>{t('settings.eraseAll')}</Button>
        </div>
      )}
      <ConfirmDialog
        busy={erase.isPending}
        cancel={t('care.cancel')}
        confirm={t('care.erase')}
        onCancel={() => setAsking(false)}
        onConfirm={() => erase.mutate({ personId: null })}
        opened={asking}
        title={t('care.eraseTitle')}
      >
        {t('settings.eraseAllText')}
      </ConfirmDialog>
    </SettingsGroup>
  );
}

function Acts({ acts }: { readonly acts: readonly ErasureAct[] }) {
  const { t } = useTranslation('privacy');
  const words = useFieldWords();
  return (
    <SettingsGroup text={t('settings.actsText')} title={t('settings.acts')}>
      {acts.length === 0 ? (
        <p className={classes.state}>{t('settings.noActs')}</p>
      ) : (
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('settings.column.number')}</th>
              <th scope="col">{t('settings.column.day')}</th>
              <th scope="col">{t('settings.column.code')}</th>
              <th scope="col">{t('settings.column.reason')}</th>
              <th scope="col">{t('settings.column.who')}</th>
              <th scope="col">
                <span className="k-hidden">{t('settings.save')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {acts.map(({ number, erasedOn, code, reason, responsible }) => (
              <tr key={number}>
                <td className={classes.number}>{number}</td>
                <td className={classes.whole}>{words.day(erasedOn)}</td>
                <td className={classes.whole}>{code}</td>
                <td>{t(`reason.${reason}`)}</td>
                <td>{responsible}</td>
                <td>
                  <Button
                    aria-label={t('settings.saveLabel', { number })}
                    onClick={() =>
                      void savePaper(
                        { kind: 'erasureAct', number, language: words.language },
                        'docx',
                        t('settings.saved'),
                      )
                    }
                    size="xs"
                  >
                    {t('settings.save')}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </SettingsGroup>
  );
}
