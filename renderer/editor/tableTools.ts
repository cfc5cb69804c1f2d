import type { ChainedCommands } from '@tiptap/core';
import type { EditorState } from '@tiptap/pm/state';
import { selectedRect } from '@tiptap/pm/tables';

function choosesAll(state: EditorState, side: 'rows' | 'columns'): boolean {
  const { map, top, bottom, left, right } = selectedRect(state);
  return side === 'rows' ? top === 0 && bottom === map.height : left === 0 && right === map.width;
}

/** Takes out the chosen rows; with the last of them the table goes too, as in Word. */
export const removeRows = (chain: ChainedCommands): ChainedCommands =>
  chain.command(({ state, commands }) =>
    choosesAll(state, 'rows') ? commands.deleteTable() : commands.deleteRow(),
  );

/** The same of columns. */
export const removeColumns = (chain: ChainedCommands): ChainedCommands =>
  chain.command(({ state, commands }) =>
    choosesAll(state, 'columns') ? commands.deleteTable() : commands.deleteColumn(),
  );
