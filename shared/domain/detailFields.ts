import { z } from 'zod';

/** The key of a field that a department added to its standard (GLOSSARY: своё поле). */
export const OwnFieldKey = z.templateLiteral(['own-', z.uuid()]);
export type OwnFieldKey = z.infer<typeof OwnFieldKey>;

/** Fields of part 1 that only some industries ask for; what stands in them is text, whatever the kind of the field. */
export const detailFields = [
  'staffing',
  // distributor
  'companyType',
  'turnover',
  'purchasingMethods',
  'decisionProcess',
  'distributionNetwork',
  'marketRivals',
  'stock',
  'warehouse',
  'tradeStaff',
  'suppliersCount',
  // manufacturer
  'markets',
  'headOffice',
  'plants',
  'assortment',
  'priorityLines',
  'promotion',
  'historyWithUs',
  'whereWeHelp',
  // medical institution
  'ownership',
  'medicalProfile',
  'licence',
  'accredited',
  'beds',
  'patientsPerYear',
  'procurementLaw',
  'procurementOffice',
  'funding',
  'equipment',
  'chiefPhysicians',
  'informationSystem',
] as const;

/** A field whose value is kept in the dossier's details. */
export const DetailKey = z.union([z.enum(detailFields), OwnFieldKey]);
export type DetailKey = z.infer<typeof DetailKey>;

/**
 * What stands in those fields, as text: a day is `YYYY-MM-DD`, a number has a point and no spaces, yes and no are
 * `yes` and `no`, a choice is the option itself. A missing key is an empty field.
 */
export const AccountDetails = z.partialRecord(DetailKey, z.string().max(10_000));
export type AccountDetails = z.infer<typeof AccountDetails>;

/** The details with that text in a field; an empty text leaves no key behind. */
export function withDetail(details: AccountDetails, key: DetailKey, text: string): AccountDetails {
  const { [key]: _, ...others } = details;
  return text === '' ? others : { ...others, [key]: text };
}
