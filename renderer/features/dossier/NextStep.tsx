import { Button, Popover, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountOverview } from '../../../shared/domain/accountView.ts';
import { CalendarDate } from '../../../shared/domain/calendarDate.ts';
import { invalidate } from '../../app/desk.ts';
import { useFieldWords } from '../../app/fieldWords.ts';
import { DayField } from '../../ui/DayField.tsx';
import { useAccountEdit } from './accountEdit.ts';
import classes from './DossierHeader.module.css';

/** A measure in the header: caption above, value below. */
export function Measure({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className={classes.measure}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** The next step with its day; pressing it opens two fields. */
export function NextStep({ overview }: { readonly overview: AccountOverview }) {
  const { t } = useTranslation(['dossier', 'domain']);
  const words = useFieldWords();
  const { account } = overview;
  const edit = useAccountEdit(account);
  const [opened, setOpened] = useState(false);
  const [text, setText] = useState('');
  const [day, setDay] = useState<string | null>(null);
  const open = () => {
    setText(account.nextStep);
    setDay(account.nextStepOn);
    setOpened(true);
  };
  const save = async () => {
    const nextStepOn = day === null ? null : CalendarDate.parse(day);
    try {
      await edit((draft) => ({ ...draft, nextStep: text.trim(), nextStepOn }), {
        what: t('header.nextStep'),
      });
      setOpened(false);
      await invalidate('today.list');
    } catch {
      // Said already; the fields stay open with what was typed.
    }
  };
  const late = account.nextStepOn !== null && account.nextStepOn < words.today;
  return (
    <div className={classes.measure} data-grow>
      <dt>{t('header.nextStep')}</dt>
      <dd>
        <Popover onChange={setOpened} opened={opened} position="bottom-start" trapFocus width={380}>
          <Popover.Target>
            <button className={classes.next} onClick={open} title={account.nextStep} type="button">
              {account.nextStep === '' ? (
                <span className={classes.quiet}>{t('header.nextStepEmpty')}</span>
              ) : (
                <>
                  <strong className={classes.nextText}>{account.nextStep}</strong>
                  {account.nextStepOn === null ? null : (
                    <span className={late ? classes.late : classes.nextDay}>
                      {words.dayWords(account.nextStepOn)}
                    </span>
                  )}
                </>
              )}
            </button>
          </Popover.Target>
          <Popover.Dropdown>
            <form
              className={classes.nextForm}
              onSubmit={(event) => {
                event.preventDefault();
                void save();
              }}
            >
              <TextInput
                data-autofocus
                label={t('header.nextStep')}
                maxLength={300}
                onChange={(event) => setText(event.currentTarget.value)}
                placeholder={t('header.nextStepHint')}
                value={text}
              />
              <DayField label={t('header.nextStepOn')} onChange={setDay} value={day} />
              <div className={classes.nextButtons}>
                <Button onClick={() => setOpened(false)} variant="subtle">
                  {t('header.cancel')}
                </Button>
                <Button type="submit" variant="filled">
                  {t('header.save')}
                </Button>
              </div>
            </form>
          </Popover.Dropdown>
        </Popover>
      </dd>
    </div>
  );
}
