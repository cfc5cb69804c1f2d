import { Textarea } from '@mantine/core';
import { useState } from 'react';

const mostLines = 8;
const longestLine = 200;

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim().slice(0, longestLine))
    .filter((line) => line !== '')
    .slice(0, mostLines);

/** A few lines of text, each a thing of its own. Empty lines stay while typing and are not kept. */
export function LinesField({
  label,
  description,
  lines,
  onChange,
}: {
  readonly label: string;
  readonly description: string;
  readonly lines: readonly string[];
  readonly onChange: (lines: string[]) => void;
}) {
  const [text, setText] = useState(lines.join('\n'));
  return (
    <Textarea
      autosize
      description={description}
      label={label}
      maxRows={10}
      minRows={3}
      onChange={(event) => {
        setText(event.currentTarget.value);
        onChange(linesOf(event.currentTarget.value));
      }}
      value={text}
    />
  );
}
