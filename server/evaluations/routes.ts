import type { Binding } from '#server/platform/http/bind-endpoint.ts';

export function evaluationsRoutes(_binding: Binding): void {}
