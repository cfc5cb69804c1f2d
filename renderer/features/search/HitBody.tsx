import {
  IconBook2,
  IconBuilding,
  IconCalendarEvent,
  IconChecklist,
  IconFileText,
  IconGavel,
  IconMessage,
  IconPaperclip,
  IconSwords,
  IconTag,
  IconTemplate,
  IconTruckDelivery,
  IconUser,
} from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import type { SearchHit, SearchKind, TextMarks } from '../../../shared/domain/searchHit.ts';
import type { FieldWords } from '../../app/fieldWords.ts';
import classes from './HitBody.module.css';

const icons: Readonly<Record<SearchKind, typeof IconUser>> = {
  account: IconBuilding,
  person: IconUser,
  tender: IconGavel,
  proposal: IconFileText,
  event: IconCalendarEvent,
  delivery: IconTruckDelivery,
  file: IconPaperclip,
  competitor: IconSwords,
  block: IconBook2,
  template: IconTemplate,
  reference: IconMessage,
  priceItem: IconTag,
  task: IconChecklist,
};

/** A text with what was typed marked in it. */
function MarkedText({ text, marks }: { readonly text: string; readonly marks: TextMarks }) {
  const ends = [0, ...marks.map(([, to]) => to)];
  return (
    <>
      {marks.map(([from, to], at) => (
        <span key={from}>
          {text.slice(ends[at], from)}
          <mark className={classes.mark}>{text.slice(from, to)}</mark>
        </span>
      ))}
      {text.slice(ends.at(-1))}
    </>
  );
}

/** The words of a found thing. */
export type HitTexts = TFunction<['search', 'domain']>;

/** One found thing: its name, whose it is, the piece of text that was matched, its day. */
export function HitBody({
  hit,
  t,
  dayWords,
}: {
  readonly hit: SearchHit;
  /** The list's own, as the words of days: a line that asked for itself would listen to the language. */
  readonly t: HitTexts;
  readonly dayWords: FieldWords['dayWords'];
}) {
  const Icon = icons[hit.kind];
  return (
    <span className={classes.hit}>
      <Icon aria-hidden="true" className={classes.icon} size={17} stroke={1.5} />
      <span className={classes.body}>
        <span className={classes.title}>
          {hit.title === '' ? (
            t(`domain:searchKind.${hit.kind}`)
          ) : (
            <MarkedText marks={hit.titleMarks} text={hit.title} />
          )}
          {hit.archived ? <span className={classes.archived}>{t('archived')}</span> : null}
        </span>
        {hit.subtitle === '' ? null : <span className={classes.about}>{hit.subtitle}</span>}
        {hit.snippet === '' ? null : (
          <span className={classes.snippet}>
            <MarkedText marks={hit.snippetMarks} text={hit.snippet} />
          </span>
        )}
      </span>
      {hit.on === null ? null : <span className={classes.day}>{dayWords(hit.on)}</span>}
    </span>
  );
}
