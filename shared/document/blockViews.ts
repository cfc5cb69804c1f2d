import { contactSeparator } from './contactPieces.ts';
import type { CalendarDate } from '../domain/calendarDate.ts';
import type { Company } from '../domain/company.ts';
import { hasConsentOn } from '../domain/consent.ts';
import { formatDayLong } from '../domain/formatDate.ts';
import type { ColleagueId, ReferenceId } from '../domain/ids.ts';
import type { Language } from '../domain/language.ts';
import { namePartsOf, signatureName } from '../domain/nameForms.ts';
import type { ProposalContext } from '../domain/proposal.ts';
import { quotedName } from '../domain/quotedName.ts';
import type { Reference } from '../domain/reference.ts';
import type { ValidityPeriod } from '../domain/validity.ts';
import type { FieldValues } from './mergeFields.ts';
import type { Attachment } from './nodes.ts';
import { words } from './words.ts';

// What our own blocks print, as plain data: one source for the editor's views and the Word writer.
export { type PaybackView, paybackView } from './paybackView.ts';
export { type PaymentScheduleView, paymentScheduleView } from './paymentViews.ts';
export { type PriceTableRow, type PriceTableView, priceTableView, type TableColumn } from './priceViews.ts';

export type LetterheadView = {
  readonly name: string;
  readonly tagline: string;
  readonly lines: readonly string[];
};
export type AddresseeView = {
  readonly numberLine: string;
  readonly requestLine: string | null;
  /** Addressee, a line each: post, company, name in the dative; in English name, post, company. */
  readonly right: readonly string[];
};
export type TeamMember = {
  readonly id: ColleagueId;
  readonly name: string;
  readonly position: string;
  readonly responsibility: string;
  readonly contacts: string;
};
export type ReferenceEntry = {
  readonly id: ReferenceId;
  /** «Молоко Заонежья», пищевая промышленность, 2025. */
  readonly title: string;
  readonly project: string;
  readonly result: string;
  /** Name and post of the person ready to recommend. */
  readonly referee: string;
  readonly contacts: string;
};
export type ReferencesView = {
  readonly entries: readonly ReferenceEntry[];
  /** How many chosen references are not printed: without consent on the day, or gone. Never printed itself. */
  readonly leftOut: number;
};
export type ValidityView = { readonly heading: string; readonly text: string };
export type SignatureView = {
  readonly position: string;
  /** «А. Н. Вересов». */
  readonly name: string;
  /** «Исполнитель: …»; null = nobody is named. */
  readonly preparedBy: string | null;
};

const joined = (parts: readonly string[], separator: string): string =>
  parts
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join(separator);

/** Our letterhead: name, tagline, and lines of requisites and contacts; empty parts are left out. */
export function letterheadView(
  context: Pick<ProposalContext, 'company'>,
  language: Language,
): LetterheadView {
  const { company } = context;
  const { requisites } = company;
  const paper = words[language];
  const numbered = (label: string, value: string): string =>
    value.trim() === '' ? '' : `${label}\u00A0${value.trim()}`;
  const lines = [
    joined(
      [
        quotedName(company, language),
        numbered(paper.inn, requisites.inn),
        numbered(paper.kpp, requisites.kpp),
      ],
      ', ',
    ),
    (requisites.postalAddress || requisites.legalAddress).trim(),
    // Commas, as in any letterhead: where a narrow line breaks, a comma may end it.
    joined([requisites.phone, requisites.email, requisites.site], contactSeparator),
  ];
  return {
    name: company.name.trim(),
    tagline: company.tagline.trim(),
    lines: lines.filter((line) => line !== ''),
  };
}

/** The line at the foot of a page in looks that want one: our name, telephone, e-mail, site; unknown parts are left out. */
export function footerLine(company: Pick<Company, 'name' | 'requisites'>): string {
  const { phone, email, site } = company.requisites;
  return joined([company.name, phone, email, site], ' · ');
}

/** Number and date on the left, the addressee on the right. Unknown parts of the addressee are left out. */
export function addresseeView(
  values: FieldValues,
  _context: ProposalContext,
  language: Language,
): AddresseeView {
  const paper = words[language];
  const request = values['tender.requestNumber'];
  const post = values['addressee.positionDative'];
  const company = values['account.nameQuoted'];
  const name = values['addressee.nameDative'];
  const order = language === 'ru' ? [post, company, name] : [name, post, company];
  return {
    numberLine: paper.numberLine(
      values['proposal.number'] ?? paper.hole,
      values['proposal.date'] ?? paper.hole,
    ),
    requestLine: request === null ? null : paper.requestLine(request),
    right: order.filter((line) => line !== null),
  };
}

/** The group that prepared the proposal, in the order chosen; colleagues who are gone are left out. */
export function teamView(
  ids: readonly ColleagueId[],
  company: Pick<Company, 'colleagues'>,
): readonly TeamMember[] {
  return ids.flatMap((id) => {
    const colleague = company.colleagues.find((candidate) => candidate.id === id);
    if (colleague === undefined) return [];
    const { name, position, responsibility } = colleague;
    return [
      { id, name, position, responsibility, contacts: joined([colleague.phone, colleague.email], ', ') },
    ];
  });
}

/** References as printed: only those with consent on `day`; `leftOut` counts the rest of the chosen ones. */
export function referencesView(
  ids: readonly ReferenceId[],
  references: readonly Reference[],
  day: CalendarDate,
  language: Language,
): ReferencesView {
  const entries = ids.flatMap((id): ReferenceEntry[] => {
    const reference = references.find((candidate) => candidate.id === id);
    if (reference === undefined || !hasConsentOn(reference, day)) return [];
    const company = quotedName({ name: reference.companyName, legalForm: '' }, language);
    return [
      {
        id,
        title: joined(
          [company, reference.industry, reference.year === null ? '' : String(reference.year)],
          ', ',
        ),
        project: reference.project.trim(),
        result: reference.result.trim(),
        referee: joined([reference.refereeName, reference.refereePosition], ', '),
        // Who agreed to be named only is not called.
        contacts: reference.consentFor.includes('call')
          ? joined([reference.phone, reference.email], ', ')
          : '',
      },
    ];
  });
  return { entries, leftOut: ids.length - entries.length };
}

/** Validity at the end of the paper: the dates, why they are bounded, and whether this is an offer. */
export function validityView(
  validity: ValidityPeriod,
  offerKind: 'offer' | 'information',
  language: Language,
): ValidityView {
  const paper = words[language];
  const from = formatDayLong(validity.validFrom, language);
  const until = formatDayLong(validity.validUntil, language);
  const nature = offerKind === 'offer' ? paper.offer(until) : paper.information;
  return {
    heading: paper.validityHeading,
    text: [paper.validity(from, until), paper.validityWhy, nature].join(' '),
  };
}

/**
 * The papers that go with this one, a line each (GOST R 7.0.97-2016, реквизит «отметка о приложении»): a single one
 * on the line of the heading, several numbered below it. Those without a title are left out.
 */
export function attachmentsView(items: readonly Attachment[], language: Language): readonly string[] {
  const paper = words[language].attachments;
  const named = items.filter(({ title }) => title.trim() !== '');
  const lines = named.map(({ title, sheets, copies }) => paper.line(title.trim(), sheets, copies));
  if (lines.length < 2) return lines.map((line) => `${paper.one} ${line}`);
  return [paper.many, ...lines.map((line, at) => `${at + 1}.\u00A0${line}`)];
}

/** The signature row. Without a chosen signatory the head of our requisites signs. */
export function signatureView(context: Pick<ProposalContext, 'company'>, language: Language): SignatureView {
  const { company } = context;
  const colleague = (id: ColleagueId | null) => company.colleagues.find((candidate) => candidate.id === id);
  const signatory = colleague(company.signatoryId);
  const author = colleague(company.authorId);
  const paper = words[language];
  const phone =
    author === undefined || author.phone.trim() === '' ? '' : `${paper.phone}\u00A0${author.phone.trim()}`;
  return {
    position: (signatory?.position ?? company.requisites.headPosition).trim(),
    name: signatureName(namePartsOf(signatory?.name ?? company.requisites.headName), language),
    preparedBy:
      author === undefined ? null : paper.preparedBy(joined([author.name, phone, author.email], ', ')),
  };
}
