import { Select } from '@mantine/core';
import { useRef } from 'react';
import { INTERVENTIONS } from '#shared/prescriptions/interventions.ts';
import { useShortcuts } from '#client/platform/shortcuts.ts';
import type { OpenSheet } from './use-session-sheet.ts';

/** Anything that is not on the prescription is asked for, never simply added. */
export function AddIntervention({ sheet, onAsk }: { sheet: OpenSheet; onAsk: (code: string) => void }) {
  const field = useRef<HTMLInputElement>(null);
  useShortcuts('Session sheet', [
    { keys: '/', does: 'Ask for an exercise that is not prescribed', run: () => field.current?.focus() },
  ]);
  if (sheet.prescription === null) return null;
  const prescribed = new Set(sheet.prescription.content.interventions.map(({ code }) => code));
  return (
    <Select
      ref={field}
      size="xs"
      w={320}
      mt={6}
      aria-label="Ask for an exercise that is not prescribed"
      placeholder="Not on the prescription: choose to ask for it ( / )"
      searchable
      value={null}
      data={INTERVENTIONS.filter(({ code }) => !prescribed.has(code)).map(({ code, name }) => ({
        value: code,
        label: name,
      }))}
      onChange={(code) => {
        if (code !== null) onAsk(code);
      }}
    />
  );
}
