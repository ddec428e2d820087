import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { asClientProblem } from '#client/platform/client-problem.ts';
import { fetchPage } from '#client/platform/fetch-page.ts';
import { ProblemAlert } from './ProblemAlert.tsx';
import { printPage } from './print-page.ts';

interface DocumentActionsProps {
  /** The document's address without its form: `addressOf(api.letter, { params })`. */
  address: string;
  /** What it is, in the buttons' names: "Progress report". */
  name: string;
  size?: 'xs' | 'sm' | 'compact-sm';
}

const inForm = (address: string, format: 'pdf' | 'html'): string =>
  `${address}${address.includes('?') ? '&' : '?'}format=${format}`;

/** Opens a document as PDF in a tab of its own, or sends it to the printer from here. */
export function DocumentActions({ address, name, size = 'sm' }: DocumentActionsProps) {
  const [printing, setPrinting] = useState(false);
  const [problem, setProblem] = useState<unknown>(undefined);
  const print = async () => {
    setPrinting(true);
    setProblem(undefined);
    try {
      // Asked for first, so that a refusal is said here and not on paper.
      await printPage(await fetchPage(inForm(address, 'html')), name);
    } catch (error) {
      setProblem(asClientProblem(error));
    } finally {
      setPrinting(false);
    }
  };
  return (
    <>
      <Group gap="xs" data-no-print>
        <Button
          component="a"
          variant="default"
          size={size}
          href={inForm(address, 'pdf')}
          target="_blank"
          rel="noreferrer"
          aria-label={`Open PDF: ${name}`}
        >
          Open PDF
        </Button>
        <Button
          variant="default"
          size={size}
          loading={printing}
          onClick={() => void print()}
          aria-label={`Print: ${name}`}
        >
          Print
        </Button>
      </Group>
      <ProblemAlert error={problem} title={`${name} could not be printed`} />
    </>
  );
}
