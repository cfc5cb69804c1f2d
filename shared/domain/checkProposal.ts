import { type FieldValues, fieldValue, type MergeFieldKey } from '../document/mergeFields.ts';
import { LinkHref } from '../document/nodes.ts';
import type { BlockNode, SectionNode } from '../document/nodes.ts';
import type { PrintedPlace } from '../document/printedPlaces.ts';
import { printedPlaces } from '../document/printedPlaces.ts';
import { resolveFields } from '../document/resolveFields.ts';
import { referencesView, signatureView } from '../document/blockViews.ts';
import type { DocumentNode } from '../document/walk.ts';
import { findAll, inlineText, walk } from '../document/walk.ts';
import type { CalendarDate } from './calendarDate.ts';
import { checkLanguage } from './checkLanguage.ts';
import { checkPrices, checkValidity } from './checkTerms.ts';
import { hasConsentOn } from './consent.ts';
import { coverageOf } from './coverage.ts';
import { isOwnField } from './dossierStandard.ts';
import type { Finding, Severity } from './finding.ts';
import { fullName } from './nameForms.ts';
import type { Proposal, ProposalContext } from './proposal.ts';
import { unwrittenHint } from './unwrittenPart.ts';

/** What a check looks at: the proposal as saved, what it is drawn from, and the day. */
export type CheckInput = {
  readonly proposal: Proposal;
  readonly context: ProposalContext;
  readonly values: FieldValues;
  readonly places: readonly PrintedPlace[];
  readonly today: CalendarDate;
};

/** A criterion lighter than this may go without an argument. */
export const coverageFromPercent = 10;
/** From this weight on a hole decides the reader's verdict. */
export const coverageStopPercent = 30;

const sectionIdOf = (parents: readonly DocumentNode[]): string | null => {
  const section = parents.find((node) => node.type === 'section');
  return section?.type === 'section' ? section.attrs.sectionId : null;
};
const onPage = (severity: Severity) => ({ severity, sectionId: null, quote: '', place: 'page' as const });

/** Why nothing is known of a field: of an own one the dossier may not even be asked. */
function emptyKind(
  key: MergeFieldKey,
  { ownFields }: ProposalContext,
): 'emptyField' | 'fieldElsewhere' | 'formerField' {
  if (!isOwnField(key)) return 'emptyField';
  const state = ownFields.find((field) => field.key === key)?.state ?? 'former';
  return state === 'asked' ? 'emptyField' : state === 'elsewhere' ? 'fieldElsewhere' : 'formerField';
}

function checkFields({ proposal, context, values }: CheckInput): Finding[] {
  const { root } = proposal.document;
  const findings: Finding[] = [];
  const seen = new Set<MergeFieldKey>();
  walk(root, (node, parents) => {
    if (node.type !== 'mergeField' || seen.has(node.attrs.key)) return;
    const { key } = node.attrs;
    seen.add(key);
    const at = { sectionId: sectionIdOf(parents), quote: '', place: 'field' as const };
    if (fieldValue(values, key) === null)
      findings.push({ kind: emptyKind(key, context), severity: 'stop', ...at, params: { field: key } });
  });
  const computed = resolveFields({ proposal: { ...proposal, fieldOverrides: {} }, context, root });
  for (const [name, text] of Object.entries(proposal.fieldOverrides)) {
    // The keys of `fieldOverrides` were checked by its schema; Object.entries widens them to string.
    const key = name as MergeFieldKey;
    const [typed, known] = [text?.trim() ?? '', fieldValue(computed, key)];
    if (!seen.has(key) || typed === '' || known === null || typed === known) continue;
    const isSum = key.startsWith('proposal.total') || key === 'proposal.vatAmount';
    const at = { sectionId: null, quote: '', place: 'field' as const };
    findings.push(
      isSum
        ? {
            kind: 'totalDisagrees',
            severity: 'stop',
            ...at,
            quote: typed,
            params: { written: typed, total: known },
          }
        : { kind: 'ownValue', severity: 'note', ...at, quote: typed, params: { field: key, typed, known } },
    );
  }
  return findings;
}

function checkReaders({ proposal, context, today }: CheckInput): Finding[] {
  const { root } = proposal.document;
  const findings: Finding[] = [];
  const sectionFor = (personId: string): string | null =>
    findAll(root, 'section').find(({ attrs }) => attrs.personIds.some((id) => id === personId))?.attrs
      .sectionId ?? null;
  const printed = findAll(root, 'references').flatMap(
    ({ attrs }) => referencesView(attrs.referenceIds, context.references, today, proposal.language).entries,
  );
  if (context.readers.length === 0)
    findings.push({ kind: 'noReaders', ...onPage('warn'), place: 'readers', params: {} });
  const coverage = coverageOf(root, context.readers);
  for (const reader of context.readers) {
    const name = fullName(reader, proposal.language);
    const sectionId = sectionFor(reader.personId);
    const at = (severity: Severity) => ({ severity, sectionId, quote: '', place: 'readers' as const });
    if (reader.deleted) findings.push({ kind: 'readerDeleted', ...at('warn'), params: { name } });
    else if (reader.criteria.every(({ weightPercent }) => weightPercent === 0))
      findings.push({ kind: 'noCriteria', ...at('note'), params: { name } });
    for (const cell of coverage.rows.find(({ personId }) => personId === reader.personId)?.cells ?? []) {
      const { criterion, weightPercent, state } = cell;
      // An HR reader without references is told of below, in words of its own.
      const isHr = reader.role === 'hr' && criterion === 'references' && printed.length === 0;
      if (state !== 'missing' || weightPercent < coverageFromPercent || isHr) continue;
      const severity = weightPercent >= coverageStopPercent ? 'stop' : 'warn';
      findings.push({ kind: 'coverageHole', ...at(severity), params: { name, criterion, weightPercent } });
    }
    if (reader.role === 'hr' && printed.length === 0)
      findings.push({ kind: 'hrWithoutReference', ...at('stop'), params: { name } });
  }
  walk(root, (node, parents) => {
    if (node.type !== 'references') return;
    for (const id of node.attrs.referenceIds) {
      const reference = context.references.find((candidate) => candidate.id === id);
      const at = {
        severity: 'warn',
        sectionId: sectionIdOf(parents),
        quote: '',
        place: 'references',
      } as const;
      if (reference === undefined) findings.push({ kind: 'refereeGone', ...at, params: {} });
      else if (!hasConsentOn(reference, today))
        findings.push({
          kind: 'refereeWithoutConsent',
          ...at,
          params: { company: reference.companyName, referee: reference.refereeName },
        });
    }
  });
  return findings;
}

function checkSender({ proposal, context }: CheckInput): Finding[] {
  const { root } = proposal.document;
  const findings: Finding[] = [];
  const has = (type: 'signature' | 'addressee'): boolean => findAll(root, type).length > 0;
  if (!has('signature')) findings.push({ kind: 'signatureMissing', ...onPage('stop'), params: {} });
  else if (signatureView(context, proposal.language).name === '')
    findings.push({ kind: 'signatoryMissing', ...onPage('stop'), place: 'settings', params: {} });
  // Somebody who reads it no more is not printed, whoever was chosen.
  const isNamed = context.readers.some(({ personId }) => personId === proposal.addresseeId);
  // Without readers there is nobody to name: that is told once.
  if (!has('addressee') || (!isNamed && context.readers.length > 0))
    findings.push({ kind: 'addresseeMissing', ...onPage('warn'), place: 'addressee', params: {} });
  const { name, requisites } = context.company;
  if (name.trim() === '')
    findings.push({ kind: 'companyNameEmpty', ...onPage('stop'), place: 'settings', params: {} });
  else if (
    (proposal.language === 'ru' && requisites.inn.trim() === '') ||
    `${requisites.phone}${requisites.email}`.trim() === ''
  )
    findings.push({ kind: 'requisitesEmpty', ...onPage('warn'), place: 'settings', params: {} });
  return findings;
}

/** Whether a data URL begins as the picture it says to be: PNG and JPEG by their first bytes. */
function isReadableImage(src: string): boolean {
  const body = /^data:image\/(?:png|jpeg);base64,([A-Za-z0-9+/]+={0,2})$/.exec(src)?.[1] ?? '';
  if (body.length < 60 || body.length % 4 !== 0) return false;
  return body.startsWith('iVBORw0KGgo') || body.startsWith('/9j/');
}

const isBlank = (node: BlockNode): boolean => {
  if (node.type === 'paragraph' || node.type === 'heading') {
    const text = inlineText(node.content, () => 'field');
    return text.trim() === '';
  }
  if (node.type === 'pageBreak' || node.type === 'horizontalRule') return true;
  // What holds blocks is blank when they all are; our own blocks and pictures print something.
  if (
    node.type === 'section' ||
    node.type === 'argument' ||
    node.type === 'blockquote' ||
    node.type === 'callout'
  )
    return node.content.every(isBlank);
  return false;
};

/** A section of a heading alone promises what it does not hold. */
const isEmptySection = (section: SectionNode): boolean =>
  section.content.every((node) => node.type === 'heading' || isBlank(node)) &&
  section.attrs.sectionId !== 'frame-letterhead';

/** A hint that nobody wrote over would be printed: told once a section, at its first place. */
function checkUnwritten({ proposal }: CheckInput): Finding[] {
  const findings = new Map<string | null, Finding>();
  walk(proposal.document.root, (node, parents) => {
    if (node.type !== 'paragraph' && node.type !== 'heading') return;
    const quote = unwrittenHint(inlineText(node.content, () => ''));
    const section = parents.find(({ type }) => type === 'section');
    const sectionId = sectionIdOf(parents);
    if (quote === null || findings.has(sectionId)) return;
    const title = section?.type === 'section' ? section.attrs.outlineTitle : '';
    findings.set(sectionId, {
      kind: 'unwrittenPart',
      severity: 'stop',
      sectionId,
      quote,
      place: 'text',
      params: { title },
    });
  });
  return [...findings.values()];
}

function checkParts({ proposal }: CheckInput): Finding[] {
  const { language } = proposal;
  const findings: Finding[] = [];
  const other = language === 'ru' ? 'en-' : 'ru-';
  walk(proposal.document.root, (node: DocumentNode, parents) => {
    const sectionId = sectionIdOf(parents);
    const at = (severity: Severity, quote = '') => ({ severity, sectionId, quote, place: 'text' as const });
    if (node.type === 'argument' && node.attrs.blockId.startsWith(other)) {
      const [first] = findAll({ content: node.content }, 'text');
      const params = { blockId: node.attrs.blockId };
      findings.push({ kind: 'otherLanguageBlock', ...at('stop', first?.text.slice(0, 80)), params });
    }
    if (node.type === 'image' && !isReadableImage(node.attrs.src))
      findings.push({
        kind: 'brokenImage',
        ...at('stop'),
        place: 'image',
        params: { alt: node.attrs.alt ?? '' },
      });
    if (node.type === 'heading' && isBlank(node))
      findings.push({ kind: 'emptyHeading', ...at('warn'), params: {} });
    if (node.type === 'section' && isEmptySection(node))
      findings.push({
        kind: 'emptySection',
        ...at('warn'),
        sectionId: sectionId ?? node.attrs.sectionId,
        params: { title: node.attrs.outlineTitle },
      });
    if (!('marks' in node)) return;
    for (const mark of node.marks ?? [])
      if (mark.type === 'link' && !LinkHref.safeParse(mark.attrs.href).success)
        findings.push({
          kind: 'forbiddenLink',
          ...at('stop', node.type === 'text' ? node.text : ''),
          params: { href: mark.attrs.href },
        });
  });
  return findings;
}

/** Names, brands and terms that may stand in the other alphabet: they are written so by their owners. */
function knownForeign({ proposal, context, values }: CheckInput): string[] {
  const { company, account, references, readers } = context;
  const table = findAll(proposal.document.root, 'priceTable').flatMap(({ attrs }) => attrs.table.items);
  return [
    company.name,
    company.legalForm,
    company.tagline,
    company.requisites.fullName,
    account.name,
    account.legalForm,
    account.fullName,
    values['account.nameQuoted'] ?? '',
    ...company.colleagues.map(({ name }) => name),
    ...references.flatMap(({ companyName, refereeName }) => [companyName, refereeName]),
    ...readers.flatMap(({ lastName, firstName }) => [lastName, firstName]),
    ...(proposal.language === 'ru' ? table.flatMap(({ title, note }) => [title, note]) : []),
  ];
}

/** Everything that a check needs of a proposal beside the guard: fields resolved, printed texts laid out. */
export function checkInput(proposal: Proposal, context: ProposalContext, today: CalendarDate): CheckInput {
  const { root } = proposal.document;
  const values = resolveFields({ proposal, context, root });
  const paper = { values, context, language: proposal.language, validity: proposal.validity };
  return { proposal, context, values, places: printedPlaces(root, paper, proposal), today };
}

/**
 * What a proposal owes before it is sent (GLOSSARY: проверка): fields, readers, references, validity, prices, sender,
 * language, pictures, links, empty parts. Pure; what must not leave the vault is found by `leakGuard.ts`.
 */
export function checkProposal(input: CheckInput): Finding[] {
  const { proposal, places, today } = input;
  const { root } = proposal.document;
  return [
    ...checkFields(input),
    ...checkUnwritten(input),
    ...checkReaders(input),
    ...checkPrices(root, places, proposal, input.context.vatLaw),
    ...checkValidity(root, proposal.validity, proposal.documentDate, today, input.context.vatLaw),
    ...checkSender(input),
    ...checkLanguage(places, proposal.language, knownForeign(input)),
    ...checkParts(input),
  ];
}
