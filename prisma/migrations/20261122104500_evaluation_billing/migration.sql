-- AlterTable
ALTER TABLE "evaluation" ADD COLUMN     "billing" JSONB;

-- Each therapist evaluates within their discipline; only a signed evaluation of a therapist has a claim line.
alter table evaluation drop constraint evaluation_kind;
alter table evaluation
  add constraint evaluation_kind check (kind in ('consult', 'follow-up', 'pt-evaluation', 'ot-evaluation', 'speech-evaluation')),
  add constraint evaluation_billing check (
    billing is null or (status = 'signed' and kind in ('pt-evaluation', 'ot-evaluation', 'speech-evaluation')));
