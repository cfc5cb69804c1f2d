import { ActionIcon, Tooltip } from '@mantine/core';
import type { ComponentType, Ref } from 'react';

export type ToolIcon = ComponentType<{ size?: number | string; stroke?: number | string }>;

/** A button of the toolbar: 26 px, its name and keys in a tooltip. */
export function ToolButton({
  icon: Icon,
  name,
  keys,
  active = false,
  disabled = false,
  tip = 'top',
  onPress,
  ref,
  ...target
}: {
  icon: ToolIcon;
  name: string;
  keys?: string;
  active?: boolean;
  disabled?: boolean;
  /** The side of its tooltip, where buttons stand one below another. */
  tip?: 'top' | 'left';
  onPress: () => void;
  /** What a menu or a popover puts on the button that opens it. */
  ref?: Ref<HTMLButtonElement>;
  id?: string;
  'aria-haspopup'?: 'menu' | 'dialog';
  'aria-expanded'?: boolean;
  'aria-controls'?: string;
}) {
  return (
    <Tooltip label={keys ? `${name} · ${keys}` : name} openDelay={500} position={tip} withinPortal>
      <ActionIcon
        ref={ref}
        id={target.id}
        aria-haspopup={target['aria-haspopup']}
        aria-expanded={target['aria-expanded']}
        aria-controls={target['aria-controls']}
        variant="subtle"
        size={28}
        className="k-tool"
        data-active={active || undefined}
        aria-label={name}
        // A button that opens something is not pressed but open.
        aria-pressed={target['aria-haspopup'] === undefined ? active : undefined}
        disabled={disabled}
        // The caret must stay in the page while a button is pressed.
        onMouseDown={(event) => event.preventDefault()}
        onClick={onPress}
      >
        <Icon size={17} stroke={1.5} />
      </ActionIcon>
    </Tooltip>
  );
}
