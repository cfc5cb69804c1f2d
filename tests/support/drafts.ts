import type { AccountDraft } from '../../shared/domain/account.ts';
import { emptyProfile } from '../../shared/domain/account.ts';
import type { AccountEventDraft } from '../../shared/domain/accountEvent.ts';
import type { CompetitorDraft } from '../../shared/domain/competitor.ts';
import type { DeliveryDraft } from '../../shared/domain/delivery.ts';
import type { AccountId, PersonId, TenderId } from '../../shared/domain/ids.ts';
import { TemplateId } from '../../shared/domain/ids.ts';
import type { PersonDraft } from '../../shared/domain/person.ts';
import type { ReferenceDraft } from '../../shared/domain/reference.ts';
import type { FactCare } from '../../shared/domain/specialData.ts';
import { emptyRequisites } from '../../shared/domain/requisites.ts';
import type { TenderDraft } from '../../shared/domain/tender.ts';
import type { ClientsTableView } from '../../shared/ipc/calls/clientsTable.ts';
import type { InputOf } from '../../shared/ipc/contract.ts';
import { calendarDate } from '../../shared/domain/calendarDate.ts';
import type { TestVault } from './testVault.ts';
import { openTestVault } from './testVault.ts';

// What a user may type, filled in the least; each test names only what it is about.

export const day = calendarDate;
/** A Monday. */
export const testToday = day('2026-11-23');
export const supplyTemplate = TemplateId.parse('industrial-supply-ru');

/** A new vault whose clock can be set; it starts at noon of {@link testToday}. */
export async function openDatedVault(): Promise<TestVault & { setDay(to: string): void }> {
  let nowMs = Date.parse(`${testToday}T12:00:00`);
  // Every look at the clock is a millisecond later, as saves never fall on one instant.
  const clock = { nowMs: () => (nowMs += 1), monotonicMs: () => performance.now() };
  const vault = await openTestVault({ clock });
  return { ...vault, setDay: (to) => void (nowMs = Date.parse(`${to}T12:00:00`)) };
}

/** The clients table as a new window looks at it. */
export const wholeTable: ClientsTableView = {
  query: '',
  types: [],
  health: [],
  silentOnly: false,
  headsOnly: false,
  column: 'share',
  descending: true,
  grouped: true,
};

const notMet = { met: null, note: '' };

export const accountDraft = (overrides: Partial<AccountDraft> = {}): AccountDraft => ({
  name: 'Тихвинский фарфор',
  legalForm: 'АО',
  industry: 'Стекло и керамика',
  city: 'Тихвин',
  variant: 'general',
  types: ['breadwinner'],
  typeReason: '',
  criteria: {
    stableProfit: notMet,
    reliablePartner: notMet,
    longTermWork: notMet,
    helpsSalesGrow: notMet,
    opensNewIncome: notMet,
    influencesMarket: notMet,
    affectsReputation: notMet,
  },
  threeP: { need: null, means: null, authority: null },
  currency: 'RUB',
  profile: emptyProfile,
  details: {},
  requisites: { ...emptyRequisites, inn: '4715001234' },
  relationNow: '',
  relationProspect: '',
  nextStep: '',
  nextStepOn: null,
  parentAccountId: null,
  ...overrides,
});

export const personDraft = (accountId: AccountId, overrides: Partial<PersonDraft> = {}): PersonDraft => ({
  accountId,
  lastName: 'Вересов',
  firstName: 'Андрей',
  middleName: 'Николаевич',
  gender: 'unknown',
  position: 'Генеральный директор',
  department: '',
  readerRole: 'ceo',
  decisionRole: 'decides',
  influence: 5,
  attitude: 'neutral',
  psychotype: 'unknown',
  criteria: [],
  threeP: { need: null, means: null, authority: null },
  heeds: [],
  conflicts: [],
  contactsOfOurs: [],
  phone: '',
  email: '',
  contactKind: '',
  birthday: null,
  family: '',
  hobbies: '',
  values: '',
  education: '',
  career: '',
  taboos: '',
  worry: '',
  worryOn: null,
  facts: [],
  privateNotes: '',
  nameForms: { addresseeDative: '', positionDative: '', greeting: '' },
  ...overrides,
});

/** What a fact of a special category needs to be taken. */
export const testCare: FactCare = {
  category: 'health',
  purpose: 'не звать на долгий обход',
  consentOn: testToday,
  consentBy: 'подписанное согласие',
  reviewOn: day('2027-11-23'),
};

export const deliveryDraft = (
  accountId: AccountId,
  overrides: Partial<DeliveryDraft> = {},
): DeliveryDraft => ({
  accountId,
  deliveredOn: testToday,
  direction: 'Сервис',
  subject: 'Плановое обслуживание',
  revenueMinor: 1_000_000,
  profitMinor: 250_000,
  currency: 'RUB',
  document: '',
  ...overrides,
});

export const eventDraft = (
  accountId: AccountId,
  overrides: Partial<AccountEventDraft> = {},
): AccountEventDraft => ({
  accountId,
  kind: 'call',
  happenedOn: testToday,
  title: 'Звонок',
  text: '',
  personIds: [],
  colleagueIds: [],
  promisedBy: null,
  dueOn: null,
  settledOn: null,
  settledAs: null,
  mark: null,
  amountMinor: null,
  outcome: '',
  ...overrides,
});

export const competitorDraft = (
  accountId: AccountId,
  overrides: Partial<CompetitorDraft> = {},
): CompetitorDraft => ({
  accountId,
  name: 'Пневмосервис',
  strengths: '',
  weaknesses: '',
  sharePercent: 20,
  contacts: '',
  priceLevel: 'lower',
  tactics: '',
  infrastructure: '',
  ...overrides,
});

export const tenderDraft = (accountId: AccountId, overrides: Partial<TenderDraft> = {}): TenderDraft => ({
  accountId,
  title: 'Компрессорная станция цеха № 4',
  subject: 'Поставка компрессорной станции и сервис',
  status: 'preparing',
  tenderOn: day('2027-02-01'),
  decidedOn: null,
  requestNumber: '',
  budgetMinor: null,
  ourBidMinor: null,
  currency: 'RUB',
  criteria: [],
  milestones: [],
  participants: [],
  bids: [],
  reasons: [],
  reasonText: '',
  lessons: '',
  ...overrides,
});

export const referenceDraft = (overrides: Partial<ReferenceDraft> = {}): ReferenceDraft => ({
  language: 'ru',
  companyName: 'Молоко Заонежья',
  industry: 'Пищевая промышленность',
  project: 'Станция сжатого воздуха',
  result: '',
  year: 2025,
  refereeName: 'Тихонина Елена Аркадьевна',
  refereePosition: 'Главный инженер',
  refereeRole: 'technical',
  phone: '',
  email: '',
  consentFrom: testToday,
  consentUntil: null,
  consentFor: ['proposal', 'call'],
  usedCount: 0,
  ...overrides,
});

export const proposalInput = (
  accountId: AccountId,
  readerIds: PersonId[],
  overrides: { tenderId?: TenderId | null; validFrom?: string; validUntil?: string; title?: string } = {},
): InputOf<'proposals.create'> => ({
  accountId,
  tenderId: overrides.tenderId ?? null,
  readerIds,
  templateId: supplyTemplate,
  language: 'ru',
  title: overrides.title ?? 'Станция цеха № 4',
  subject: 'Поставка, пуск и сервис',
  validity: { validFrom: overrides.validFrom ?? testToday, validUntil: overrides.validUntil ?? '2026-12-23' },
});

/** A client with a head who reads proposals. */
export async function addClientWithReader(
  vault: TestVault,
  reader: Parameters<typeof personDraft>[1] = {},
): Promise<{ accountId: AccountId; readerId: PersonId }> {
  const { id: accountId } = await vault.call('accounts.create', { draft: accountDraft() });
  const { id: readerId } = await vault.call('people.create', { draft: personDraft(accountId, reader) });
  return { accountId, readerId };
}
