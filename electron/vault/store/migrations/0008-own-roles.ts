import type { Migration } from '../migrate.ts';

const shipped = `'ceo', 'hr', 'finance', 'technical', 'procurement', 'security', 'legal', 'user', 'other'`;

/** The same column with a wider list: SQLite changes no CHECK in place, and a dropped column takes its own with it. */
const widened = (table: string, column: string): string => /* sql */ `
ALTER TABLE ${table} ADD COLUMN wider TEXT NOT NULL DEFAULT 'other'
  CHECK (wider IN (${shipped}) OR wider GLOB 'own-*');
UPDATE ${table} SET wider = ${column};
ALTER TABLE ${table} DROP COLUMN ${column};
ALTER TABLE ${table} RENAME COLUMN wider TO ${column};`;

/** Readers, blocks and referees may have a role of the user's own; own_terms names it. */
export const ownRoles: Migration = {
  version: 8,
  name: 'own-roles',
  up(db) {
    db.exec(/* sql */ `DROP INDEX blocksByRole;`);
    db.exec(widened('people', 'readerRole'));
    db.exec(widened('blocks', 'role'));
    db.exec(widened('project_references', 'refereeRole'));
    db.exec(/* sql */ `CREATE INDEX blocksByRole ON blocks (language, role) WHERE deletedAtMs IS NULL;`);
  },
};
