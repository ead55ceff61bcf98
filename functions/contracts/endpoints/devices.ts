// Endpoints for the phones that a customer's pushes go to.

import { deviceJson, devicePath, putDeviceBody } from '../device.ts';
import { busy, customerProblems, endpoint, noBody, noContent, subaccountQuery } from '../endpoint.ts';

export const deviceEndpoints = {
  registerDevice: endpoint({
    name: 'register-device',
    method: 'PUT',
    path: '/api/customers/{id}/devices/{device_id}',
    summary:
      'Register a phone for pushes, or renew its registration. A token belongs to one customer: ' +
      'whoever registered it before gets no more pushes on it.',
    roles: ['rider', 'service'],
    parameters: devicePath,
    query: subaccountQuery,
    body: putDeviceBody,
    answers: { 200: deviceJson, 201: deviceJson },
    problems: { ...customerProblems, 409: ['push_not_configured'], ...busy },
  }),
  removeDevice: endpoint({
    name: 'remove-device',
    method: 'DELETE',
    path: '/api/customers/{id}/devices/{device_id}',
    summary: 'Push no more to a phone. Harmless where it is not registered.',
    roles: ['rider', 'service'],
    parameters: devicePath,
    query: subaccountQuery,
    body: noBody,
    answers: { 204: noContent },
    problems: { ...customerProblems, ...busy },
  }),
} as const;
