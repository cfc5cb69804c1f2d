import { IconFileText, IconGavel, IconPaperclip } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { AccountEvent } from '../../../../shared/domain/accountEvent.ts';
import type { Attachment } from '../../../../shared/domain/attachment.ts';
import type { Delivery } from '../../../../shared/domain/delivery.ts';
import { Currency } from '../../../../shared/domain/money.ts';
import type { FieldWords } from '../../../app/fieldWords.ts';
import { goTo } from '../../../app/place.ts';
import { FileLinks } from '../files/FileLinks.tsx';
import { DeliveryLine, FoldedDeliveries } from './DeliveryLines.tsx';
import { EventLine } from './EventLine.tsx';
import { Line } from './Line.tsx';
import type { TimelineItem } from './timeline.ts';
import type { HistoryNames } from './useClientHistory.ts';

const noFiles: readonly Attachment[] = [];

/** One line of the history: day, icon, what, how much, and what can be done with it. */
export function TimelineLine({
  item,
  names,
  words,
  showing,
  onEditEvent,
  onEditDelivery,
  onAddFiles,
  filesOf,
}: {
  readonly item: TimelineItem;
  readonly names: HistoryNames;
  readonly words: FieldWords;
  readonly showing: boolean;
  readonly onEditEvent: (event: AccountEvent) => void;
  readonly onEditDelivery: (delivery: Delivery) => void;
  readonly onAddFiles: (event: AccountEvent) => void;
  readonly filesOf: ReadonlyMap<string, readonly Attachment[]>;
}) {
  const { t } = useTranslation(['dossier', 'domain']);
  switch (item.kind) {
    case 'event':
      return (
        <EventLine
          event={item.event}
          files={filesOf.get(item.event.id) ?? noFiles}
          names={names}
          onAddFiles={onAddFiles}
          onEdit={onEditEvent}
          showing={showing}
          words={words}
        />
      );
    case 'delivery':
      return (
        <DeliveryLine delivery={item.delivery} onEdit={onEditDelivery} showing={showing} words={words} />
      );
    case 'deliveries':
      return (
        <FoldedDeliveries
          deliveries={item.deliveries}
          onEdit={onEditDelivery}
          showing={showing}
          words={words}
        />
      );
    case 'tender': {
      const { tender } = item;
      return (
        <Line
          day={words.dayWords(item.on)}
          icon={IconGavel}
          onOpen={() => goTo({ at: 'tender', tenderId: tender.id })}
          title={tender.title}
          tone={tender.status === 'won' ? 'good' : tender.status === 'lost' ? 'bad' : 'plain'}
        >
          <span>{t('history.tenderDecided', { status: t(`domain:tenderStatus.${tender.status}`) })}</span>
        </Line>
      );
    }
    case 'files':
      return (
        <Line
          below={<FileLinks files={item.files} />}
          day={words.dayWords(item.on)}
          icon={IconPaperclip}
          title={t('fileLine.added', { count: item.files.length })}
        />
      );
    case 'proposal': {
      const { proposal } = item;
      return (
        <Line
          amount={
            proposal.totalMinor === null
              ? null
              : words.money(proposal.totalMinor, Currency.catch('RUB').parse(proposal.currency))
          }
          day={words.dayWords(item.on)}
          icon={IconFileText}
          onOpen={() => goTo({ at: 'proposal', proposalId: proposal.id })}
          title={proposal.subject === '' ? proposal.title : proposal.subject}
        >
          <span className="k-nowrap">{t('history.proposalSent', { number: proposal.number })}</span>
          <span>{t(`domain:proposalStatus.${proposal.status}`)}</span>
        </Line>
      );
    }
  }
}
