import type { Binding } from '#server/platform/http/bind-endpoint.ts';

export function patientsRoutes(_binding: Binding): void {}
