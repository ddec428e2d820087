import { Anchor, Text } from '@mantine/core';
import { ProblemAlert } from './ProblemAlert.tsx';
import type { useDocument } from './use-document.ts';

interface DocumentNewsProps {
  /** From `useDocument()`. */
  document: ReturnType<typeof useDocument>;
}

/** Beneath the buttons of a document: that it is being made, where it is, or why not and what to do. */
export function DocumentNews({ document: { state, attempt } }: DocumentNewsProps) {
  return (
    <>
      <Text role="status" size="sm" c="dimmed" data-no-print>
        {state.kind === 'fetching' ? `Making “${state.name}” …` : null}
        {state.kind === 'here' ? (
          <>
            {state.shown ? 'Opened in a tab of its own. ' : 'Ready; the browser kept its tab closed. '}
            <Anchor size="sm" href={state.url} target="_blank">
              {state.shown ? 'Open again' : 'Open it'}
            </Anchor>
            {' · '}
            <Anchor size="sm" href={state.url} download={state.fileName}>
              Save
            </Anchor>
          </>
        ) : null}
      </Text>
      {state.kind === 'refused' ? (
        <ProblemAlert
          error={state.problem}
          title={`“${state.name}” could not be ${state.doing === 'open' ? 'opened' : 'printed'}`}
          onRetry={() => void attempt(state.doing, state.address, state.name)}
        />
      ) : null}
    </>
  );
}
