import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import type { SessionSheet } from '#shared/sessions/sheet.ts';
import { QueryBoundary } from '#client/ui/QueryBoundary.tsx';
import { sheetQuery } from './queries.ts';
import { SheetEditor } from './SheetEditor.tsx';
import { SignedSession } from './SignedSession.tsx';
import type { StoredSheet } from './save-draft.ts';
import { VisitNotHeld } from './VisitNotHeld.tsx';

const route = getRouteApi('/shell/sessions/$sessionId');

/** One session: the sheet while it is open, the note once it is signed. */
export function SessionPage() {
  const { sessionId } = route.useParams();
  const query = useQuery(sheetQuery(sessionId));
  return (
    <QueryBoundary query={query}>
      {(sheet) => <Session key={sheet.session.sessionId} sheet={sheet} />}
    </QueryBoundary>
  );
}

function Session({ sheet }: { sheet: SessionSheet }) {
  // What the reader took instead of their own words starts the editor anew.
  const [taken, setTaken] = useState<{ stored: StoredSheet; turn: number }>();
  const { status } = sheet.session;
  if (sheet.signed !== null) return <SignedSession sheet={sheet} signed={sheet.signed} />;
  if (status === 'missed' || status === 'cancelled') return <VisitNotHeld sheet={sheet} />;
  const content = taken?.stored.content ?? sheet.content;
  if (content === null) return <VisitNotHeld sheet={sheet} />;
  const session =
    taken === undefined ? sheet.session : { ...sheet.session, version: taken.stored.session.version };
  return (
    <SheetEditor
      key={taken?.turn ?? 0}
      sheet={{ ...sheet, session, content }}
      onTakeTheirs={(stored) => setTaken((before) => ({ stored, turn: (before?.turn ?? 0) + 1 }))}
    />
  );
}
