import { Button, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Addendum } from '#shared/corrections/addendum.ts';
import type { Permission } from '#shared/platform/actor.ts';
import { DisabledReason } from '#client/ui/DisabledReason.tsx';
import { AddendumForm, type AddendumFormProps } from './AddendumForm.tsx';
import { AddendumList } from './AddendumList.tsx';

interface SignedAddendaProps extends Omit<AddendumFormProps, 'onClose' | 'banner'> {
  addenda: readonly Addendum[];
  permission: Permission;
  banner: ReactNode;
}

/** What was added to something signed, below it, and the way to add. */
export function SignedAddenda({ addenda, permission, ...form }: SignedAddendaProps) {
  const [isAdding, setIsAdding] = useState(false);
  return (
    <>
      {addenda.length === 0 ? null : (
        <>
          <Text size="sm" fw={600}>
            Added after signing
          </Text>
          <AddendumList addenda={addenda} />
        </>
      )}
      <div data-no-print>
        <DisabledReason reason={permission.allowed ? undefined : permission.sentence}>
          <Button size="compact-sm" variant="default" onClick={() => setIsAdding(true)}>
            Add to it
          </Button>
        </DisabledReason>
      </div>
      {isAdding ? <AddendumForm {...form} onClose={() => setIsAdding(false)} /> : null}
    </>
  );
}
