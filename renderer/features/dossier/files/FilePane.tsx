import { Button } from '@mantine/core';
import { IconDownload, IconPencil } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { previewOf } from '../../../../shared/domain/attachment.ts';
import type { Attachment } from '../../../../shared/domain/attachment.ts';
import classes from './FilePane.module.css';
import { ImagePreview } from './ImagePreview.tsx';
import { PreviewNote } from './PreviewNote.tsx';
import { saveOneFile } from './saveFiles.ts';
import { useSizeWords } from './sizeWords.ts';
import { TextPreview } from './TextPreview.tsx';

// The reader of PDF weighs more than the rest of the window: it is loaded with the first PDF that is looked at.
const PdfPreview = lazy(async () => ({ default: (await import('./pdf/PdfPreview.tsx')).PdfPreview }));

function Preview({ file }: { readonly file: Attachment }) {
  const { t } = useTranslation('files');
  if (file.sizeBytes === 0) return <PreviewNote>{t('preview.empty')}</PreviewNote>;
  const kind = previewOf(file);
  switch (kind) {
    case 'image':
      return <ImagePreview file={file} />;
    case 'text':
      return <TextPreview file={file} />;
    case 'pdf':
      return (
        <Suspense fallback={<PreviewNote>{t('preview.loading')}</PreviewNote>}>
          <PdfPreview file={file} />
        </Suspense>
      );
    case 'largeImage':
      return <PreviewNote>{t('preview.large')}</PreviewNote>;
    case 'none':
      return <PreviewNote>{t('preview.none')}</PreviewNote>;
  }
}

/** The chosen file: what it is, what it belongs to, and how it looks. */
export function FilePane({
  file,
  place,
  onEdit,
}: {
  readonly file: Attachment | null;
  readonly place: string;
  readonly onEdit: (file: Attachment) => void;
}) {
  const { t } = useTranslation('files');
  const size = useSizeWords();
  if (file === null)
    return (
      <aside aria-label={t('preview.label')} className={classes.pane}>
        <PreviewNote>{t('preview.choose')}</PreviewNote>
      </aside>
    );
  return (
    <aside aria-label={t('preview.label')} className={classes.pane}>
      <header className={classes.head}>
        <h2 className={classes.name}>{file.name}</h2>
        <p className={classes.facts}>
          <span>{t(`kind.${file.kind}`)}</span>
          {file.widthPx === null || file.heightPx === null ? null : (
            <span>{t('preview.pixels', { width: file.widthPx, height: file.heightPx })}</span>
          )}
          <span>{size(file.sizeBytes)}</span>
          <span>{place}</span>
        </p>
        {file.note === '' ? null : <p className={classes.note}>{file.note}</p>}
        <div className={classes.actions}>
          <Button
            leftSection={<IconDownload size={16} stroke={1.5} />}
            onClick={() => void saveOneFile(file.id)}
          >
            {t('save')}
          </Button>
          {file.deletedAtMs === null ? (
            <Button
              leftSection={<IconPencil size={16} stroke={1.5} />}
              onClick={() => onEdit(file)}
              variant="subtle"
            >
              {t('edit')}
            </Button>
          ) : null}
        </div>
      </header>
      <div className={classes.stage}>
        <Preview file={file} />
      </div>
    </aside>
  );
}
