import { Popover, UnstyledButton } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { ToolButton } from '../toolbar/ToolButton.tsx';
import type { ToolIcon } from '../toolbar/ToolButton.tsx';

type Color = { readonly color: string; readonly label: string };

/** A button with a short list of colours, each with its name. */
export function Swatches({
  icon,
  name,
  none,
  current,
  colors,
  onChoose,
}: {
  icon: ToolIcon;
  name: string;
  none: string;
  current: string;
  colors: readonly Color[];
  onChoose: (color: string | null) => void;
}) {
  const [opened, setOpened] = useState(false);
  const choose = (color: string | null) => {
    setOpened(false);
    onChoose(color);
  };
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="bottom-start"
      shadow="md"
      withinPortal
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <span>
          <ToolButton icon={icon} name={name} active={current !== ''} onPress={() => setOpened(!opened)} />
        </span>
      </Popover.Target>
      <Popover.Dropdown p={4}>
        <div className="k-swatches">
          {[{ color: null, label: none }, ...colors].map(({ color, label }) => (
            <UnstyledButton
              key={color ?? ''}
              className="k-swatch"
              onClick={() => choose(color)}
              aria-pressed={(color ?? '') === current}
            >
              <i
                ref={(element) => {
                  // Set by script: the policy forbids style attributes in markup, not the style object.
                  if (element && color !== null) element.style.background = color;
                }}
                data-none={color === null || undefined}
              />
              <span>{label}</span>
              {(color ?? '') === current ? <IconCheck size={14} stroke={1.5} /> : null}
            </UnstyledButton>
          ))}
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
