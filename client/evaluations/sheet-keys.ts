import type { KeyboardEvent } from 'react';

const MOVES: Readonly<Record<string, 'down' | 'up' | 'left' | 'right'>> = {
  Enter: 'down',
  ArrowDown: 'down',
  ArrowUp: 'up',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

/** The cell that Enter or an arrow leads to; nothing when the key has its own meaning in the field. */
export function fieldTowards(event: KeyboardEvent<HTMLElement>): HTMLElement | undefined {
  const field = event.target;
  const move = MOVES[event.key];
  if (move === undefined || event.altKey || event.ctrlKey || event.metaKey) return undefined;
  if (!(field instanceof HTMLInputElement || field instanceof HTMLSelectElement)) return undefined;
  const column = field.dataset['col'];
  if (column === undefined || isOwnMove(field, event.key)) return undefined;
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-col]')];
  if (move === 'left' || move === 'right') return all[all.indexOf(field) + (move === 'right' ? 1 : -1)];
  const row = field.closest('tr');
  const rows = all.filter((one) => one.closest('tr') !== row && isNearColumn(one, Number(column)));
  const isBelow = (one: HTMLElement) =>
    (field.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  return move === 'down' ? rows.find(isBelow) : rows.findLast((one) => !isBelow(one));
}

/** A cell over two columns belongs to both. */
function isNearColumn(field: HTMLElement, column: number): boolean {
  const from = Number(field.dataset['col']);
  const width = Number(field.dataset['span'] ?? 1);
  return column >= from && column < from + width;
}

/** In a list the arrows choose; in a text they move the caret until it is at the end. */
function isOwnMove(field: HTMLInputElement | HTMLSelectElement, key: string): boolean {
  if (key === 'Enter') return false;
  if (field instanceof HTMLSelectElement) return key === 'ArrowDown' || key === 'ArrowUp';
  const { selectionStart, selectionEnd, value } = field;
  const isAllSelected = selectionStart === 0 && selectionEnd === value.length;
  if (key === 'ArrowLeft') return !isAllSelected && selectionStart !== 0;
  return key === 'ArrowRight' && !isAllSelected && selectionEnd !== value.length;
}
