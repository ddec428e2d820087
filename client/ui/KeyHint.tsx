import { Kbd } from '@mantine/core';

const MAC = /Mac|iPhone|iPad/.test(navigator.userAgent);
const NAMES: Record<string, string> = {
  mod: MAC ? '⌘' : 'Ctrl',
  shift: 'Shift',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
};

/** The key that does it: `<KeyHint keys="mod+K" />`. */
export function KeyHint({ keys }: { keys: string }) {
  const shown = keys.split('+').map((key) => NAMES[key] ?? key);
  return <Kbd size="xs">{shown.join(MAC ? '' : ' ')}</Kbd>;
}
