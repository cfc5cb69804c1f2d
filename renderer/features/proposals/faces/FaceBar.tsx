import { useTranslation } from 'react-i18next';
import type { PersonId } from '../../../../shared/domain/ids.ts';
import { fullName, initialsOf, shortName } from '../../../../shared/domain/nameForms.ts';
import { useProposalSession } from '../../../editor/session.ts';
import { Initials } from '../../../ui/Initials.tsx';
import classes from './faces.module.css';

/** The switch between the shared text and the copies of the readers. */
export function FaceBar({
  chosen,
  onChoose,
}: {
  readonly chosen: PersonId | null;
  readonly onChoose: (personId: PersonId | null) => void;
}) {
  const { t } = useTranslation('compose');
  const language = useProposalSession((session) => session.proposal?.language);
  const readers = useProposalSession((session) => session.context?.readers) ?? [];
  return (
    <div className={classes.bar} role="group" aria-label={t('face.bar')}>
      <button type="button" aria-pressed={chosen === null} onClick={() => onChoose(null)}>
        {t('face.body')}
      </button>
      {readers.map((reader) => (
        <button
          key={reader.personId}
          type="button"
          aria-pressed={chosen === reader.personId}
          aria-label={t('face.of', { name: fullName(reader, language) })}
          title={fullName(reader, language)}
          onClick={() => onChoose(reader.personId)}
        >
          <Initials text={initialsOf(reader)} />
          <span>{shortName(reader, language)}</span>
        </button>
      ))}
    </div>
  );
}
