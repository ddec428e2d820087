import { List, Text } from '@mantine/core';
import { doseInWords } from '#shared/home-programme/dose-in-words.ts';
import { HomeDose, type ProgrammeVersion } from '#shared/home-programme/model.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { StaleVersionDialog } from '#client/ui/StaleVersionDialog.tsx';
import { typedFrom, type TypedProgramme } from './programme-draft.ts';

interface StaleProgrammeProps {
  mine: TypedProgramme;
  stored: ProgrammeVersion;
  onKeepMine: () => void;
  onTakeTheirs: () => void;
}

/** A colleague saved another version while this one was being written: both are shown, and one is chosen. */
export function StaleProgramme({ mine, stored, onKeepMine, onTakeTheirs }: StaleProgrammeProps) {
  const { dateTime } = useClinicTime();
  return (
    <StaleVersionDialog
      opened
      changedBy={`${stored.author}, ${dateTime(stored.signedAt)}`}
      mine={<Chosen programme={mine} />}
      theirs={<Chosen programme={typedFrom(stored)} />}
      onKeepMine={onKeepMine}
      onTakeTheirs={onTakeTheirs}
    />
  );
}

/** What one of the two asks for, to compare. */
function Chosen({ programme: { rows, note, noteEs } }: { programme: TypedProgramme }) {
  return (
    <>
      {rows.length === 0 ? <Text size="sm">Nothing is asked for.</Text> : null}
      <List size="sm" type="ordered">
        {rows.map(({ code, content, side, dose, note: own }, index) => {
          const whole = HomeDose.safeParse(dose).data;
          return (
            <List.Item key={`${code} ${index}`}>
              {[
                content.name.en,
                side,
                whole === undefined ? 'dose not complete' : doseInWords(whole, 'en'),
                own,
              ]
                .filter((part) => part !== null && part !== '')
                .join(', ')}
            </List.Item>
          );
        })}
      </List>
      {note === '' ? null : <Text size="sm">For the patient: {note}</Text>}
      {noteEs === '' ? null : (
        <Text size="sm" lang="es">
          In Spanish: {noteEs}
        </Text>
      )}
    </>
  );
}
