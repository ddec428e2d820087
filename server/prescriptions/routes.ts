import type { Binding } from '#server/platform/http/bind-endpoint.ts';

export function prescriptionsRoutes(_binding: Binding): void {}
