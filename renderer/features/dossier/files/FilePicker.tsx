import { Button, FileButton } from '@mantine/core';
import { IconPaperclip, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './FilePicker.module.css';

/** Files that will be added when the form is saved. */
export function FilePicker({
  files,
  onChange,
}: {
  readonly files: readonly File[];
  readonly onChange: (files: readonly File[]) => void;
}) {
  const { t } = useTranslation('files');
  return (
    <div className={classes.picker}>
      <FileButton multiple onChange={(chosen) => onChange([...files, ...chosen])}>
        {(props) => (
          <Button
            {...props}
            leftSection={<IconPaperclip size={16} stroke={1.5} />}
            size="xs"
            variant="subtle"
          >
            {t('event.choose')}
          </Button>
        )}
      </FileButton>
      {files.map((file, index) => (
        <span className={classes.file} key={index}>
          <span title={file.name}>{file.name}</span>
          <button
            aria-label={t('event.drop', { name: file.name })}
            onClick={() => onChange(files.filter((other) => other !== file))}
            type="button"
          >
            <IconX aria-hidden size={13} stroke={1.5} />
          </button>
        </span>
      ))}
    </div>
  );
}
