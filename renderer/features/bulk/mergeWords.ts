import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { printBirthday } from '../../../shared/domain/birthday.ts';
import type { Birthday, CalendarDate } from '../../../shared/domain/calendarDate.ts';
import type { MergeValue } from '../../../shared/domain/mergeRecords.ts';
import type { Currency } from '../../../shared/domain/money.ts';
import { ownFieldText } from '../../../shared/document/ownFieldText.ts';
import { DetailKey } from '../../../shared/domain/detailFields.ts';
import { FieldKey, type FieldKind, fieldOf, isOwnField } from '../../../shared/domain/dossierStandard.ts';
import type { MergePreview } from '../../../shared/ipc/calls/bulk.ts';
import { fieldShapes } from '../../../shared/domain/shippedStandards.ts';
import { useDesk } from '../../app/desk.ts';
import { useFieldWords } from '../../app/fieldWords.ts';
import { translate } from '../../app/i18n.ts';
import { useStandardWords } from '../../app/standardWords.ts';

/** Names of fields and what stands in them, in the interface's language. */
export type MergeWords = {
  field(path: string): string;
  /** `currency` is what sums of that side are told in; null = it has none. */
  value(path: string, value: MergeValue, currency: Currency | null): string;
  moves(moves: readonly { readonly table: string; readonly count: number }[]): string;
};

// Lists of words of the domain that a field's value is one of.
const wordLists: Readonly<Record<string, string>> = {
  types: 'accountType',
  currency: 'currency',
  gender: 'gender',
  readerRole: 'readerRolePerson',
  decisionRole: 'decisionRole',
  attitude: 'attitude',
  psychotype: 'psychotype',
};
const dayFields = new Set(['nextStepOn', 'worryOn']);
const knownTables = new Set([
  'people',
  'deliveries',
  'account_events',
  'competitors',
  'tenders',
  'proposals',
  'follow_ups',
  'attachments',
  'accounts',
  'field_notes',
  'account_event_people',
]);

/** Looks a word up by a key that is known only when the window runs; the fallback is for what nobody worded yet. */
function wordOf(key: string, fallback: string, options: Readonly<Record<string, unknown>> = {}): string {
  const look = translate as unknown as (key: string, options: object) => string; // keys come from the vault's answer
  return look(key, { ...options, defaultValue: fallback });
}

function answerWords(value: Readonly<Record<string, MergeValue>>): string {
  const { met, note } = value;
  const answer = wordOf(`bulk:mergeDialog.${met === true ? 'yes' : met === false ? 'no' : 'unknown'}`, '');
  return typeof note === 'string' && note !== '' ? `${answer} — ${note}` : answer;
}

/** {@link MergeWords} of the language now; clients' fields by the names that the two clients' standards give them. */
export function useMergeWords(sides: Pick<MergePreview, 'keep' | 'away'>): MergeWords {
  const { t } = useTranslation('bulk');
  const words = useFieldWords();
  const names = useStandardWords();
  const ownFields = useDesk('standards.ownFields', {}).data?.fields;
  const standards = useDesk('standards.list', {}).data?.standards;
  return useMemo((): MergeWords => {
    /** What the department calls a field of the program in the clients' standards; '' where it has no word of its own. */
    const renamed = (path: string): string => {
      const key = FieldKey.safeParse(path.split('.').at(-1));
      if (!key.success) return '';
      const labels = [sides.keep.standardId, sides.away.standardId].map((id) => {
        const known = standards?.find(({ standard }) => standard.id === id);
        return known === undefined ? '' : (fieldOf(known.standard, key.data)?.label ?? '');
      });
      return labels.find((label) => label !== '') ?? '';
    };
    /** What a field of the dossier that only some standards ask for is called, and what it holds. */
    const detailOf = (inner: string | undefined): { label: string; kind: FieldKind } => {
      const key = DetailKey.safeParse(inner);
      if (!key.success) return { label: t('otherField'), kind: 'long' };
      if (!isOwnField(key.data))
        return { label: names.label({ key: key.data, label: '' }), kind: fieldShapes[key.data].kind };
      const own = ownFields?.find((field) => field.key === key.data);
      return { label: names.label({ key: key.data, label: own?.label ?? '' }), kind: own?.kind ?? 'long' };
    };
    const fieldWord = (path: string): string => {
      const [part, inner] = path.split('.');
      const word = renamed(path);
      if (word !== '') return word;
      if (part === 'requisites') return wordOf(`domain:requisite.${inner}`, t('otherField'));
      if (part === 'criteria' && inner !== undefined)
        return wordOf(`domain:keyCriterion.${inner}`, t('otherField'));
      if (part === 'details') return detailOf(inner).label;
      if (part === 'threeP') return wordOf(`domain:threeP.${inner}`, t('otherField'));
      return wordOf(`bulk:field.${path}`, t('otherField'));
    };
    const valueWord = (path: string, value: MergeValue, currency: Currency | null): string => {
      if (path === 'privateNotes') return value === 0 ? t('mergeDialog.empty') : t('mergeDialog.hidden');
      if (value === null || value === '') return t('mergeDialog.empty');
      const [part, inner] = path.split('.');
      if (part === 'details' && typeof value === 'string') {
        const { kind } = detailOf(inner);
        return kind === 'choice' ? names.option(value) : ownFieldText({ kind, value }, words.language);
      }
      if (path === 'variant') {
        const standard = standards?.find(({ standard: { id } }) => id === value)?.standard;
        return standard === undefined ? t('mergeDialog.empty') : names.standard(standard);
      }
      const list = wordLists[path];
      if (list !== undefined) {
        const keys = Array.isArray(value) ? value : [value];
        if (keys.length === 0) return t('mergeDialog.empty');
        return keys
          .flatMap((key) => (typeof key === 'string' ? [wordOf(`domain:${list}.${key}`, key)] : []))
          .join(', ');
      }
      if (typeof value === 'boolean') return t(value ? 'mergeDialog.yes' : 'mergeDialog.no');
      if (path === 'profile.annualRevenueMinor' && typeof value === 'number' && currency !== null)
        return words.money(value, currency);
      if (path === 'profile.foundedYear' && typeof value === 'number') return String(value);
      if (typeof value === 'number')
        return path.includes('.') || path === 'influence'
          ? words.number(value)
          : value === 0
            ? t('mergeDialog.empty')
            : t('mergeDialog.entries', { count: value });
      if (path === 'birthday') return printBirthday(value as Birthday);
      if (typeof value === 'string')
        // A day comes as it is stored, and only of fields that hold one.
        return dayFields.has(path) ? words.day(value as CalendarDate) : value;
      if (Array.isArray(value)) return t('mergeDialog.entries', { count: value.length });
      return answerWords(value);
    };
    return {
      field: fieldWord,
      value: valueWord,
      moves(moves) {
        const rest = moves
          .filter(({ table }) => !knownTables.has(table))
          .reduce((sum, { count }) => sum + count, 0);
        return [
          ...moves
            .filter(({ table }) => knownTables.has(table))
            .map(({ table, count }) => wordOf(`bulk:moves.${table}`, '', { count })),
          ...(rest > 0 ? [t('moves.rest', { count: rest })] : []),
        ].join(', ');
      },
    };
  }, [t, words, names, ownFields, standards, sides]);
}
