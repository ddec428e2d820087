import { intakeApi } from '#shared/intake/contract.ts';
import { bind, bindPublic, type Binding } from '#server/platform/http/bind-endpoint.ts';
import { limitRate } from '#server/platform/http/limit-rate.ts';
import { acceptRequest } from './accept-request.ts';
import { addInformation, askMore, declineRequest, overrideRoute, takeRequest } from './handle-request.ts';
import { countUnowned, listClinics, readQueue, readRequest } from './queries.ts';
import { listRunningEpisodes } from './running-episodes.ts';
import { createRequest, submitRequest } from './submit-request.ts';

/** A waiting room's shared connection may send some requests in a row; a program that sends hundreds may not. */
const PUBLIC_LIMIT = { most: 20, windowMilliseconds: 10 * 60_000 };

export function intakeRoutes(binding: Binding): void {
  bindPublic(binding, intakeApi.clinics, listClinics);
  binding.router.post(intakeApi.submit.path, limitRate({ ...PUBLIC_LIMIT, now: binding.now }));
  bindPublic(binding, intakeApi.submit, submitRequest);
  bind(binding, intakeApi.create, createRequest);
  bind(binding, intakeApi.queue, readQueue);
  bind(binding, intakeApi.count, (ctx) => countUnowned(ctx));
  bind(binding, intakeApi.detail, readRequest);
  bind(binding, intakeApi.take, takeRequest);
  bind(binding, intakeApi.override, overrideRoute);
  bind(binding, intakeApi.askMore, askMore);
  bind(binding, intakeApi.addInformation, addInformation);
  bind(binding, intakeApi.decline, declineRequest);
  bind(binding, intakeApi.running, (ctx, input) => listRunningEpisodes(ctx, input));
  bind(binding, intakeApi.accept, acceptRequest);
}
