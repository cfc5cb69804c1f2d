import { Menu, UnstyledButton } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFieldWords } from '../../app/fieldWords.ts';
import { zoomSteps } from '../usePageZoom.ts';
import type { PageZoom } from '../usePageZoom.ts';

/** Zoom of the page: by width, or one of the steps. */
export function ZoomMenu({ zoom }: { zoom: PageZoom }) {
  const { t } = useTranslation('editor');
  const { percent } = useFieldWords();
  return (
    <Menu position="top-end" width={160}>
      <Menu.Target>
        <UnstyledButton className="k-tool-menu" aria-label={`${t('toolbar.zoom')}: ${percent(zoom.percent)}`}>
          <span>{percent(zoom.percent)}</span>
          <IconChevronDown size={14} stroke={1.5} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => zoom.setMode('fit')}>{t('toolbar.zoomFit')}</Menu.Item>
        {zoomSteps.map((step) => (
          <Menu.Item key={step} onClick={() => zoom.setMode(step)}>
            {percent(step)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
