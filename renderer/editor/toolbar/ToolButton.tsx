import { ActionIcon, Tooltip } from '@mantine/core';
import type { ComponentType } from 'react';

export type ToolIcon = ComponentType<{ size?: number | string; stroke?: number | string }>;

/** A button of the toolbar: 26 px, its name and keys in a tooltip. */
export function ToolButton({
  icon: Icon,
  name,
  keys,
  active = false,
  disabled = false,
  onPress,
}: {
  icon: ToolIcon;
  name: string;
  keys?: string;
  active?: boolean;
  disabled?: boolean;
  onPress: () => void;
}) {
  return (
    <Tooltip label={keys ? `${name} · ${keys}` : name} openDelay={500} withinPortal>
      <ActionIcon
        variant="subtle"
        size={28}
        className="k-tool"
        data-active={active || undefined}
        aria-label={name}
        aria-pressed={active}
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
