/** How a table of the vault leaves it: the JSON file it becomes, and which of its columns stay behind. */
export type ExportedTable = {
  readonly table: string;
  /** Without its extension; stable, since other programs may read it. */
  readonly file: string;
  /** Columns that leave only on explicit wish: private notes and judgements of people. */
  readonly private?: readonly string[];
  /** Columns that other columns or files say already: packed bytes, search words. */
  readonly without?: readonly string[];
};

/**
 * Every table that is exported. One that stands neither here nor in {@link leftOutTables} fails a test: whether what is
 * in it may leave the vault is decided when it is made, and until then it stays.
 */
export const exportedTables: readonly ExportedTable[] = [
  { table: 'company', file: 'company' },
  { table: 'accounts', file: 'clients' },
  {
    table: 'people',
    file: 'people',
    private: ['privateNotes', 'psychotype', 'attitude', 'conflicts', 'taboos', 'worry', 'worryOn'],
  },
  { table: 'person_moves', file: 'person-moves' },
  { table: 'deliveries', file: 'deliveries', without: ['importId'] },
  { table: 'account_events', file: 'events' },
  { table: 'account_event_people', file: 'event-people' },
  { table: 'field_notes', file: 'field-notes' },
  { table: 'gift_budgets', file: 'gift-limits' },
  { table: 'competitors', file: 'competitors' },
  { table: 'competitor_offers', file: 'competitor-offers' },
  { table: 'competitor_shares', file: 'competitor-shares' },
  { table: 'comparison_marks', file: 'competitor-comparison' },
  { table: 'tenders', file: 'tenders' },
  { table: 'account_plans', file: 'plans' },
  { table: 'plan_templates', file: 'plan-templates' },
  { table: 'proposals', file: 'proposals' },
  { table: 'proposal_documents', file: 'proposal-documents' },
  { table: 'proposal_statuses', file: 'proposal-statuses' },
  { table: 'sent_copies', file: 'sent-copies', without: ['bytes', 'paper'] },
  { table: 'follow_ups', file: 'tasks' },
  { table: 'templates', file: 'templates', without: ['stems'] },
  { table: 'blocks', file: 'blocks', without: ['stems'] },
  { table: 'library_versions', file: 'library-versions' },
  // What a client's own fields are called stands here alone: `details` holds them by their keys.
  { table: 'dossier_standards', file: 'standards' },
  { table: 'own_terms', file: 'own-terms' },
  { table: 'project_references', file: 'references' },
  { table: 'price_items', file: 'price-list', without: ['searchKey'] },
  { table: 'vat_rates', file: 'vat-rates' },
  { table: 'currency_rates', file: 'currency-rates' },
  { table: 'attachments', file: 'files' },
  { table: 'erasure_acts', file: 'erasure-acts' },
];

/** Tables that are not exported: counted anew from others, of use to the program alone, or too private to leave. */
export const leftOutTables: readonly string[] = [
  'vault_meta',
  'settings',
  'account_summaries',
  'account_listing',
  'listing_pending',
  // How rows stood before something was done to many of them, for taking it back.
  'deeds',
  'deed_changes',
  'merged_ids',
  'apart_pairs',
  'trash_marks',
  'proposal_counters',
  // Earlier texts of proposals, and what was typed since the document was written: the document is read with it.
  'proposal_revisions',
  'proposal_steps',
  'proposal_compositions',
  'last_exports',
  'face_exports',
  'block_uses',
  'reference_uses',
  'price_imports',
  'price_import_changes',
  'import_mappings',
  'table_imports',
  'table_import_changes',
  // Both show attitudes to people as a picture or as notes for one meeting.
  'group_pictures',
  'meeting_plans',
  'search_accounts',
  'search_entries',
  'search_words',
  'search_pending',
];

/** Full-text indexes keep tables of their own, named after them. */
export const isSearchTable = (name: string): boolean =>
  /^search_(?:terms|pieces|near|stems|names)/u.test(name);
