// Where Stripe's page may send a rider back to: nowhere but below an allowed prefix, however it is written.

import { describe, expect, it } from 'vitest';
import { isAllowedReturnUrl } from '../../functions/domain/return-url.ts';

const allowed = ['https://fleet.example/app', 'http://127.0.0.1:4000/'];

describe('a return URL is allowed', () => {
  it.each([
    'https://fleet.example/app',
    'https://fleet.example/app/',
    'https://fleet.example/app/done?customer=r1#top',
    'https://fleet.example/app?done=1',
    'https://fleet.example:443/app/done',
    'https://FLEET.example/app/done',
    'HTTPS://fleet.example/app/done',
    'https://fleet.example/app/./done',
    'https://fleet.example/app/x/../done',
    'https://fleet.example/app//done',
    'https://fleet.example/app/r%C3%BCck',
    'http://127.0.0.1:4000',
    'http://127.0.0.1:4000/rider/?customer=r1',
  ])('%s', (url) => {
    expect(isAllowedReturnUrl(url, allowed)).toBe(true);
  });
});

describe('a return URL is refused', () => {
  it.each([
    ['another host', 'https://evil.example/app'],
    ['a host that only starts alike', 'https://fleet.example.evil.example/app'],
    ['a host that only ends alike', 'https://evil-fleet.example/app'],
    ['a subdomain', 'https://www.fleet.example/app'],
    ['the root dot', 'https://fleet.example./app'],
    ['another scheme', 'http://fleet.example/app'],
    ['a script', 'javascript:alert(1)//https://fleet.example/app'],
    ['data', 'data:text/html,https://fleet.example/app'],
    ['another port', 'https://fleet.example:8443/app'],
    ['another port of this machine', 'http://127.0.0.1:4001/'],
    ['a user in front of the allowed host', 'https://rider@fleet.example/app'],
    ['a user and a password', 'https://rider:secret@fleet.example/app'],
    ['a password alone', 'https://:secret@fleet.example/app'],
    ['the allowed host as a user', 'https://fleet.example@evil.example/app'],
    ['the allowed prefix as a user', 'https://fleet.example%2fapp@evil.example/'],
    ['a path that only starts alike', 'https://fleet.example/apple'],
    ['a path that only starts alike, with a dash', 'https://fleet.example/app-evil'],
    ['the folder above', 'https://fleet.example/'],
    ['a way out by dots', 'https://fleet.example/app/../admin'],
    ['a way out by encoded dots', 'https://fleet.example/app/%2e%2e/admin'],
    ['a path in other letters', 'https://fleet.example/APP'],
    ['no scheme', '//fleet.example/app'],
    ['no host', '/app'],
    ['nothing', ''],
    ['the prefix in the query', 'https://evil.example/?https://fleet.example/app'],
    ['the prefix in the fragment', 'https://evil.example/#https://fleet.example/app'],
    // A browser's parser reads these as the allowed host; others read another host, or none.
    ['a backslash before a user sign', 'https://fleet.example\\@evil.example/app'],
    ['a backslash before the allowed host', 'https://evil.example\\@fleet.example/app'],
    ['backslashes for slashes', 'https:\\\\fleet.example\\app'],
    ['a backslash in the path', 'https://fleet.example/app\\..\\admin'],
    ['no slashes after the scheme', 'https:fleet.example/app'],
    ['one slash after the scheme', 'https:/fleet.example/app'],
    ['three slashes after the scheme', 'https:///fleet.example/app'],
    ['full-width letters', 'https://ｆleet.example/app'],
    ['a full-width dot', 'https://fleet．example/app'],
    ['a full-width slash', 'https://fleet.example／app'],
    ['a line break', 'https://fleet.example/app\nLocation: https://evil.example'],
    ['a line break within the scheme', 'ht\ntps://fleet.example/app'],
    ['a tab within the host', 'https://fleet\t.example/app'],
    ['a blank in front', ' https://fleet.example/app'],
    ['a control character', 'https://fleet.example/app\u0000'],
  ])('%s: %j', (_, url) => {
    expect(isAllowedReturnUrl(url, allowed)).toBe(false);
  });

  it('where nothing is allowed', () => {
    expect(isAllowedReturnUrl('https://fleet.example/app', [])).toBe(false);
  });

  it('where the allow-list itself holds no URL', () => {
    expect(isAllowedReturnUrl('https://fleet.example/app', ['fleet.example', '*', ''])).toBe(false);
  });
});

describe('an app’s own scheme', () => {
  it('is allowed where it is listed', () => {
    expect(isAllowedReturnUrl('ridegate-metro://verified/done', ['ridegate-metro://verified'])).toBe(true);
  });

  it('is refused to another host of it', () => {
    expect(isAllowedReturnUrl('ridegate-metro://other', ['ridegate-metro://verified'])).toBe(false);
  });
});
