import type { CalendarDate } from '../domain/calendarDate.ts';
import { formatDay, formatDayLong } from '../domain/formatDate.ts';
import { formatMoney } from '../domain/formatMoney.ts';
import type { Language } from '../domain/language.ts';
import { moneyInWords } from '../domain/moneyInWords.ts';
import { addresseeForms, namePartsOf, signatureName } from '../domain/nameForms.ts';
import { pluralRu } from '../domain/plural.ts';
import { priceTotals } from '../domain/priceTotals.ts';
import type { Proposal, ProposalContext } from '../domain/proposal.ts';
import { quotedName } from '../domain/quotedName.ts';
import { type FieldValues, fieldValue, type MergeFieldKey, noValues } from './mergeFields.ts';
import type { DocumentRoot } from './nodes.ts';
import { ownFieldText } from './ownFieldText.ts';
import { vatPhrase } from './vatPhrase.ts';
import { priceTableOf } from './walk.ts';
import { words } from './words.ts';

/** What the fields take from the proposal itself. */
export type FieldProposal = Pick<
  Proposal,
  | 'number'
  | 'edition'
  | 'documentDate'
  | 'validity'
  | 'language'
  | 'subject'
  | 'addresseeId'
  | 'fieldOverrides'
>;

const known = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** Whole years from one day to another; the anniversary itself completes a year. */
function wholeYears(from: CalendarDate, to: CalendarDate): number {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
  return to.slice(5) < from.slice(5) ? years - 1 : years;
}

function yearsText(years: number, language: Language): string | null {
  if (years < 1) return null;
  if (language === 'en') return `${years}\u00A0${years === 1 ? 'year' : 'years'}`;
  return `${years}\u00A0${pluralRu(years, ['год', 'года', 'лет'])}`;
}

function proposalFields(proposal: FieldProposal, root: DocumentRoot): Partial<FieldValues> {
  const { language, validity, documentDate } = proposal;
  const edition = proposal.edition > 1 ? ` ${words[language].edition(proposal.edition)}` : '';
  const dates = {
    'proposal.number': known(proposal.number) === null ? null : proposal.number.trim() + edition,
    'proposal.date': formatDay(documentDate, language),
    'proposal.dateLong': formatDayLong(documentDate, language),
    'proposal.subject': known(proposal.subject),
    'proposal.validFrom': formatDay(validity.validFrom, language),
    'proposal.validUntil': formatDay(validity.validUntil, language),
    'proposal.validUntilLong': formatDayLong(validity.validUntil, language),
  };
  const table = priceTableOf(root);
  if (table === null || table.items.length === 0) return dates;
  const totals = priceTotals(table);
  if (totals.isTooLarge) return dates;
  const money = (amountMinor: number) => ({ amountMinor, currency: table.currency });
  return {
    ...dates,
    'proposal.total': formatMoney(money(totals.grossMinor), language),
    'proposal.totalInWords': moneyInWords(money(totals.grossMinor), language),
    'proposal.vatAmount': formatMoney(money(totals.vatMinor), language),
    'proposal.vatPhrase': vatPhrase(totals, language),
    'proposal.totalWithoutVat': formatMoney(money(totals.netMinor), language),
  };
}

function accountFields(proposal: FieldProposal, context: ProposalContext): Partial<FieldValues> {
  const { account } = context;
  const since = account.firstDeliveryOn;
  return {
    'account.name': known(account.name),
    'account.nameQuoted': known(quotedName(account, proposal.language)),
    'account.fullName': known(account.fullName),
    'account.industry': known(account.industry),
    'account.city': known(account.city),
    'account.inn': known(account.inn),
    'account.cooperationSince': since?.slice(0, 4) ?? null,
    'account.cooperationYears':
      since === null ? null : yearsText(wholeYears(since, proposal.documentDate), proposal.language),
    'account.deliveriesCount': account.deliveriesCount > 0 ? String(account.deliveriesCount) : null,
    'account.needs': known(account.needs),
    'account.plans': known(account.plans),
  };
}

function addresseeFields(proposal: FieldProposal, context: ProposalContext): Partial<FieldValues> {
  const reader = context.readers.find(({ personId }) => personId === proposal.addresseeId);
  if (reader === undefined) {
    // A paper without an addressee greets the whole group.
    return { 'addressee.greeting': proposal.language === 'ru' ? 'Уважаемые коллеги' : 'Dear colleagues' };
  }
  const forms = addresseeForms(reader, proposal.language);
  return {
    'addressee.positionDative': known(forms.positionDative),
    'addressee.nameDative': known(forms.nameDative),
    'addressee.nameFull': known(forms.nameFull),
    'addressee.greeting': known(forms.greeting),
  };
}

function companyFields(language: Language, context: ProposalContext): Partial<FieldValues> {
  const { company } = context;
  const colleague = (id: string | null) => company.colleagues.find((candidate) => candidate.id === id);
  const signatory = colleague(company.signatoryId);
  const author = colleague(company.authorId);
  return {
    'company.name': known(company.name),
    'company.nameQuoted': known(quotedName(company, language)),
    'company.fullName': known(company.requisites.fullName),
    'company.phone': known(company.requisites.phone),
    'company.email': known(company.requisites.email),
    'company.signatoryName': known(
      signatureName(namePartsOf(signatory?.name ?? company.requisites.headName), language),
    ),
    'company.signatoryPosition': known(signatory?.position ?? company.requisites.headPosition),
    'company.authorName': known(author?.name ?? ''),
    'company.authorPhone': known(author?.phone ?? ''),
  };
}

function tenderFields(language: Language, context: ProposalContext): Partial<FieldValues> {
  const { tender } = context;
  if (tender === null) return {};
  return {
    'tender.title': known(tender.title),
    'tender.subject': known(tender.subject),
    'tender.requestNumber': known(tender.requestNumber),
    'tender.date': tender.tenderOn === null ? null : formatDay(tender.tenderOn, language),
  };
}

/** The department's own fields as the client's dossier answers them. */
function ownFields(language: Language, context: ProposalContext): Partial<FieldValues> {
  return Object.fromEntries(
    context.ownFields.map((field) => [field.key, known(ownFieldText(field, language))]),
  );
}

/**
 * The value of every merge field. What the user typed for a field wins (an override of blanks counts as none);
 * null = not known. Totals come from the document's first price table with lines. GLOSSARY: поле.
 */
export function resolveFields(input: {
  readonly proposal: FieldProposal;
  readonly context: ProposalContext;
  readonly root: DocumentRoot;
}): FieldValues {
  const { proposal, context, root } = input;
  const values: { -readonly [Key in keyof FieldValues]: FieldValues[Key] } = {
    ...noValues,
    ...proposalFields(proposal, root),
    ...accountFields(proposal, context),
    ...ownFields(proposal.language, context),
    ...addresseeFields(proposal, context),
    ...tenderFields(proposal.language, context),
    ...companyFields(proposal.language, context),
  };
  for (const [key, text] of Object.entries(proposal.fieldOverrides)) {
    const value = known(text ?? '');
    // The keys of `fieldOverrides` were checked by its schema; Object.entries widens them to string.
    if (value !== null) values[key as MergeFieldKey] = value;
  }
  return values;
}

/** What a paper prints for a field: its value, or a line to fill in by hand. */
export function printedField(values: FieldValues, key: MergeFieldKey, language: Language): string {
  return fieldValue(values, key) ?? words[language].hole;
}
