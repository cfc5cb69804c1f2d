import { Button } from '@mantine/core';
import { Component } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './CrashBoundary.module.css';

type Props = {
  readonly children: ReactNode;
  /** A way out beside «open again»: the rail stays, so only the whole window goes without. */
  readonly onLeave?: () => void;
};

/** Catches a screen that fails to draw and says so calmly; the vault is not touched by it. */
export class CrashBoundary extends Component<Props, { readonly broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { readonly broken: boolean } {
    return { broken: true };
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children;
    const { onLeave } = this.props;
    return (
      <BrokenScreen onAgain={() => this.setState({ broken: false })} {...(onLeave ? { onLeave } : {})} />
    );
  }
}

function BrokenScreen({ onAgain, onLeave }: { readonly onAgain: () => void; readonly onLeave?: () => void }) {
  const { t } = useTranslation('common');
  return (
    <div className={classes.screen} role="alert">
      <h1>{t('broken.title')}</h1>
      <p className={classes.text}>{t('broken.text')}</p>
      <div className={classes.actions}>
        <Button onClick={onAgain} variant="filled">
          {t('broken.again')}
        </Button>
        {onLeave === undefined ? null : <Button onClick={onLeave}>{t('broken.toToday')}</Button>}
      </div>
    </div>
  );
}
