import type { SessionContent } from '#shared/sessions/model.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import type { SaveStatus } from '#client/platform/use-autosave.ts';
import { StaleVersionDialog } from '#client/ui/StaleVersionDialog.tsx';
import { ReadableContent } from './ReadableContent.tsx';
import { storedSheetOf, type StoredSheet } from './save-draft.ts';
import classes from './Sheet.module.css';

interface StaleSheetProps {
  status: SaveStatus;
  content: SessionContent;
  onKeepMine: (storedVersion: number) => void;
  onTakeTheirs: (stored: StoredSheet) => void;
}

/** The sheet was saved in another tab, on another device or by a colleague: both are shown, one is chosen. */
export function StaleSheet({ status, content, onKeepMine, onTakeTheirs }: StaleSheetProps) {
  const { dateTime } = useClinicTime();
  const stored = status.kind === 'stale' ? storedSheetOf(status.problem) : undefined;
  if (stored?.content === undefined || stored.content === null) return null;
  return (
    <StaleVersionDialog
      opened
      changedBy={`a colleague, or you in another tab or on another device, ${dateTime(stored.session.updatedAt)}`}
      mine={
        <div className={classes.compared}>
          <ReadableContent content={content} />
        </div>
      }
      theirs={
        <div className={classes.compared}>
          <ReadableContent content={stored.content} />
        </div>
      }
      onKeepMine={() => onKeepMine(stored.session.version)}
      onTakeTheirs={() => onTakeTheirs(stored)}
    />
  );
}
