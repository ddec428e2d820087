import { randomUUID } from 'node:crypto';
import express, { type Express } from 'express';
import helmet from 'helmet';
import { pinoHttp } from 'pino-http';
import type { Logger } from 'pino';
import { reasonOf } from '#shared/scope/reasons.ts';
import type { SessionResolver, SignIn } from '#server/auth/index.ts';
import { authRoutes, mountSignIn } from '#server/auth/routes.ts';
import type { Database } from '#server/platform/db/database.ts';
import type { Binding } from '#server/platform/http/bind-endpoint.ts';
import { errorHandler, noSuchEndpoint } from '#server/platform/http/error-handler.ts';
import { sameSiteOnly } from '#server/platform/http/same-site.ts';
import type { LiveHub } from '#server/platform/live/hub.ts';
import { healthRoutes } from './health.ts';
import { describeApi } from './openapi.ts';
import { serveClient } from './serve-client.ts';
import { sliceRoutes } from './slices.ts';

export interface Parts {
  db: Database;
  signIn: SignIn;
  sessions: SessionResolver;
  live?: LiveHub | undefined;
  logger: Logger;
  now?: () => Date;
  /** Whose word about a client's address is believed; without it, a proxy on the same machine. */
  trustedProxies?: readonly string[] | undefined;
  /** Folder of the built client; left out in tests of the API alone. */
  clientFolder?: string | undefined;
}

const LARGEST_BODY = '1mb';

/** Puts the server together: the one place that knows every slice. */
export function createApp(parts: Parts): Express {
  const app = express();
  app.disable('x-powered-by');
  // Answers of the API are never stored, so nobody would send a tag back; making one reads the whole answer again.
  app.disable('etag');
  app.set('trust proxy', parts.trustedProxies ?? ['loopback']);
  app.set('query parser', 'simple');
  app.use(securityHeaders());
  app.use(requestLog(parts.logger));
  healthRoutes(app, parts.db);

  app.use('/api', (_request, response, next) => {
    response.set('Cache-Control', 'no-store');
    next();
  });
  app.use('/api', sameSiteOnly);
  mountSignIn(app, parts.signIn);
  app.use('/api', express.json({ limit: LARGEST_BODY }));

  const router = express.Router();
  const binding: Binding = {
    router,
    db: parts.db,
    now: parts.now ?? (() => new Date()),
    actorOf: (request, response) => parts.sessions.actorOf(request, response),
    reasonOf,
  };
  authRoutes(binding);
  sliceRoutes(binding);
  liveRoute(binding, parts.live);
  router.get('/api/openapi.json', (_request, response) => void response.json(describeApi()));
  app.use(router);
  app.use('/api', noSuchEndpoint);
  if (parts.clientFolder !== undefined) serveClient(app, parts.clientFolder);
  app.use(errorHandler);
  return app;
}

function liveRoute({ router, actorOf }: Binding, live: LiveHub | undefined): void {
  router.get('/api/live', async (request, response) => {
    const actor = await actorOf(request, response);
    if (!actor || !live) response.status(actor ? 503 : 401).end();
    else live.subscribe(actor, request, response);
  });
}

const securityHeaders = () =>
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        // Mantine and the charts set inline styles; scripts never are.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: { maxAge: 31_536_000 },
    referrerPolicy: { policy: 'same-origin' },
  });

/** Ids and codes only: never a name, a birth date, a note, a body or an address with a search in it. */
const requestLog = (logger: Logger) =>
  pinoHttp({
    logger,
    genReqId: () => randomUUID(),
    autoLogging: { ignore: (request) => !request.url?.startsWith('/api') },
    customLogLevel: (_request, response, error) =>
      error || response.statusCode >= 500 ? 'error' : response.statusCode >= 400 ? 'info' : 'debug',
    serializers: {
      req: (request: { id: string; method: string; url: string }) => ({
        id: request.id,
        method: request.method,
        path: request.url.split('?')[0],
      }),
      res: (response: { statusCode: number }) => ({ status: response.statusCode }),
    },
  });
