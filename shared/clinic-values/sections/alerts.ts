import { ALERTS } from '#shared/sessions/escalation.ts';
import { described, type ValueSection } from '../model.ts';

const RULE = { tag: 'P' as const, source: 'rules.md 5: chosen for Tandem; no authority publishes it.' };

/** How long an alert may lie, and how long the one it goes to may read the record. */
export const ALERT_SECTIONS: readonly ValueSection[] = [
  {
    id: 'alerts',
    title: 'Urgent alerts',
    usedIn: 'the job that passes an alert on which nobody has acknowledged, and the page of safety holds',
    keeper: 'safety',
    judgesAgain: false,
    values: described('safety', ALERTS, {
      urgentEscalationMinutes: {
        title: 'Unread alert goes on after',
        explanation:
          'Minutes of clinic hours after which an urgent alert that nobody acknowledges goes to the physiatrist on call. An emergency counts by the clock.',
        ...RULE,
        kind: 'whole',
        unit: 'minutes',
        min: 5,
        max: 240,
        step: 5,
      },
      telephoneAfterMinutes: {
        title: 'Then somebody telephones after',
        explanation:
          'Minutes for which an alert that was passed on may lie unread, counted in the same way, before an administrator is asked to telephone.',
        ...RULE,
        kind: 'whole',
        unit: 'minutes',
        min: 5,
        max: 240,
        step: 5,
      },
      passedOnCoverHours: {
        title: 'Cover that passing on gives',
        explanation:
          'How long whoever an alert is passed on to may read that patient’s record at least; a longer duty keeps it open until the duty ends.',
        ...RULE,
        kind: 'whole',
        unit: 'hours',
        min: 4,
        max: 168,
        step: 4,
      },
    }),
  },
];
