import { IndustryVariant } from './account.ts';
import type {
  DossierStandard,
  FieldGroup,
  FieldKind,
  ShippedField,
  StandardField,
} from './dossierStandard.ts';

/** Part weights that the program brings: people decide, so they weigh most (GLOSSARY: полнота). */
export const shippedPartWeights = { general: 30, history: 20, people: 35, competitors: 15 } as const;

type Shape = { readonly group: FieldGroup; readonly kind: FieldKind; readonly options?: readonly string[] };

const company = (kind: FieldKind): Shape => ({ group: 'company', kind });
const business: Shape = { group: 'business', kind: 'long' };
const special = (kind: FieldKind = 'long', options?: readonly string[]): Shape =>
  options === undefined ? { group: 'special', kind } : { group: 'special', kind, options };
const requisite: Shape = { group: 'requisites', kind: 'short' };
const mark: Shape = { group: 'marks', kind: 'mark' };

/** What each field of the program is, whichever standard asks for it. Options are keys of the window's words. */
export const fieldShapes: Readonly<Record<ShippedField, Shape>> = {
  description: company('long'),
  industry: company('short'),
  city: company('short'),
  employees: company('number'),
  foundedYear: company('number'),
  needs: business,
  plans: business,
  weakSpots: business,
  growthZones: business,
  structure: business,
  staffing: business,
  surroundings: business,
  history: business,
  annualRevenueMinor: { group: 'finance', kind: 'money' },
  finances: { group: 'finance', kind: 'years' },
  financialNotes: { group: 'finance', kind: 'long' },
  companyType: special('choice', ['importer', 'wholesaler', 'regionalDealer', 'retailChain', 'onlineStore']),
  turnover: special(),
  purchasingMethods: special(),
  decisionProcess: special(),
  distributionNetwork: special(),
  marketRivals: special(),
  stock: special(),
  warehouse: special(),
  tradeStaff: special(),
  suppliersCount: special('number'),
  markets: special(),
  headOffice: special('short'),
  plants: special(),
  assortment: special(),
  priorityLines: special(),
  promotion: special(),
  historyWithUs: special(),
  whereWeHelp: special(),
  ownership: special('choice', ['federal', 'regional', 'municipal', 'departmental', 'privateClinic']),
  medicalProfile: special(),
  licence: special('short'),
  accredited: special('yesNo'),
  beds: special('number'),
  patientsPerYear: special('number'),
  procurementLaw: special('choice', ['law44', 'law223', 'bothLaws', 'commercial']),
  procurementOffice: special(),
  funding: special(),
  equipment: special(),
  chiefPhysicians: special(),
  informationSystem: special('short'),
  fullName: requisite,
  inn: requisite,
  kpp: requisite,
  ogrn: requisite,
  okpo: requisite,
  okved: requisite,
  legalAddress: requisite,
  bankName: requisite,
  settlementAccount: requisite,
  headName: requisite,
  headBasis: requisite,
  types: mark,
  criteria: mark,
  threeP: mark,
};

type Rule = { readonly weight?: number; readonly stale?: number; readonly required?: true };

/** A field of the program as a standard first asks for it. */
export function shippedField(key: ShippedField, { weight = 1, stale, required }: Rule = {}): StandardField {
  const { group, kind, options = [] } = fieldShapes[key];
  return {
    key,
    label: '',
    question: '',
    kind,
    group,
    options: [...options],
    asked: true,
    required: required === true,
    weight,
    staleMonths: stale ?? null,
  };
}

type Asked = readonly [ShippedField, Rule?];

// Needs and plans move from season to season, structure and people from year to year; what a company is hardly moves.
const everyCompany: readonly Asked[] = [
  ['description', { weight: 2, stale: 24 }],
  ['industry'],
  ['city', { weight: 0 }],
  ['employees', { stale: 12 }],
  ['foundedYear', { weight: 0 }],
  ['needs', { weight: 3, stale: 6, required: true }],
  ['plans', { weight: 2, stale: 6 }],
  ['weakSpots', { stale: 12 }],
  ['growthZones', { stale: 12 }],
  ['structure', { stale: 12 }],
  ['staffing', { stale: 12 }],
  ['surroundings', { stale: 12 }],
  ['history'],
];
const money: readonly Asked[] = [
  ['annualRevenueMinor', { stale: 13 }],
  ['finances'],
  ['financialNotes', { weight: 0, stale: 6 }],
];
const papers: readonly Asked[] = [
  ['fullName'],
  ['inn'],
  ['kpp', { weight: 0 }],
  ['ogrn', { weight: 0 }],
  ['okpo', { weight: 0 }],
  ['okved', { weight: 0 }],
  ['legalAddress', { weight: 0 }],
  ['bankName', { weight: 0 }],
  ['settlementAccount', { weight: 0 }],
  ['headName', { stale: 12 }],
  ['headBasis', { weight: 0 }],
];
const marks: readonly Asked[] = [['types'], ['criteria'], ['threeP']];

const ofIndustry: Readonly<Record<IndustryVariant, readonly Asked[]>> = {
  general: [],
  distributor: [
    ['companyType'],
    ['decisionProcess', { weight: 2, stale: 12, required: true }],
    ['purchasingMethods', { stale: 12 }],
    ['turnover', { stale: 12 }],
    ['distributionNetwork', { stale: 12 }],
    ['suppliersCount', { stale: 12 }],
    ['marketRivals', { stale: 12 }],
    ['stock', { stale: 6 }],
    ['warehouse', { stale: 24 }],
    ['tradeStaff', { stale: 12 }],
  ],
  manufacturer: [
    ['priorityLines', { weight: 2, stale: 12, required: true }],
    ['assortment', { stale: 12 }],
    ['markets', { stale: 12 }],
    ['plants', { stale: 24 }],
    ['headOffice', { weight: 0 }],
    ['promotion', { stale: 12 }],
    ['historyWithUs'],
    ['whereWeHelp', { stale: 6 }],
  ],
  medical: [
    ['procurementLaw', { weight: 2, required: true }],
    ['ownership'],
    ['medicalProfile', { weight: 2, stale: 24 }],
    ['beds', { stale: 12 }],
    ['patientsPerYear', { stale: 12 }],
    ['equipment', { weight: 2, stale: 12 }],
    ['chiefPhysicians', { weight: 2, stale: 12 }],
    ['procurementOffice', { stale: 12 }],
    ['funding', { stale: 12 }],
    ['licence', { weight: 0, stale: 24 }],
    ['accredited', { weight: 0, stale: 24 }],
    ['informationSystem', { weight: 0, stale: 24 }],
  ],
};

/** The standards that the program brings, one an industry; a department changes them or adds its own. */
export const shippedStandards: Readonly<Record<IndustryVariant, DossierStandard>> = {
  general: shipped('general'),
  manufacturer: shipped('manufacturer'),
  distributor: shipped('distributor'),
  medical: shipped('medical'),
};

function shipped(id: IndustryVariant): DossierStandard {
  const asked = [...everyCompany, ...ofIndustry[id], ...money, ...papers, ...marks];
  return {
    id,
    name: '',
    partWeights: { ...shippedPartWeights },
    fields: asked.map(([key, rule]) => shippedField(key, rule)),
  };
}

/** Whether a standard is one that the program brings. */
export function isShippedStandard(id: DossierStandard['id']): id is IndustryVariant {
  return IndustryVariant.safeParse(id).success;
}
