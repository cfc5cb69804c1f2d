import { useTranslation } from 'react-i18next';
import type { Attachment } from '../../../../shared/domain/attachment.ts';
import { goTo } from '../../../app/place.ts';
import { chooseFile } from './chosenFile.ts';
import { fileIcons } from './fileIcons.ts';
import classes from './FileLinks.module.css';

/** Files by their names; a press shows one in the files of the dossier. */
export function FileLinks({ files }: { readonly files: readonly Attachment[] }) {
  const { t } = useTranslation('files');
  return (
    <ul aria-label={t('event.files')} className={classes.links}>
      {files.map((file) => {
        const Icon = fileIcons[file.kind];
        return (
          <li key={file.id}>
            <button
              aria-label={t('event.open', { name: file.name })}
              className={classes.link}
              onClick={() => {
                chooseFile(file.id);
                goTo({ at: 'dossier', accountId: file.accountId, tab: 'files' });
              }}
              title={file.name}
              type="button"
            >
              <Icon aria-hidden size={14} stroke={1.5} />
              <span>{file.name}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
