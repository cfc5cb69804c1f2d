import { useLayoutEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useShowMode } from './showMode.ts';

/**
 * Covers the dialogs that stood open when show mode began: what they hold was written for us alone. They stay as they
 * are, with all that was typed, and come back with the focus when it ends. One opened while it is on is meant to be seen.
 */
export function useVeiledDialogs(): void {
  const { t } = useTranslation('common');
  const { on } = useShowMode();
  const words = t('showModeVeil');
  useLayoutEffect(() => {
    if (!on) return;
    const focused = document.activeElement;
    const open = [...document.querySelectorAll<HTMLElement>('[role="dialog"]')];
    for (const dialog of open) dialog.dataset['veiled'] = words;
    return () => {
      for (const dialog of open) delete dialog.dataset['veiled'];
      if (focused instanceof HTMLElement) focused.focus();
    };
  }, [on, words]);
}
