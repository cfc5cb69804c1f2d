import { calendarDate } from '../../shared/domain/calendarDate.ts';
import { type Company, defaultLook } from '../../shared/domain/company.ts';
import {
  AccountId,
  BlockId,
  ColleagueId,
  PersonId,
  ReferenceId,
  TemplateId,
  TenderId,
} from '../../shared/domain/ids.ts';
import type { CriterionKey, ReaderRole } from '../../shared/domain/person.ts';
import type { ProposalContext, Reader } from '../../shared/domain/proposal.ts';
import type { Reference } from '../../shared/domain/reference.ts';
import { emptyRequisites } from '../../shared/domain/requisites.ts';
import type { Block, RoleSection, Template } from '../../shared/domain/template.ts';
import type { BlockNode } from '../../shared/document/nodes.ts';

// Small invented samples for the unit tests of this room.

/** A uuid that ends in a number, so that failures read well. */
export const uuid = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
export const personId = (number: number) => PersonId.parse(uuid(number));
export const accountId = (number: number) => AccountId.parse(uuid(number));
export const referenceId = (number: number) => ReferenceId.parse(uuid(number));
export const blockId = (id: string) => BlockId.parse(id);
export const day = calendarDate;

export const paragraph = (text: string): BlockNode => ({
  type: 'paragraph',
  content: text === '' ? [] : [{ type: 'text', text }],
});
export const section = (sectionId: string, content: BlockNode[]): BlockNode => ({
  type: 'section',
  attrs: { sectionId, role: null, personIds: [], outlineTitle: sectionId },
  content,
});

export function reader(
  number: number,
  role: ReaderRole,
  influence: number,
  weights: Partial<Record<CriterionKey, number>>,
): Reader {
  const names: readonly (readonly [string, string, string])[] = [
    ['Вересов', 'Андрей', 'Николаевич'],
    ['Петрова', 'Ольга', 'Сергеевна'],
    ['Шадрин', 'Пётр', 'Ильич'],
    ['Лисина', 'Тамара', 'Львовна'],
  ];
  const [lastName, firstName, middleName] = names[(number - 1) % names.length] ?? ['', '', ''];
  return {
    personId: personId(number),
    lastName,
    firstName,
    middleName,
    gender: 'unknown',
    position: 'Генеральный директор',
    role,
    influence,
    psychotype: 'unknown',
    attitude: 'unknown',
    criteria: Object.entries(weights).map(([key, weightPercent]) => ({
      // The keys of a Partial<Record<CriterionKey, …>> are criteria; Object.entries widens them.
      key: key as CriterionKey,
      weightPercent: weightPercent ?? 0,
      note: '',
    })),
    nameForms: { addresseeDative: '', positionDative: '', greeting: '' },
    email: '',
    deleted: false,
  };
}

export const company: Company = {
  revision: 1,
  name: 'Ладожская пневматика',
  legalForm: 'ООО',
  tagline: 'Компрессорные станции и сервис',
  requisites: {
    ...emptyRequisites,
    inn: '4702019380',
    kpp: '470201001',
    legalAddress: '187401, Волхов, Заводская ул., 14',
    phone: '+7 813 000-40-20',
    email: 'kp@ladoga-pnevmo.example',
    headName: 'Соснин Игорь Львович',
    headPosition: 'Директор',
  },
  logo: null,
  colleagues: [
    {
      id: ColleagueId.parse(uuid(901)),
      name: 'Гуров Денис Павлович',
      position: 'Ведущий инженер',
      phone: '+7 900 000-00-01',
      email: 'gurov@ladoga-pnevmo.example',
      responsibility: 'расчёт и пуск',
      inTeamByDefault: true,
    },
    {
      id: ColleagueId.parse(uuid(902)),
      name: 'Рощина Вера Юрьевна',
      position: 'Коммерческий директор',
      phone: '+7 900 000-00-02',
      email: '',
      responsibility: '',
      inTeamByDefault: false,
    },
  ],
  signatoryId: ColleagueId.parse(uuid(902)),
  authorId: ColleagueId.parse(uuid(901)),
  look: defaultLook,
  numberPattern: '{year}-{counter}',
  vatRate: 22,
  vatMode: 'included',
  validityDays: 45,
};

export function reference(number: number, overrides: Partial<Reference> = {}): Reference {
  return {
    id: referenceId(number),
    revision: 1,
    language: 'ru',
    companyName: `Завод ${number}`,
    industry: 'Керамика',
    project: 'Компрессорная станция',
    result: 'простои сократились с 31 до 6 часов в год',
    year: 2025,
    refereeName: 'Громова Н. В.',
    refereePosition: 'директор по персоналу',
    refereeRole: 'hr',
    phone: '+7 900 000-00-03',
    email: '',
    consentFrom: day('2026-01-01'),
    consentUntil: null,
    consentFor: ['proposal', 'call'],
    usedCount: 0,
    ...overrides,
  };
}

export const context = (overrides: Partial<ProposalContext> = {}): ProposalContext => ({
  roleNames: {},
  criterionNames: {},
  today: day('2026-11-23'),
  company,
  account: {
    id: accountId(1),
    deleted: false,
    name: 'Тихвинский фарфор',
    legalForm: 'АО',
    fullName: '',
    industry: 'Керамика',
    city: 'Тихвин',
    inn: '4715000000',
    needs: '',
    plans: '',
    currency: 'RUB',
    firstDeliveryOn: day('2019-03-04'),
    deliveriesCount: 38,
    recentComplaints: 0,
  },
  tender: {
    id: TenderId.parse(uuid(700)),
    title: 'Компрессорная станция',
    subject: 'Поставка и сервис',
    requestNumber: 'ТФ-118/26 от 09.11.2026',
    tenderOn: day('2026-12-15'),
    criteria: [],
  },
  readers: [],
  pastLosses: [],
  references: [],
  ownFields: [],
  rivals: [],
  ...overrides,
});

export const block = (
  id: string,
  role: ReaderRole,
  criteria: readonly CriterionKey[],
  overrides: Partial<Block> = {},
): Block => ({
  id: blockId(id),
  schemaVersion: 1,
  language: 'ru',
  title: id,
  role,
  criteria: [...criteria],
  psychotypes: [],
  trade: '',
  industries: [],
  occasions: [],
  evidence: 'statement',
  facts: [],
  why: '',
  content: [paragraph(`Довод ${id}`)],
  ...overrides,
});

export const roleSection = (role: ReaderRole, overrides: Partial<RoleSection> = {}): RoleSection => ({
  role,
  outlineTitle: `Раздел ${role}`,
  opening: [paragraph(`Вступление ${role}`)],
  closing: [],
  requiredBlockIds: [],
  ...overrides,
});

export const template = (overrides: Partial<Template> = {}): Template => ({
  id: TemplateId.parse('sample'),
  schemaVersion: 1,
  language: 'ru',
  title: 'Образец',
  purpose: '',
  trade: '',
  before: [section('frame-opening', [{ type: 'letterhead' }, { type: 'addressee' }])],
  roleSections: [roleSection('ceo'), roleSection('hr'), roleSection('finance'), roleSection('technical')],
  after: [section('frame-end', [{ type: 'validity', attrs: { offerKind: 'offer' } }, { type: 'signature' }])],
  ...overrides,
});
