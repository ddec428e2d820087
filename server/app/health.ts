import type { Express } from 'express';
import type { Database } from '#server/platform/db/database.ts';
import { pendingMigrations } from '#server/platform/db/migrate.ts';

/** `/healthz`: the process answers. `/readyz`: the database answers and has every migration this build brings. */
export function healthRoutes(app: Express, db: Database): void {
  app.get('/healthz', (_request, response) => void response.json({ status: 'ok' }));
  app.get('/readyz', async (_request, response) => {
    try {
      const pending = await pendingMigrations({ query: (sql) => db.pool.query(sql) });
      response
        .status(pending.length === 0 ? 200 : 503)
        .json({ status: pending.length === 0 ? 'ready' : 'migrations pending', pending });
    } catch {
      response.status(503).set('Retry-After', '2').json({ status: 'database unreachable' });
    }
  });
}
