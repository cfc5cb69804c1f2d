import { analysis as enAnalysis } from './en/analysis.ts';
import { bulk as enBulk } from './en/bulk.ts';
import { check as enCheck } from './en/check.ts';
import { clients as enClients } from './en/clients.ts';
import { common as enCommon } from './en/common.ts';
import { compose as enCompose } from './en/compose.ts';
import { domain as enDomain } from './en/domain.ts';
import { dossier as enDossier } from './en/dossier.ts';
import { editor as enEditor } from './en/editor.ts';
import { errors as enErrors } from './en/errors.ts';
import { exchange as enExchange } from './en/exchange.ts';
import { fields as enFields } from './en/fields.ts';
import { files as enFiles } from './en/files.ts';
import { library as enLibrary } from './en/library.ts';
import { life as enLife } from './en/life.ts';
import { plan as enPlan } from './en/plan.ts';
import { price as enPrice } from './en/price.ts';
import { meeting as enMeeting } from './en/meeting.ts';
import { privacy as enPrivacy } from './en/privacy.ts';
import { proposals as enProposals } from './en/proposals.ts';
import { rivalry as enRivalry } from './en/rivalry.ts';
import { search as enSearch } from './en/search.ts';
import { settings as enSettings } from './en/settings.ts';
import { standards as enStandards } from './en/standards.ts';
import { tables as enTables } from './en/tables.ts';
import { tenders as enTenders } from './en/tenders.ts';
import { today as enToday } from './en/today.ts';
import { vault as enVault } from './en/vault.ts';
import { vaultExport as enVaultExport } from './en/vaultExport.ts';
import { word as enWord } from './en/word.ts';
import { analysis as ruAnalysis } from './ru/analysis.ts';
import { bulk as ruBulk } from './ru/bulk.ts';
import { check as ruCheck } from './ru/check.ts';
import { clients as ruClients } from './ru/clients.ts';
import { common as ruCommon } from './ru/common.ts';
import { compose as ruCompose } from './ru/compose.ts';
import { domain as ruDomain } from './ru/domain.ts';
import { dossier as ruDossier } from './ru/dossier.ts';
import { editor as ruEditor } from './ru/editor.ts';
import { errors as ruErrors } from './ru/errors.ts';
import { exchange as ruExchange } from './ru/exchange.ts';
import { fields as ruFields } from './ru/fields.ts';
import { files as ruFiles } from './ru/files.ts';
import { library as ruLibrary } from './ru/library.ts';
import { life as ruLife } from './ru/life.ts';
import { plan as ruPlan } from './ru/plan.ts';
import { price as ruPrice } from './ru/price.ts';
import { meeting as ruMeeting } from './ru/meeting.ts';
import { privacy as ruPrivacy } from './ru/privacy.ts';
import { proposals as ruProposals } from './ru/proposals.ts';
import { rivalry as ruRivalry } from './ru/rivalry.ts';
import { search as ruSearch } from './ru/search.ts';
import { settings as ruSettings } from './ru/settings.ts';
import { standards as ruStandards } from './ru/standards.ts';
import { tables as ruTables } from './ru/tables.ts';
import { tenders as ruTenders } from './ru/tenders.ts';
import { today as ruToday } from './ru/today.ts';
import { vault as ruVault } from './ru/vault.ts';
import { vaultExport as ruVaultExport } from './ru/vaultExport.ts';
import { word as ruWord } from './ru/word.ts';

import type {} from 'i18next';
import type { OwnTermKey } from '../../../shared/domain/person.ts';

/** Every word of the window, by language and namespace. */
export const texts = {
  ru: {
    analysis: ruAnalysis,
    common: ruCommon,
    compose: ruCompose,
    errors: ruErrors,
    vault: ruVault,
    settings: ruSettings,
    today: ruToday,
    search: ruSearch,
    clients: ruClients,
    dossier: ruDossier,
    standards: ruStandards,
    tables: ruTables,
    tenders: ruTenders,
    domain: ruDomain,
    plan: ruPlan,
    price: ruPrice,
    privacy: ruPrivacy,
    proposals: ruProposals,
    rivalry: ruRivalry,
    check: ruCheck,
    library: ruLibrary,
    life: ruLife,
    meeting: ruMeeting,
    bulk: ruBulk,
    exchange: ruExchange,
    editor: ruEditor,
    fields: ruFields,
    files: ruFiles,
    word: ruWord,
    vaultExport: ruVaultExport,
  },
  en: {
    analysis: enAnalysis,
    common: enCommon,
    compose: enCompose,
    errors: enErrors,
    vault: enVault,
    settings: enSettings,
    today: enToday,
    search: enSearch,
    clients: enClients,
    dossier: enDossier,
    standards: enStandards,
    tables: enTables,
    tenders: enTenders,
    domain: enDomain,
    plan: enPlan,
    price: enPrice,
    privacy: enPrivacy,
    proposals: enProposals,
    rivalry: enRivalry,
    check: enCheck,
    library: enLibrary,
    life: enLife,
    meeting: enMeeting,
    bulk: enBulk,
    exchange: enExchange,
    editor: enEditor,
    fields: enFields,
    files: enFiles,
    word: enWord,
    vaultExport: enVaultExport,
  },
};

export type Namespace = keyof (typeof texts)['ru'];

type Texts = (typeof texts)['ru'];
type OwnNames = Readonly<Record<OwnTermKey, string>>;
/** The user's own criteria are named in the vault; `ownTerms.ts` puts their names beside those of the program. */
/** Where words name what the user may add to. */
type OwnNamed = 'criterion' | 'readerRole' | 'readerRolePerson';
type WithOwnTerms = Omit<Texts, 'domain'> & {
  readonly domain: Omit<Texts['domain'], OwnNamed> & {
    readonly [Named in OwnNamed]: Texts['domain'][Named] & OwnNames;
  };
};

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: WithOwnTerms;
  }
}
