import { getI18n } from 'react-i18next';
import type { MergeFieldKey } from '../../shared/document/mergeFields.ts';
import { isOwnField } from '../../shared/domain/dossierStandard.ts';
import { ownFields } from './ownFields.ts';
import { proposalSession } from './session.ts';

/**
 * A field's name in the interface's language; the dots of the key part the groups in the texts. A field of the
 * department has the department's word; one that nobody names any more says so.
 */
export function fieldLabel(key: MergeFieldKey): string {
  const words = getI18n();
  if (!isOwnField(key)) return words.t(key, { ns: 'fields' });
  return (
    ownFields.getState().find((field) => field.key === key)?.label ?? words.t('former', { ns: 'fields' })
  );
}

/** Why a department's field may have nothing to say; null where it may be asked for and for the program's fields. */
export function fieldHint(key: MergeFieldKey): string | null {
  if (!isOwnField(key)) return null;
  const { context } = proposalSession.getState();
  const asked = (ownFields.getState().find((field) => field.key === key)?.askedBy ?? []).length > 0;
  const state = context?.ownFields.find((field) => field.key === key)?.state ?? (asked ? 'asked' : 'former');
  return state === 'asked' ? null : getI18n().t(`field.${state}`, { ns: 'editor' });
}
