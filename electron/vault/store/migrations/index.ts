import type { Migration } from '../migrate.ts';
import { firstSchema } from './0001-first-schema.ts';
import { proposalSteps } from './0002-proposal-steps.ts';
import { libraryOfTheUser } from './0003-library.ts';
import { prices } from './0004-prices.ts';
import { composition } from './0005-composition.ts';
import { dossierProvenance } from './0006-dossier-provenance.ts';
import { exchange } from './0007-exchange.ts';
import { ownRoles } from './0008-own-roles.ts';
import { attachmentFiles } from './0009-attachments.ts';
import { tableImports } from './0010-table-imports.ts';
import { personalData } from './0011-personal-data.ts';
import { searchEverywhere } from './0012-search-everywhere.ts';
import { plans } from './0013-plans.ts';
import { eventMarks } from './0014-event-marks.ts';
import { dossierStandards } from './0015-dossier-standards.ts';
import { deliveryOwners } from './0016-delivery-owners.ts';
import { accountListing } from './0017-account-listing.ts';
import { bulkWork } from './0018-bulk-work.ts';
import { listingHolds } from './0019-listing-holds.ts';
import { listingProfit } from './0020-listing-profit.ts';
import { eventColleagues } from './0021-event-colleagues.ts';
import { clientCurrency } from './0022-client-currency.ts';

/** Every step of the schema in its order. A released step is never changed: the next one follows it. */
export const migrations: readonly Migration[] = [
  firstSchema,
  proposalSteps,
  libraryOfTheUser,
  prices,
  composition,
  dossierProvenance,
  exchange,
  ownRoles,
  attachmentFiles,
  tableImports,
  personalData,
  searchEverywhere,
  plans,
  eventMarks,
  dossierStandards,
  deliveryOwners,
  accountListing,
  bulkWork,
  listingHolds,
  listingProfit,
  eventColleagues,
  clientCurrency,
];
