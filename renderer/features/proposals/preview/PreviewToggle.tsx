import { ActionIcon, Kbd, Tooltip } from '@mantine/core';
import { IconLayoutColumns } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { togglePreview, usePreviewShown } from './previewState.ts';

/** Shows and hides «Как в Word», by the button or by Ctrl+Shift+P on any keyboard layout. */
export function PreviewToggle() {
  const { t } = useTranslation('word');
  const shown = usePreviewShown();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const ctrl = event.ctrlKey || event.metaKey;
      if (!ctrl || !event.shiftKey || event.altKey || event.repeat || event.code !== 'KeyP') return;
      event.preventDefault();
      togglePreview();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  return (
    <Tooltip
      label={
        <>
          {t('preview.toggle')} <Kbd size="xs">Ctrl Shift P</Kbd>
        </>
      }
    >
      <ActionIcon
        aria-label={t('preview.toggle')}
        aria-pressed={shown}
        onClick={togglePreview}
        size={32}
        variant={shown ? 'light' : 'subtle'}
      >
        <IconLayoutColumns size={18} stroke={1.5} />
      </ActionIcon>
    </Tooltip>
  );
}
