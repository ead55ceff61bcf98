import { describe, expect, test } from 'vitest';
import { createRouter } from '../../../local/gateway/router.ts';

const keys = [
  'ANY /api/things/{id}',
  'GET /api/things/{id}',
  'GET /api/things/newest',
  'GET /api/things',
  'POST /api/things/{id}/parts/{part}',
  'GET /files/{path+}',
  'GET /files/readme',
];
const route = (key: string) => ({
  key,
  functionName: key,
  timeoutMs: 1000,
  authorizer: undefined,
  scopes: [],
});
const match = createRouter(keys.map(route));

describe('a request', () => {
  test.each([
    ['GET', '/api/things', 'GET /api/things', {}],
    ['GET', '/api/things/newest', 'GET /api/things/newest', {}],
    ['GET', '/api/things/7', 'GET /api/things/{id}', { id: '7' }],
    ['DELETE', '/api/things/7', 'ANY /api/things/{id}', { id: '7' }],
    ['POST', '/api/things/7/parts/wheel', 'POST /api/things/{id}/parts/{part}', { id: '7', part: 'wheel' }],
    ['GET', '/api/things/a%20b%2Fc', 'GET /api/things/{id}', { id: 'a b/c' }],
    ['GET', '/files/readme', 'GET /files/readme', {}],
    ['GET', '/files/a/b.txt', 'GET /files/{path+}', { path: 'a/b.txt' }],
  ])('%s %s goes to %s', (method, path, key, pathParameters) => {
    expect(match(method, path)).toMatchObject({ route: { key }, pathParameters });
  });

  test.each([
    ['POST', '/api/things'],
    ['GET', '/api/things/'],
    ['GET', '/api/things//parts/x'],
    ['GET', '/api/things/7/parts'],
    ['GET', '/API/things'],
    ['GET', '/files/'],
    ['GET', '/'],
  ])('%s %s belongs to no route', (method, path) => {
    expect(match(method, path)).toBeUndefined();
  });

  test('belongs to $default where there is one and nothing else fits', () => {
    const withDefault = createRouter([...keys, '$default'].map(route));
    expect(withDefault('GET', '/elsewhere')).toMatchObject({ route: { key: '$default' } });
  });

  test('with an escape that can not be resolved throws', () => {
    expect(() => match('GET', '/api/things/%E0%A4')).toThrow(URIError);
  });
});
