import { Button, Textarea } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { SectionTitle } from '../../../ui/SectionTitle.tsx';
import classes from './ImportTable.module.css';
import { PastImports } from './PastImports.tsx';

/** Where the rows come from: a file of another program, or what was copied in Excel; and what came before. */
export function SourceStep({
  text,
  onText,
  onFile,
  busy,
}: {
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly onFile: () => void;
  readonly busy: boolean;
}) {
  const { t } = useTranslation('tables');
  return (
    <>
      <div className={classes.file}>
        <Button
          disabled={busy}
          leftSection={<IconFileImport size={16} stroke={1.5} />}
          onClick={onFile}
          variant={text.trim() === '' ? 'filled' : 'default'}
        >
          {t('source.file')}
        </Button>
        <p>{t('source.fileText')}</p>
      </div>
      <Textarea
        disabled={busy}
        label={t('source.paste')}
        maxRows={8}
        minRows={6}
        onChange={(event) => onText(event.currentTarget.value)}
        placeholder={t('source.pastePlaceholder')}
        rows={6}
        spellCheck={false}
        styles={{ input: { fontVariantNumeric: 'tabular-nums', whiteSpace: 'pre', overflow: 'auto' } }}
        value={text}
      />
      <SectionTitle level="caption">{t('source.past')}</SectionTitle>
      <PastImports />
    </>
  );
}
