import { Checkbox, Textarea } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Account, AccountDraft } from '../../../../shared/domain/account.ts';
import { readCompanyCard } from '../../../../shared/domain/readCompanyCard.ts';
import type { Requisites } from '../../../../shared/domain/requisites.ts';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { notifyUndo } from '../../../ui/notifyUndo.tsx';
import { useAccountEdit } from '../accountEdit.ts';
import classes from './CardDialog.module.css';

/** Reads a pasted company card; every value is ticked by itself, and what would replace another is ticked by hand only. */
export function CardDialog({
  account,
  onClose,
}: {
  readonly account: Account;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation(['dossier', 'domain']);
  const edit = useAccountEdit(account);
  const [text, setText] = useState('');
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set());
  const [busy, setBusy] = useState(false);
  const card = useMemo(() => readCompanyCard(text), [text]);
  const { requisites } = account;
  const rows = card.values.map((read) => {
    const now = requisites[read.field];
    const same = now === read.value;
    // What is there already stays until the user says otherwise.
    const ticked = !same && (now === '') !== turned.has(read.field);
    return { ...read, now, same, ticked };
  });
  const chosen = rows.filter(({ ticked }) => ticked);
  const replaced = chosen.filter(({ now }) => now !== '').length;

  const save = async () => {
    if (chosen.length === 0 || busy) return;
    setBusy(true);
    const before: Requisites = requisites;
    const read = Object.fromEntries(chosen.map(({ field, value }) => [field, value]));
    try {
      await edit((draft): AccountDraft => ({ ...draft, requisites: { ...draft.requisites, ...read } }));
      notifyUndo(t('companyCard.saved', { count: chosen.length }), () => {
        // A refused save has already been said.
        edit((draft) => ({ ...draft, requisites: before })).catch(() => undefined);
      });
      onClose();
    } catch {
      setBusy(false);
    }
  };

  return (
    <FormDialog
      busy={busy}
      cancel={t('identity.cancel')}
      onClose={onClose}
      onSubmit={() => void save()}
      opened
      size={820}
      submit={
        chosen.length === 0 ? t('companyCard.submitNone') : t('companyCard.submit', { count: chosen.length })
      }
      title={t('companyCard.title')}
    >
      <Textarea
        autosize
        data-autofocus
        description={t('companyCard.hint')}
        label={t('companyCard.label')}
        maxLength={20_000}
        maxRows={rows.length === 0 ? 14 : 5}
        minRows={rows.length === 0 ? 8 : 3}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setTurned(new Set());
        }}
        value={text}
      />
      {text.trim() !== '' && rows.length === 0 ? (
        <p className={classes.nothing} role="status">
          {t('companyCard.nothing')}
        </p>
      ) : null}
      {rows.length === 0 ? null : (
        <table className={classes.table}>
          <thead>
            <tr>
              <th>{t('companyCard.field')}</th>
              <th>{t('companyCard.read')}</th>
              <th>{t('companyCard.now')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ field, value, problem, now, same, ticked }) => (
              <tr data-off={ticked ? undefined : true} key={field}>
                <td>
                  <Checkbox
                    checked={ticked}
                    disabled={same}
                    label={t(`domain:requisite.${field}`)}
                    onChange={() => {
                      const next = new Set(turned);
                      if (!next.delete(field)) next.add(field);
                      setTurned(next);
                    }}
                  />
                </td>
                <td>
                  <span className={classes.value}>{value}</span>
                  {problem === null ? null : (
                    <span className={classes.warning} role="note">
                      <IconAlertTriangle aria-hidden="true" size={14} stroke={1.5} />
                      {t('overview.check', { problem: t(`domain:requisiteProblem.${problem}`) })}
                    </span>
                  )}
                </td>
                <td className={classes.now}>
                  {same ? t('companyCard.same') : now === '' ? t('companyCard.empty') : now}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {replaced === 0 ? null : (
        <p className={classes.replaced} role="status">
          {t('companyCard.replaced', { count: replaced })}
        </p>
      )}
    </FormDialog>
  );
}
