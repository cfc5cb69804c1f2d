import { useTranslation } from 'react-i18next';
import type { Attachment } from '../../../../shared/domain/attachment.ts';
import classes from './FilePane.module.css';
import { PreviewNote } from './PreviewNote.tsx';
import { readPart } from './readFile.ts';
import { useFileRead } from './useFileRead.ts';

const mostShown = 200_000;

/** UTF-8, else what old Windows programs write. */
function textOf(bytes: Uint8Array): string {
  try {
    // The part may end within a letter: then the text is still UTF-8.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return new TextDecoder('windows-1251').decode(bytes);
  }
}

/** The beginning of a text, also of one that would be markup elsewhere: letters and nothing else. */
export function TextPreview({ file }: { readonly file: Attachment }) {
  const { t } = useTranslation('files');
  const read = useFileRead(
    async () => textOf((await readPart(file.id, 0)).bytes),
    () => undefined,
  );
  if (read.state === 'reading') return <PreviewNote>{t('preview.loading')}</PreviewNote>;
  if (read.state === 'failed') return <PreviewNote>{read.words}</PreviewNote>;
  return (
    <div className={classes.text}>
      <pre>{read.value.slice(0, mostShown)}</pre>
      {read.value.length > mostShown || file.sizeBytes > 1024 * 1024 ? <p>{t('preview.cut')}</p> : null}
    </div>
  );
}
