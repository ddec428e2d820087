import { Button, Menu, Text } from '@mantine/core';
import { homeProgrammeApi } from '#shared/home-programme/contract.ts';
import type { Misfit } from '#shared/home-programme/fit.ts';
import { handoutLanguage, LANGUAGE_LABEL } from '#shared/home-programme/library-words.ts';
import { withoutSpanish, writtenInEnglish } from '#shared/home-programme/handout-notes.ts';
import { LANGUAGES, type ProgrammeContent } from '#shared/home-programme/model.ts';
import { flagWords } from '#shared/sessions/flag-words.ts';
import { addressOf } from '#client/platform/call.ts';
import type { useDocument } from '#client/ui/use-document.ts';

interface HandoutButtonsProps {
  /** From `useDocument()`; its news stand where there is room for them. */
  document: ReturnType<typeof useDocument>;
  episodeId: string;
  versionNumber: number;
  /** The patient's language as it is recorded. */
  language: string | null;
  /** What is printed, as far as it is at hand: what stays in English is named before printing in Spanish. */
  content?: ProgrammeContent;
  /** Nothing is done with a leg until a physiatrist has cleared it: said before it is handed out. */
  limbStopped?: boolean;
  /** What of it may not be done any more: said before it is handed out. */
  misfits?: readonly Misfit[];
  /** Beside an earlier version: the button says which. */
  earlier?: boolean;
}

/** A version of the programme to take home: in the patient's language first, which Enter takes. */
export function HandoutButtons({
  document,
  episodeId,
  versionNumber,
  language,
  content,
  limbStopped = false,
  misfits = [],
  earlier = false,
}: HandoutButtonsProps) {
  const own = handoutLanguage(language) ?? 'en';
  const inOrder = [own, ...LANGUAGES.filter((one) => one !== own)];
  const give = (doing: 'open' | 'print', one: (typeof inOrder)[number]) => {
    const query = { language: one, largeType: 'yes' } as const;
    const address = addressOf(homeProgrammeApi.handout, { params: { episodeId, versionNumber }, query });
    void document.attempt(
      doing,
      address,
      `Home exercises in ${LANGUAGE_LABEL[one]}, version ${versionNumber}`,
    );
  };
  const label = earlier ? `Print or PDF: version ${versionNumber}` : 'Print or PDF';
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          size={earlier ? 'compact-sm' : 'compact-md'}
          variant="default"
          aria-label={label}
          loading={document.state.kind === 'fetching'}
        >
          Print or PDF
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{whyThisOrder(language)}</Menu.Label>
        {limbStopped ? (
          <Text size="sm" role="alert" px="sm" pb="xs" maw={340} c="var(--tone-danger-text)">
            Treatment of a leg is stopped: {flagWords('RF-DVT')}. No exercise of that leg until it is cleared.
          </Text>
        ) : null}
        {misfits.length === 0 ? null : (
          <Text size="sm" role="alert" px="sm" pb="xs" maw={340} c="var(--tone-danger-text)">
            No longer permitted: {misfits.map(({ name }) => name).join(', ')}. Change the programme before it
            is handed out.
          </Text>
        )}
        {inOrder.map((one) => (
          <Menu.Item key={one} onClick={() => give('open', one)}>
            PDF in {LANGUAGE_LABEL[one]}
          </Menu.Item>
        ))}
        {inOrder.map((one) => (
          <Menu.Item key={one} onClick={() => give('print', one)}>
            Print in {LANGUAGE_LABEL[one]}
          </Menu.Item>
        ))}
        {content === undefined ? null : <NotTranslated content={content} />}
      </Menu.Dropdown>
    </Menu>
  );
}

/** What a Spanish page would print in another language. */
function NotTranslated({ content }: { content: ProgrammeContent }) {
  const byHand = writtenInEnglish(content);
  const english = withoutSpanish(content);
  if (byHand.length + english.length === 0) return null;
  return (
    <Text size="sm" role="note" px="sm" py="xs" maw={340} c="var(--tone-warning-text)">
      {byHand.length === 0
        ? null
        : `Not in Spanish yet: ${byHand.join(', ')}. A Spanish page prints it in English and says so; change the programme to write it in Spanish. `}
      {english.length === 0 ? null : `In English only: ${english.join(', ')}.`}
    </Text>
  );
}

/** Why one language stands first, and what to do when it is not the patient's. */
function whyThisOrder(recorded: string | null): string {
  if (recorded === null || recorded.trim() === '') return 'No language is recorded for the patient';
  const own = handoutLanguage(recorded);
  return own === undefined
    ? `The patient’s language is ${recorded}; handouts are in English and Spanish`
    : `The patient’s language is ${LANGUAGE_LABEL[own]}`;
}
