import { MantineProvider } from '@mantine/core';
import type { ReactNode } from 'react';
import { cssVariables, theme } from './theme.ts';

interface ThemeProviderProps {
  children: ReactNode;
  /** `test` switches off transitions and portals. */
  env?: 'default' | 'test';
}

/** The look of Tandem: theme, colour scheme (as the device says until the person chooses), measured contrasts. */
export function ThemeProvider({ children, env = 'default' }: ThemeProviderProps) {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto" env={env}>
      {children}
    </MantineProvider>
  );
}
