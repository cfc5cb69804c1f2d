import { accountHandlers } from './accounts.ts';
import { analysisHandlers } from './analysis.ts';
import { attachmentHandlers } from './attachments.ts';
import { clientsTableHandlers } from './clientsTable.ts';
import { bulkHandlers } from './bulk.ts';
import { companyHandlers } from './company.ts';
import { competitorHandlers } from './competitors.ts';
import { deliveryHandlers } from './deliveries.ts';
import { dossierImportHandlers } from './dossierImports.ts';
import { eventHandlers } from './events.ts';
import { giftHandlers } from './gifts.ts';
import type { Handlers } from './handler.ts';
import { libraryHandlers } from './library.ts';
import { lookHandlers } from './looks.ts';
import { fileHandlers, meetingHandlers, paperHandlers } from './papers.ts';
import { personHandlers } from './people.ts';
import { privacyHandlers } from './privacy.ts';
import { priceHandlers } from './prices.ts';
import { planHandlers } from './plans.ts';
import { proposalHandlers } from './proposals.ts';
import { railHandlers } from './rail.ts';
import { searchHandlers } from './search.ts';
import { rivalryHandlers } from './rivalry.ts';
import { standardHandlers } from './standards.ts';
import { tenderHandlers } from './tenders.ts';
import { todayHandlers } from './today.ts';
import { vaultExportHandlers } from './vaultExport.ts';
import { vaultHandlers } from './vault.ts';
import { wordHandlers } from './word.ts';

/** Every call of the contract with what answers it. */
export const handlers: Handlers = {
  ...vaultHandlers,
  ...accountHandlers,
  ...personHandlers,
  ...privacyHandlers,
  ...bulkHandlers,
  ...deliveryHandlers,
  ...dossierImportHandlers,
  ...eventHandlers,
  ...attachmentHandlers,
  ...giftHandlers,
  ...vaultExportHandlers,
  ...competitorHandlers,
  ...standardHandlers,
  ...tenderHandlers,
  ...proposalHandlers,
  ...libraryHandlers,
  ...companyHandlers,
  ...priceHandlers,
  ...lookHandlers,
  ...todayHandlers,
  ...searchHandlers,
  ...clientsTableHandlers,
  ...railHandlers,
  ...wordHandlers,
  ...meetingHandlers,
  ...paperHandlers,
  ...fileHandlers,
  ...planHandlers,
  ...rivalryHandlers,
  ...analysisHandlers,
};
