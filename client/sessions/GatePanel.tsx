import { Anchor, List, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { GateAnswer } from '#shared/sessions/gate.ts';
import type { GateCode } from '#shared/sessions/gate-refusal.ts';
import type { EpisodeId } from '#shared/platform/ids.ts';
import { ToneIcon } from '#client/ui/ToneIcon.tsx';
import classes from './Sheet.module.css';

const WHAT_TO_DO: Record<GateCode, string> = {
  NO_CONSULT: 'Ask the physiatrist to sign the consult. Nothing can be given before.',
  NO_ACTIVE_PRESCRIPTION: 'Ask the physiatrist for a prescription that covers this day.',
  PRESCRIPTION_EXPIRED: 'Ask the physiatrist for the next version; until then no session is held.',
  VISITS_USED: 'Ask the physiatrist for the next version; until then no session is held.',
  NOT_CERTIFIED: 'The physiatrist certifies again by signing the next version.',
  SAFETY_HOLD: 'Do not treat. Call the physiatrist.',
  LIMB_STOPPED: 'Only a physiatrist clears it. Call them today.',
  WEIGHT_BEARING_OVER: 'It holds until the physiatrist prescribes the next step. Ask for it.',
  PROCEDURE_REST: 'Move the visit behind the rest. Only the physiatrist can shorten it.',
  PROCEDURE_CARE: 'Ask about it before you start.',
  NOT_ON_TEAM: 'An administrator adds you to the care team.',
  INTERVENTION_BLOCKED: 'Take what is named off today’s list, or ask for a change of the prescription.',
  VITALS_REQUIRED: '',
  VITALS_OUT_OF_RANGE: 'Let the patient rest and measure again. If it stays so, raise a red flag.',
};

interface GatePanelProps {
  gate: GateAnswer;
  episodeId: EpisodeId;
  /** The patient is here, and nothing kept the visit from beginning. */
  hasBegun: boolean;
}

/** Why the session may not start, each reason with what to do about it. */
export function GatePanel({ gate, episodeId, hasBegun }: GatePanelProps) {
  return (
    <>
      {gate.refusals.length === 0 ? null : (
        <section className={classes.gate} data-tone="danger" aria-label="The gate is closed">
          <ToneIcon tone="danger" size={18} />
          <div>
            <Text fw={700}>
              The session cannot {hasBegun && gate.refusals.every(isOfToday) ? 'go on' : 'start'}
            </Text>
            <Reasons reasons={gate.refusals} episodeId={episodeId} />
          </div>
        </section>
      )}
      {gate.warnings.length === 0 ? null : (
        <section className={classes.gate} data-tone="warning" aria-label="Warnings">
          <ToneIcon tone="warning" size={18} />
          <Reasons reasons={gate.warnings} episodeId={episodeId} />
        </section>
      )}
    </>
  );
}

/** What the therapist can mend on the sheet itself. */
const isOfToday = ({ code }: { code: GateCode }): boolean =>
  code === 'VITALS_REQUIRED' ||
  code === 'VITALS_OUT_OF_RANGE' ||
  code === 'INTERVENTION_BLOCKED' ||
  code === 'LIMB_STOPPED';

interface ReasonsProps {
  reasons: GateAnswer['refusals'];
  episodeId: EpisodeId;
}

function Reasons({ reasons, episodeId }: ReasonsProps) {
  return (
    <List size="sm" spacing={2}>
      {reasons.map(({ code, sentence, act }) => (
        <List.Item key={`${code} ${sentence}`}>
          {sentence} {act ?? WHAT_TO_DO[code]}{' '}
          {code === 'SAFETY_HOLD' || code === 'LIMB_STOPPED' ? (
            <Anchor
              renderRoot={(props) => (
                <Link {...props} to="/episodes/$episodeId/holds" params={{ episodeId }} />
              )}
            >
              See the hold
            </Anchor>
          ) : null}
        </List.Item>
      ))}
    </List>
  );
}
