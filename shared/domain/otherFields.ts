import { DetailKey } from './detailFields.ts';
import { isKnown, type StandardFacts } from './dossierFacts.ts';
import {
  type DossierStandard,
  type FieldKey,
  fieldOf,
  isOwnField,
  markFields,
  recordFields,
  requisiteFields,
  type StandardField,
} from './dossierStandard.ts';
import { shippedField } from './shippedStandards.ts';

// Requisites and marks have sections that show them whatever the standard asks.
const shownAnyway: ReadonlySet<FieldKey> = new Set([...requisiteFields, ...markFields]);

/**
 * Fields that something is known of though the standard does not ask for them: after a field was hidden, or the dossier
 * was put to another standard. `own` names fields of other standards; one that nobody names any more has no label.
 */
export function otherFields(
  facts: StandardFacts,
  standard: DossierStandard,
  own: readonly StandardField[],
): StandardField[] {
  const details = Object.keys(facts.details).map((key) => DetailKey.parse(key));
  const keys: FieldKey[] = [...recordFields, ...details];
  return keys
    .filter((key) => !shownAnyway.has(key) && fieldOf(standard, key)?.asked !== true && isKnown(facts, key))
    .map((key) => {
      const known = fieldOf(standard, key) ?? own.find((field) => field.key === key);
      return known ?? (isOwnField(key) ? namelessField(key) : shippedField(key));
    });
}

function namelessField(key: FieldKey): StandardField {
  return {
    key,
    label: '',
    question: '',
    kind: 'long',
    group: 'special',
    options: [],
    asked: false,
    required: false,
    weight: 0,
    staleMonths: null,
  };
}
