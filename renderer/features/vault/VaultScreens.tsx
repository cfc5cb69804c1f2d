import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenedVault, OutputOf, VaultSummary } from '../../../shared/ipc/contract.ts';
import { RecoveryKeySheet } from '../../app/RecoveryKeySheet.tsx';
import { enterVault } from '../../app/session.ts';
import type { Session } from '../../app/session.ts';
import { ChooseVault } from './ChooseVault.tsx';
import { CreateVault } from './CreateVault.tsx';
import { RecoverAccess } from './RecoverAccess.tsx';
import { RestoreBackup } from './RestoreBackup.tsx';
import { UnlockVault } from './UnlockVault.tsx';
import { VaultFrame } from './VaultFrame.tsx';

type Screen =
  | { readonly at: 'choose' }
  | { readonly at: 'create' }
  | { readonly at: 'recoveryKey'; readonly created: OutputOf<'vault.create'> }
  | { readonly at: 'unlock'; readonly vault: VaultSummary }
  | { readonly at: 'forgotten'; readonly vault: VaultSummary }
  | { readonly at: 'restore'; readonly vault: VaultSummary };

/** Where the window starts: the vault used last, or the choice where there is none yet. */
function firstScreen(vaults: readonly VaultSummary[]): Screen {
  const own = vaults
    .filter((vault) => vault.kind === 'own')
    .toSorted((one, other) => other.savedAtMs - one.savedAtMs);
  const [latest] = own;
  return latest === undefined ? { at: 'choose' } : { at: 'unlock', vault: latest };
}

/** Everything before a vault is open: first start, creation, unlocking, recovery. */
export function VaultScreens({ session }: { readonly session: Extract<Session, { phase: 'closed' }> }) {
  const { t } = useTranslation('vault');
  const [screen, setScreen] = useState<Screen>(() => firstScreen(session.vaults));
  const choose = () => setScreen({ at: 'choose' });
  const enter = (opened: OpenedVault) => enterVault(opened);

  switch (screen.at) {
    case 'choose':
      return (
        <ChooseVault
          endedByItself={session.endedByItself}
          error={session.error}
          onChoose={(vault) => setScreen({ at: 'unlock', vault })}
          onCreate={() => setScreen({ at: 'create' })}
          onOpened={enter}
          vaults={session.vaults}
        />
      );
    case 'create':
      return (
        <CreateVault onBack={choose} onCreated={(created) => setScreen({ at: 'recoveryKey', created })} />
      );
    case 'recoveryKey': {
      const { vault, recoveryKey } = screen.created;
      return (
        <VaultFrame wide>
          <RecoveryKeySheet
            done={t('recovery.enter')}
            onDone={() => enter({ vault, lastSavesMissing: 0 })}
            recoveryKey={recoveryKey}
            vaultName={vault.name}
          />
        </VaultFrame>
      );
    }
    case 'unlock':
      return (
        <UnlockVault
          endedByItself={session.endedByItself}
          key={screen.vault.id}
          onForgotten={() => setScreen({ at: 'forgotten', vault: screen.vault })}
          onOpened={enter}
          onOther={choose}
          onRestore={() => setScreen({ at: 'restore', vault: screen.vault })}
          retryAfterMs={session.retryAfterMs}
          vault={screen.vault}
        />
      );
    case 'forgotten':
      return (
        <RecoverAccess
          onBack={() => setScreen({ at: 'unlock', vault: screen.vault })}
          onOpened={enter}
          vault={screen.vault}
        />
      );
    case 'restore':
      return (
        <RestoreBackup
          onBack={() => setScreen({ at: 'unlock', vault: screen.vault })}
          onOpened={enter}
          vault={screen.vault}
        />
      );
  }
}
