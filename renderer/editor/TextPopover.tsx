import { Popover, Textarea, type TextareaProps } from '@mantine/core';
import type { ReactNode } from 'react';

/**
 * A text that belongs to a place of the page, written below that place. Enter takes it, Shift+Enter breaks its line, Esc
 * and a press elsewhere leave it. `box` is the place in CSS pixels of the window.
 */
export function TextPopover({
  box,
  width,
  heading,
  field,
  text,
  onText,
  onTake,
  onLeave,
  children,
}: {
  readonly box: DOMRect;
  readonly width: number;
  readonly heading?: ReactNode;
  /** What its field is called and how large it is. */
  readonly field: Pick<TextareaProps, 'aria-label' | 'label' | 'maxLength' | 'minRows' | 'maxRows'>;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly onTake: () => void;
  readonly onLeave: () => void;
  /** Below the field. */
  readonly children: ReactNode;
}) {
  return (
    <Popover
      opened
      onChange={(opened) => !opened && onLeave()}
      position="bottom-start"
      width={width}
      trapFocus
      shadow="md"
    >
      <Popover.Target>
        <span
          className="k-field-anchor"
          ref={(element) => {
            // Placed by script: the policy forbids style attributes in markup, not the style object.
            if (!element) return;
            element.style.left = `${box.left}px`;
            element.style.top = `${box.bottom}px`;
          }}
        />
      </Popover.Target>
      <Popover.Dropdown>
        {heading}
        <Textarea
          {...field}
          data-autofocus
          autosize
          value={text}
          onChange={(event) => onText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.shiftKey) {
              event.preventDefault();
              onTake();
            }
            if (event.key === 'Escape') onLeave();
          }}
        />
        {children}
      </Popover.Dropdown>
    </Popover>
  );
}
