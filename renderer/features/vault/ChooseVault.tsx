import { Button, UnstyledButton } from '@mantine/core';
import { IconChevronRight, IconEyeglass, IconLock, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenedVault, VaultSummary } from '../../../shared/ipc/contract.ts';
import { call, deskErrorOf } from '../../app/call.ts';
import type { DeskError } from '../../app/call.ts';
import { dateLocale } from '../../app/dateLocale.ts';
import { errorWords } from '../../app/errorWords.ts';
import { changeLanguage, currentLanguage } from '../../app/i18n.ts';
import { changePreferences } from '../../app/preferences.ts';
import { refreshSession } from '../../app/session.ts';
import classes from './ChooseVault.module.css';
import { VaultFrame } from './VaultFrame.tsx';

/** First start, or another vault: open one that is here, make one, or look at the example. */
export function ChooseVault({
  vaults,
  endedByItself,
  error,
  onChoose,
  onCreate,
  onOpened,
}: {
  readonly vaults: readonly VaultSummary[];
  /** The vault process ended while a vault was open. */
  readonly endedByItself: boolean;
  readonly error: DeskError | null;
  readonly onChoose: (vault: VaultSummary) => void;
  readonly onCreate: () => void;
  readonly onOpened: (opened: OpenedVault) => void;
}) {
  const { t, i18n } = useTranslation('vault');
  const [opening, setOpening] = useState(false);
  const [trouble, setTrouble] = useState<DeskError | null>(error);
  const own = vaults.filter((vault) => vault.kind === 'own');
  const changedOn = new Intl.DateTimeFormat(dateLocale(i18n.language), {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });

  const openExample = async () => {
    setOpening(true);
    setTrouble(null);
    try {
      onOpened(await call('vault.openExample', { language: currentLanguage() }));
    } catch (thrown) {
      setTrouble(deskErrorOf(thrown));
      setOpening(false);
    }
  };

  return (
    <VaultFrame corner={<LanguageSwitch />} title={t('choose.title')} wide>
      <p className={classes.lead}>{t('choose.lead')}</p>
      {endedByItself && trouble === null ? (
        <p className={classes.lead} role="status">
          {t('choose.ended')}
        </p>
      ) : null}
      <div className={classes.list}>
        {own.map((vault) => (
          <Choice
            icon={<IconLock aria-hidden="true" size={18} stroke={1.5} />}
            key={vault.id}
            onPress={() => onChoose(vault)}
            text={t('choose.savedOn', { day: changedOn.format(vault.savedAtMs) })}
            title={vault.name}
          />
        ))}
        <Choice
          icon={<IconPlus aria-hidden="true" size={18} stroke={1.5} />}
          onPress={onCreate}
          text={t('choose.createText')}
          title={t('choose.create')}
        />
        <Choice
          busy={opening}
          icon={<IconEyeglass aria-hidden="true" size={18} stroke={1.5} />}
          onPress={() => void openExample()}
          text={t(opening ? 'choose.exampleOpening' : 'choose.exampleText')}
          title={t('choose.example')}
        />
      </div>
      {trouble === null ? null : <Trouble error={trouble} />}
    </VaultFrame>
  );
}

function Choice({
  icon,
  title,
  text,
  busy = false,
  onPress,
}: {
  readonly icon: ReactNode;
  readonly title: string;
  readonly text: string;
  readonly busy?: boolean;
  readonly onPress: () => void;
}) {
  return (
    <UnstyledButton aria-busy={busy} className={classes.choice} disabled={busy} onClick={onPress}>
      <span className={classes.icon}>{icon}</span>
      <span className={classes.words}>
        <span className={classes.title}>{title}</span>
        <span className={classes.text}>{text}</span>
      </span>
      <IconChevronRight aria-hidden="true" className={classes.arrow} size={16} stroke={1.5} />
    </UnstyledButton>
  );
}

function Trouble({ error }: { readonly error: DeskError }) {
  const { t } = useTranslation('common');
  const { title, text } = errorWords(error);
  return (
    <div className={classes.trouble} role="alert">
      <p>
        {title}. {text}
      </p>
      <Button onClick={() => void refreshSession()} size="xs">
        {t('retry')}
      </Button>
    </div>
  );
}

/** The other language by its own name: a person who cannot read this screen can still find it. */
function LanguageSwitch() {
  const { t } = useTranslation('vault');
  const other = currentLanguage() === 'ru' ? 'en' : 'ru';
  return (
    <Button
      lang={other}
      onClick={() => {
        changeLanguage(other);
        // A shell that cannot keep the choice does not make it wrong for this window.
        void changePreferences({ language: other }).catch(() => undefined);
      }}
      size="xs"
      variant="subtle"
    >
      {t('choose.otherLanguage')}
    </Button>
  );
}
