import type { TFunction } from 'i18next';
import type { OpenQuestion } from '../../../shared/domain/accountView.ts';
import type { FieldKey } from '../../../shared/domain/dossierStandard.ts';
import type { AccountId, PersonId } from '../../../shared/domain/ids.ts';
import type { Place } from '../../app/place.ts';
import type { StandardWords } from '../../app/standardWords.ts';

/** Where inside the dossier a question is answered: the part to bring into sight, or the person to open. */
export type DossierFocus =
  | { readonly part: 'requisites' | 'relation' }
  | { readonly part: 'field'; readonly key: FieldKey }
  | { readonly part: 'person'; readonly personId: PersonId }
  | { readonly part: 'newPerson' | 'newCompetitor' };

/** A surname alone of a Russian name, which begins with it: the header has little room. */
function surnameOf(name: string): string {
  return /^[\p{Script=Cyrillic}-]+(?=\s)/u.exec(name)?.[0] ?? name;
}

/** A question in words. */
export function questionWords(
  question: OpenQuestion,
  t: TFunction<['dossier', 'domain']>,
  words: StandardWords,
): string {
  switch (question.kind) {
    case 'fieldUnknown':
      // The header has room for a few words: the department's own question, else the name of the field.
      return question.question === '' ? words.label(question) : question.question;
    case 'roleMissing':
      return t('question.roleMissing', { role: t(`domain:readerRolePerson.${question.role}`) });
    case 'criteriaUnknown':
      return t('question.criteriaUnknown', { name: surnameOf(question.personName) });
    case 'attitudeUnknown':
      return t('question.attitudeUnknown', { name: surnameOf(question.personName) });
    case 'lossReasonMissing':
      return t('question.lossReasonMissing', { title: question.tenderTitle });
    case 'tenderBudgetUnknown':
      return t('question.tenderBudgetUnknown', { title: question.tenderTitle });
    case 'noPeople':
    case 'noDecisionMaker':
    case 'needsUnknown':
    case 'plansUnknown':
    case 'requisitesMissing':
    case 'competitorsUnknown':
      return t(`question.${question.kind}`);
  }
}

/** The place where a question is answered, and what to open there. */
export function answerPlace(
  question: OpenQuestion,
  accountId: AccountId,
): { readonly place: Place; readonly focus: DossierFocus | null } {
  switch (question.kind) {
    case 'noPeople':
    case 'roleMissing':
      return { place: { at: 'dossier', accountId, tab: 'people' }, focus: { part: 'newPerson' } };
    case 'noDecisionMaker':
      return { place: { at: 'dossier', accountId, tab: 'people' }, focus: null };
    case 'criteriaUnknown':
    case 'attitudeUnknown':
      return {
        place: { at: 'dossier', accountId, tab: 'people' },
        focus: { part: 'person', personId: question.personId },
      };
    case 'needsUnknown':
      return { place: { at: 'dossier', accountId, tab: 'overview' }, focus: { part: 'field', key: 'needs' } };
    case 'plansUnknown':
      return { place: { at: 'dossier', accountId, tab: 'overview' }, focus: { part: 'field', key: 'plans' } };
    case 'fieldUnknown':
      return {
        place: { at: 'dossier', accountId, tab: 'overview' },
        focus: { part: 'field', key: question.key },
      };
    case 'requisitesMissing':
      return { place: { at: 'dossier', accountId, tab: 'overview' }, focus: { part: 'requisites' } };
    case 'competitorsUnknown':
      return { place: { at: 'dossier', accountId, tab: 'competitors' }, focus: { part: 'newCompetitor' } };
    case 'lossReasonMissing':
    case 'tenderBudgetUnknown':
      return { place: { at: 'tender', tenderId: question.tenderId }, focus: null };
  }
}
