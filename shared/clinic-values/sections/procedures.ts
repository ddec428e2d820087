import { PROCEDURE_VALUES } from '#shared/orders/procedure-kinds.ts';
import { described, type NumberDescription, type ValueSection } from '../model.ts';

const MEMORY = {
  tag: 'M' as const,
  source: 'rules.md 3 and 6.5 name the procedures; the days are common practice.',
};

const rest = (after: string, max = 14): NumberDescription => ({
  title: `Rest after ${after}`,
  explanation: 'Whole days without therapy that the form proposes; the physiatrist may write others.',
  ...MEMORY,
  kind: 'whole',
  unit: 'days',
  min: 0,
  max,
  step: 1,
});

const window = (title: string, explanation: string, where: Pick<NumberDescription, 'tag' | 'source'>) => ({
  title,
  explanation,
  ...where,
  kind: 'whole' as const,
  unit: 'days',
  min: 3,
  max: 180,
  step: 1,
});

/** What the form of a procedure proposes; what is recorded keeps its own numbers. */
export const PROCEDURE_SECTIONS: readonly ValueSection[] = [
  {
    id: 'procedures',
    title: 'Injections and spinal procedures',
    usedIn: 'What the form proposes when a procedure is recorded. What is recorded keeps its own numbers.',
    keeper: 'safety',
    judgesAgain: false,
    values: described('procedure', PROCEDURE_VALUES, {
      restInjection: rest('an injection'),
      restNerveBlock: rest('a nerve block'),
      restBotulinum: rest('botulinum toxin'),
      restEpidural: rest('an epidural injection'),
      restFacet: rest('a facet or medial branch injection'),
      restRfAblation: rest('radiofrequency ablation', 28),
      windowUsual: window('Effect judged within', 'Injections, blocks, epidural and facet procedures.', {
        tag: 'P',
        source: 'Chosen for Tandem; no authority publishes it.',
      }),
      windowBotulinum: window(
        'Effect of botulinum toxin within',
        'It begins after days and is fullest after some weeks.',
        MEMORY,
      ),
      windowRfAblation: window(
        'Effect of radiofrequency ablation within',
        'The nerve takes weeks to fall silent, and soreness comes first.',
        MEMORY,
      ),
    }),
  },
];
