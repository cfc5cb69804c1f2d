import { Button } from '@mantine/core';
import { IconPhoto, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Picture } from '../../../shared/domain/company.ts';
import { call, notifyError } from '../../app/desk.ts';
import classes from './LogoField.module.css';
import { saveCompany } from './useCompany.ts';

/** The logo of the letterhead: chosen in the system's dialog, kept in the vault. */
export function LogoField({ logo }: { readonly logo: Picture | null }) {
  const { t } = useTranslation('settings');
  const choose = async () => {
    try {
      const { picture } = await call('shell.choosePicture', {});
      saveCompany({ logo: picture });
    } catch (thrown) {
      notifyError(thrown);
    }
  };
  return (
    <div className={classes.root}>
      <div className={classes.frame}>
        {logo === null ? (
          <IconPhoto aria-hidden="true" size={22} stroke={1.5} />
        ) : (
          <img
            alt={t('logo.alt')}
            className={classes.picture}
            src={`data:${logo.mime};base64,${logo.base64}`}
          />
        )}
      </div>
      <div>
        <p className={classes.label}>{t('logo.label')}</p>
        <p className={classes.hint}>{t('logo.hint')}</p>
        <div className={classes.buttons}>
          <Button onClick={() => void choose()} size="xs">
            {t(logo === null ? 'logo.choose' : 'logo.change')}
          </Button>
          {logo === null ? null : (
            <Button
              leftSection={<IconTrash size={15} stroke={1.5} />}
              onClick={() => saveCompany({ logo: null })}
              size="xs"
              variant="subtle"
            >
              {t('logo.remove')}
            </Button>
          )}
        </div>
      </div>
    </div>
  );
}
