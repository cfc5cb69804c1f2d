import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Attachment } from '../../../../shared/domain/attachment.ts';
import classes from './FilePane.module.css';
import { PreviewNote } from './PreviewNote.tsx';
import { readWhole } from './readFile.ts';
import { useFileRead } from './useFileRead.ts';

/** A picture as the browser draws it; its bytes never become markup. */
export function ImagePreview({ file }: { readonly file: Attachment }) {
  const { t } = useTranslation('files');
  const [broken, setBroken] = useState(false);
  const read = useFileRead(
    async (signal) => {
      const blob = await readWhole(file.id, file.mime, signal);
      return blob === null ? null : URL.createObjectURL(blob);
    },
    (url) => URL.revokeObjectURL(url),
  );
  if (read.state === 'reading') return <PreviewNote>{t('preview.loading')}</PreviewNote>;
  if (read.state === 'failed') return <PreviewNote>{read.words}</PreviewNote>;
  if (broken) return <PreviewNote>{t('preview.broken')}</PreviewNote>;
  return <img alt={file.name} className={classes.picture} onError={() => setBroken(true)} src={read.value} />;
}
