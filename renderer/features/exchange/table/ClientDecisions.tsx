import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type {
  ClientDecision,
  ClientMatch,
  DossierImportReport,
} from '../../../../shared/domain/dossierImport.ts';
import { useDesk } from '../../../app/desk.ts';
import { useFieldWords } from '../../../app/fieldWords.ts';
import { SectionTitle } from '../../../ui/SectionTitle.tsx';
import { StateMark } from '../../../ui/StateMark.tsx';
import { DecisionList } from './DecisionList.tsx';
import classes from './ImportTable.module.css';

/** Clients of the file that are not plainly known: each is one of ours, a new one, or left out. */
export function ClientDecisions({
  report,
  onDecide,
}: {
  readonly report: DossierImportReport;
  readonly onDecide: (key: string, decision: ClientDecision) => void;
}) {
  const { t } = useTranslation('tables');
  const words = useFieldWords();
  const { clients, clientCounts } = report;
  const asked = clients.filter(({ state }) => state !== 'known');
  const known = useDesk('accounts.list', { query: '' }, { enabled: asked.length > 0 }).data?.rows ?? [];
  const ours = known.map(({ id, name, inn }) => ({
    value: id,
    label: inn === '' ? name : `${name}, ${inn}`,
  }));
  return (
    <section>
      <SectionTitle level="caption">
        {t('check.clients')}
        <span className={classes.hint}>
          {t('check.clientsKnown', {
            known: words.number(clientCounts.known),
            made: words.number(clientCounts.made),
            undecided: words.number(clientCounts.undecided),
            left: words.number(clientCounts.left),
          })}
        </span>
      </SectionTitle>
      {asked.length === 0 ? null : (
        <DecisionList
          line={(client) => <ClientLine client={client} key={client.key} onDecide={onDecide} ours={ours} />}
          lines={asked}
        />
      )}
    </section>
  );
}

function ClientLine({
  client,
  ours,
  onDecide,
}: {
  readonly client: ClientMatch;
  readonly ours: readonly { readonly value: string; readonly label: string }[];
  readonly onDecide: (key: string, decision: ClientDecision) => void;
}) {
  const { t } = useTranslation('tables');
  const words = useFieldWords();
  const { key, name, inn, rows, state, decision, candidates } = client;
  const said = name || inn;
  const near = candidates.map((one) => ({
    value: one.id as string,
    label: [one.name, one.legalForm, one.inn, one.city].filter((part) => part !== '').join(', '),
  }));
  const nearIds = new Set(near.map(({ value }) => value));
  return (
    <li>
      <span className={classes.clientName} title={said}>
        {said}
        {inn === '' || name === '' ? null : <small>{inn}</small>}
      </span>
      <StateMark tone={decision === null || decision === 'skip' ? 'attention' : 'good'}>
        {t(`check.states.${state}`)}
      </StateMark>
      <span className={classes.quiet}>{t('check.rowsOf', { count: rows, number: words.number(rows) })}</span>
      <Select
        allowDeselect={false}
        aria-label={t('check.chosen', { name: said })}
        data={[
          { value: 'new', label: t('check.new') },
          { value: 'skip', label: t('check.skip') },
          ...near,
          ...ours.filter(({ value }) => !nearIds.has(value)).slice(0, 2000),
        ]}
        limit={50}
        onChange={(value) => {
          // What is chosen is one of the two words or the id of a client from the list above.
          if (value !== null) onDecide(key, value as ClientDecision);
        }}
        placeholder={t('check.choose')}
        searchable
        size="xs"
        value={decision}
      />
    </li>
  );
}
