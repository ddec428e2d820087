import { Button, Group, Stack } from '@mantine/core';
import { DocumentNews } from './DocumentNews.tsx';
import { useDocument } from './use-document.ts';

interface DocumentActionsProps {
  /** The document's address without its form: `addressOf(api.letter, { params })`. */
  address: string;
  /** What it is, in the buttons' names: "Progress report". */
  name: string;
  size?: 'xs' | 'sm' | 'compact-sm';
}

/** Opens a document as PDF in a tab of its own, or sends it to the printer from here. */
export function DocumentActions({ address, name, size = 'sm' }: DocumentActionsProps) {
  const document = useDocument();
  const doing = document.state.kind === 'fetching' ? document.state.doing : undefined;
  return (
    <Stack gap={4}>
      <Group gap="xs" data-no-print>
        <Button
          variant="default"
          size={size}
          loading={doing === 'open'}
          onClick={() => void document.attempt('open', address, name)}
          aria-label={`Open PDF: ${name}`}
        >
          Open PDF
        </Button>
        <Button
          variant="default"
          size={size}
          loading={doing === 'print'}
          onClick={() => void document.attempt('print', address, name)}
          aria-label={`Print: ${name}`}
        >
          Print
        </Button>
      </Group>
      <DocumentNews document={document} />
    </Stack>
  );
}
