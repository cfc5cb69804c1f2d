import { useTranslation } from 'react-i18next';
import type { SlashName } from './slashItems.ts';

/** How a block is called in menus. */
export function useSlashLabel(): (name: SlashName) => string {
  const { t } = useTranslation('editor');
  return (name) => {
    switch (name) {
      case 'heading1':
      case 'heading2':
      case 'heading3':
        return t(`styles.${name}`);
      case 'priceTable':
      case 'paymentSchedule':
      case 'payback':
      case 'team':
      case 'references':
      case 'validity':
      case 'signature':
      case 'attachments':
      case 'tableOfContents':
        return t(`blocks.${name}`);
      default:
        return t(`slash.${name}`);
    }
  };
}
