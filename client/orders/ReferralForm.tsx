import { showNote } from '#client/ui/show-note.ts';
import { ActPanel } from '#client/clinical/ActPanel.tsx';
import { ReferralFields } from '#client/clinical/ReferralFields.tsx';
import {
  ReferralDraft,
  startReferral,
  toReferral,
  type Colleagues,
} from '#client/clinical/referral-draft.ts';
import type { OrderFormProps } from './order-form-props.ts';
import { useRefer } from './queries.ts';
import { useKeptForm } from './use-kept-form.ts';

/** Brings somebody else into the care: a colleague here who joins the team, or somebody outside by name. */
export function ReferralForm({ header, onClose, colleagues }: OrderFormProps & { colleagues: Colleagues }) {
  const { today } = header;
  const form = useKeptForm(`referral:${header.episodeId}`, ReferralDraft, startReferral(today));
  const refer = useRefer(header.episodeId);
  const submit = () =>
    refer.mutate(toReferral(form.value, colleagues), {
      onSuccess: () => {
        form.sent();
        showNote('The referral is sent.');
        onClose();
      },
    });
  return (
    <ActPanel
      header={header}
      title="Refer"
      submitLabel="Send referral"
      busy={refer.isPending}
      error={refer.error}
      keepsDraft={form.isTouched}
      onSubmit={submit}
      onClose={onClose}
    >
      <ReferralFields value={form.value} set={form.set} prefix="" colleagues={colleagues} today={today} />
    </ActPanel>
  );
}
