import type { StandardId } from './account.ts';
import { withDetail } from './detailFields.ts';
import type { AccountDetails, OwnFieldKey } from './detailFields.ts';
import { foldText } from './foldText.ts';
import type { OwnField } from './ownField.ts';

/** Own fields of one name and kind, offered and shown as one (GLOSSARY: графа своих полей). */
export type OwnColumn = Pick<OwnField, 'label' | 'kind' | 'askedBy'> & {
  /** That of its first field: what a mapping of an import and a list of choices know it by. */
  readonly key: OwnFieldKey;
  /** No standard asks for two of them. */
  readonly fields: readonly [OwnField, ...OwnField[]];
};

const sharesStandard = ({ askedBy }: OwnColumn, field: OwnField): boolean =>
  askedBy.some(({ id }) => field.askedBy.some((other) => other.id === id));

function columnOf(fields: OwnColumn['fields']): OwnColumn {
  const [{ key, label, kind }] = fields;
  return { key, label, kind, askedBy: fields.flatMap(({ askedBy }) => askedBy), fields };
}

/**
 * The columns that own fields make, in the order of their first fields. Fields of one name and kind share a column
 * unless one standard asks for both: a client of that standard has something to say in each.
 */
export function ownColumns(fields: readonly OwnField[]): OwnColumn[] {
  const columns: OwnColumn[] = [];
  for (const field of fields) {
    const name = foldText(field.label);
    const at = columns.findIndex(
      (column) =>
        column.kind === field.kind && foldText(column.label) === name && !sharesStandard(column, field),
    );
    const known = columns[at];
    if (known === undefined) columns.push(columnOf([field]));
    else columns[at] = columnOf([...known.fields, field]);
  }
  return columns;
}

/** Whose the details are: the standard that the client is kept by, and what the dossier says. */
export type DetailsOfClient = { readonly standardId: StandardId; readonly details: AccountDetails };

const fieldOfStandard = ({ fields }: OwnColumn, standardId: StandardId): OwnField | undefined =>
  fields.find(({ askedBy }) => askedBy.some(({ id }) => id === standardId));

/**
 * The field that a column is read from for a client: that of the client's own standard; where it is empty or there is
 * none, the first that says something, so that a change of the standard takes nothing out of sight.
 */
export function fieldRead(column: OwnColumn, { standardId, details }: DetailsOfClient): OwnField {
  const isFilled = ({ key }: OwnField): boolean => (details[key] ?? '') !== '';
  const own = fieldOfStandard(column, standardId);
  if (own !== undefined && isFilled(own)) return own;
  return column.fields.find(isFilled) ?? own ?? column.fields[0];
}

/** The field that a column is written to for a client: that of its own standard, else the one that is read. */
export function fieldWritten(column: OwnColumn, client: DetailsOfClient): OwnField {
  return fieldOfStandard(column, client.standardId) ?? fieldRead(column, client);
}

/**
 * The details of one client with its own fields under the keys that another client has them under: fields of one name
 * and kind are one field to the user, whatever standard asks for them. Nothing is lost: where something stood under such
 * a key already, the two change places.
 */
export function alignedDetails(
  columns: readonly OwnColumn[],
  client: DetailsOfClient,
  other: DetailsOfClient,
): AccountDetails {
  return columns.reduce((aligned, column) => {
    const read = fieldRead(column, other);
    const { key } = (other.details[read.key] ?? '') === '' ? fieldWritten(column, other) : read;
    const from = fieldRead(column, client).key;
    const said = aligned[from] ?? '';
    if (from === key || said === '') return aligned;
    return withDetail(withDetail(aligned, from, aligned[key] ?? ''), key, said);
  }, client.details);
}

/** How the standards of a column are named in its heading. */
export type HeadingWords = {
  standard(standard: OwnField['askedBy'][number]): string;
  /** Of fields that no standard asks for any more. */
  readonly former: string;
};

/** The heading of a column with its standards: «Класс чистоты (Производитель)». */
export function fullHeading({ label, askedBy }: OwnColumn, { standard, former }: HeadingWords): string {
  return `${label} (${askedBy.length === 0 ? former : askedBy.map(standard).join(', ')})`;
}

/** What columns that stand together are headed by, in their order: the name, and the standards where two share it. */
export function columnHeadings(columns: readonly OwnColumn[], words: HeadingWords): string[] {
  const names = columns.map(({ label }) => foldText(label));
  return columns.map((column, at) => {
    const isAlone = names.every((name, other) => other === at || name !== names[at]);
    return isAlone ? column.label : fullHeading(column, words);
  });
}
