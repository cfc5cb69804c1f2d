import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconArrowsLeftRight, IconBolt, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AccountEventDraft } from '../../../../shared/domain/accountEvent.ts';
import { usualGiftMinor } from '../../../../shared/domain/giftBudget.ts';
import type { AccountEventId, AccountId, PersonId } from '../../../../shared/domain/ids.ts';
import { shortName } from '../../../../shared/domain/nameForms.ts';
import { readQuickEntry } from '../../../../shared/domain/quickEntry.ts';
import type { QuickPart } from '../../../../shared/domain/quickEntry.ts';
import { call, invalidate, notifyError, useDesk, useDeskAction } from '../../../app/desk.ts';
import { useFieldWords } from '../../../app/fieldWords.ts';
import { Chip } from '../../../ui/Chip.tsx';
import { notifyUndo } from '../../../ui/notifyUndo.tsx';
import { accountReads } from '../accountEdit.ts';
import { eventIcons } from './eventIcons.ts';
import classes from './QuickEntry.module.css';

/** What the user put right in the preview; a changed line is read anew and forgets them. */
type Corrections = {
  readonly removed: ReadonlySet<number>;
  readonly turned: ReadonlySet<number>;
  /** Whom a name means: the one the rules chose → the one the user chose. */
  readonly chosen: ReadonlyMap<PersonId, PersonId>;
};
const none: Corrections = { removed: new Set(), turned: new Set(), chosen: new Map() };

function toggled(set: ReadonlySet<number>, value: number): ReadonlySet<number> {
  const next = new Set(set);
  if (!next.delete(value)) next.add(value);
  return next;
}

/** One line that becomes an event and its promises; below it stands what will be written, before it is. */
export function QuickEntry({
  accountId,
  startText = '',
  autoFocus = false,
  onWritten,
}: {
  readonly accountId: AccountId;
  readonly startText?: string;
  readonly autoFocus?: boolean;
  readonly onWritten?: () => void;
}) {
  const { t } = useTranslation(['dossier', 'domain']);
  const words = useFieldWords();
  const people = useDesk('people.list', { accountId }).data?.people ?? [];
  const [line, setLine] = useState(startText);
  const [corrections, setCorrections] = useState(none);
  const entry = readQuickEntry(line, { people, today: words.today });
  const nameOf = (id: PersonId): string => {
    const person = people.find((one) => one.id === id);
    return person === undefined ? '' : shortName(person, words.language);
  };
  const parts = (entry?.parts ?? [])
    .map((part, at) => ({ at, ...corrected(part, at, corrections) }))
    .filter(({ at }) => !corrections.removed.has(at));

  const reads = ['events.list', ...accountReads] as const;
  const takeBack = async (ids: readonly AccountEventId[]) => {
    for (const id of ids) await call('events.delete', { id });
    await invalidate(...reads);
  };
  const write = useDeskAction('events.createMany', {
    invalidates: reads,
    success: ({ ids }) => {
      setLine('');
      setCorrections(none);
      notifyUndo(t('quick.written', { count: ids.length }), () => void takeBack(ids).catch(notifyError));
      onWritten?.();
    },
  });
  const submit = () => {
    if (parts.length === 0 || write.isPending) return;
    write.mutate({
      drafts: parts.map((part) =>
        AccountEventDraft.parse({ ...part, accountId, settledOn: null, outcome: '', settledAs: null }),
      ),
    });
  };

  return (
    <div className={classes.root}>
      <TextInput
        aria-label={t('quick.label')}
        data-autofocus={autoFocus ? true : undefined}
        leftSection={<IconBolt aria-hidden="true" size={16} stroke={1.5} />}
        maxLength={5000}
        onChange={(event) => {
          setLine(event.currentTarget.value);
          setCorrections(none);
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Enter') {
            event.preventDefault();
            submit();
          } else if (event.key === 'Escape' && line !== '' && !autoFocus) {
            event.stopPropagation();
            setLine('');
          }
        }}
        placeholder={t('quick.placeholder')}
        value={line}
      />
      {entry === null ? null : (
        <div aria-label={t('quick.preview')} className={classes.preview} role="group">
          <ul className={classes.parts}>
            {parts.map((part) => (
              <Part
                canRemove={parts.length > 1}
                key={part.at}
                nameOf={nameOf}
                onRemove={() =>
                  setCorrections({ ...corrections, removed: toggled(corrections.removed, part.at) })
                }
                onTurn={() =>
                  setCorrections({ ...corrections, turned: toggled(corrections.turned, part.at) })
                }
                part={part}
              />
            ))}
          </ul>
          {entry.unsure.map(({ said, personIds }) => {
            const [first] = personIds;
            if (first === undefined) return null;
            const now = corrections.chosen.get(first) ?? first;
            return (
              <div aria-label={t('quick.whoIs', { said })} className={classes.unsure} key={said} role="group">
                <span>{t('quick.whoIs', { said })}</span>
                {personIds.map((id) => (
                  <Chip
                    key={id}
                    onPress={() =>
                      setCorrections({
                        ...corrections,
                        chosen: new Map([...corrections.chosen, [first, id]]),
                      })
                    }
                    plain
                    pressed={id === now}
                  >
                    {nameOf(id)}
                  </Chip>
                ))}
              </div>
            );
          })}
          <div className={classes.foot}>
            <span className={classes.hint}>{t(autoFocus ? 'quick.hintDialog' : 'quick.hint')}</span>
            <Button loading={write.isPending} onClick={submit} size="xs" variant="filled">
              {t('quick.write')}
            </Button>
          </div>
        </div>
      )}
    </div>
  );
}

function corrected(part: QuickPart, at: number, { turned, chosen }: Corrections): QuickPart {
  const personIds = [...new Set(part.personIds.map((id) => chosen.get(id) ?? id))];
  const turns = turned.has(at) && part.promisedBy !== null;
  return {
    ...part,
    personIds,
    promisedBy: turns ? (part.promisedBy === 'us' ? 'them' : 'us') : part.promisedBy,
  };
}

function Part({
  part,
  nameOf,
  canRemove,
  onTurn,
  onRemove,
}: {
  readonly part: QuickPart;
  readonly nameOf: (id: PersonId) => string;
  readonly canRemove: boolean;
  readonly onTurn: () => void;
  readonly onRemove: () => void;
}) {
  const { t } = useTranslation(['dossier', 'domain']);
  const words = useFieldWords();
  const Icon = eventIcons[part.kind];
  const people = part.personIds.map(nameOf).filter((name) => name !== '');
  return (
    <li className={classes.part}>
      <Icon aria-hidden size={15} stroke={1.5} />
      <span className={classes.kind}>
        {part.promisedBy === null ? (
          t(`domain:eventKind.${part.kind}`)
        ) : (
          <button
            aria-label={t('quick.turn', { now: t(`quick.promise.${part.promisedBy}`) })}
            className={classes.turn}
            onClick={onTurn}
            title={t('quick.turn', { now: t(`quick.promise.${part.promisedBy}`) })}
            type="button"
          >
            {t(`quick.promise.${part.promisedBy}`)}
            <IconArrowsLeftRight aria-hidden="true" size={13} stroke={1.5} />
          </button>
        )}
      </span>
      <span className={classes.title} title={part.title}>
        {part.title}
      </span>
      <span className={classes.facts}>
        {people.length === 0 ? null : <span>{people.join(', ')}</span>}
        {part.amountMinor === null ? null : (
          <span
            className={part.amountMinor > usualGiftMinor ? classes.warned : classes.due}
            title={part.amountMinor > usualGiftMinor ? t('event.giftUnusual') : undefined}
          >
            {words.money(part.amountMinor, 'RUB')}
          </span>
        )}
        {part.mark === null ? null : (
          <span className={classes.due}>{t('gifts.mark', { mark: part.mark })}</span>
        )}
        {part.happenedOn === words.today ? null : <span>{words.dayWords(part.happenedOn)}</span>}
        {part.dueOn === null ? (
          part.promisedBy === null ? null : (
            <span className={classes.warned}>{t('quick.noDue')}</span>
          )
        ) : (
          <span className={classes.due}>
            {t('quick.due', { day: words.dayWords(part.dueOn) })}, {words.ahead(part.dueOn)}
          </span>
        )}
      </span>
      {canRemove ? (
        <ActionIcon aria-label={t('quick.remove', { name: part.title })} onClick={onRemove} size={22}>
          <IconX size={14} stroke={1.5} />
        </ActionIcon>
      ) : (
        <span />
      )}
    </li>
  );
}
