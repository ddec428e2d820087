import { Anchor } from '@mantine/core';
import type { ComponentProps } from 'react';

/** A small act inside a line, written as a link: "Put back", "Say why". */
export function TextButton(props: Omit<ComponentProps<'button'>, 'color' | 'style' | 'ref'>) {
  return <Anchor component="button" type="button" size="sm" ta="left" {...props} />;
}
