import { getI18n } from 'react-i18next';
import type { MergeFieldKey } from '../../shared/document/mergeFields.ts';

/** A field's name in the interface's language; the dots of the key part the groups in the texts. */
export function fieldLabel(key: MergeFieldKey): string {
  return getI18n().t(key, { ns: 'fields' });
}
