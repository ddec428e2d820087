import { useEffect, useRef } from 'react';

/** Calls `onEscape` for Esc, unless a dialog or a menu above has taken the key. */
export function useEscape(onEscape: () => void, active: boolean): void {
  const latest = useRef(onEscape);
  latest.current = onEscape;
  useEffect(() => {
    if (!active) return undefined;
    const listen = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      const above = document.querySelector(
        '.mantine-Modal-content, .mantine-Menu-dropdown, .mantine-Combobox-dropdown',
      );
      if (above === null) latest.current();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [active]);
}
