import { describe, expect, test } from 'vitest';
import { noValue, resolve, type Scope } from '../../../local/template/intrinsics.ts';

const scope: Scope = {
  ref: (name) =>
    ({ Table: 'table-name', 'AWS::Region': 'us-east-1', 'AWS::NoValue': noValue })[name] ?? `ref-${name}`,
  attribute: (logicalId, attribute) => `${logicalId}:${attribute}`,
  imported: (name) => `imported-${name}`,
  condition: (name) => name === 'IsLocal',
  mapping: (map, top, second) => `${map}/${top}/${second}`,
};

describe('an intrinsic function of a template', () => {
  test.each([
    ['Ref', { Ref: 'Table' }, 'table-name'],
    ['a pseudo parameter', { Ref: 'AWS::Region' }, 'us-east-1'],
    ['GetAtt as a list', { 'Fn::GetAtt': ['Table', 'Arn'] }, 'Table:Arn'],
    ['GetAtt as a text with a nested attribute', { 'Fn::GetAtt': 'Table.Stream.Arn' }, 'Table:Stream.Arn'],
    ['Join of nested values', { 'Fn::Join': ['/', ['a', { Ref: 'Table' }, 1]] }, 'a/table-name/1'],
    [
      'Sub of names and attributes',
      { 'Fn::Sub': '${Table}-${Table.Arn}-${!Kept}' },
      'table-name-Table:Arn-${Kept}',
    ],
    [
      'Sub with variables of its own',
      { 'Fn::Sub': ['${who}/${Table}', { who: { Ref: 'Me' } }] },
      'ref-Me/table-name',
    ],
    ['ImportValue', { 'Fn::ImportValue': 'Data:Table' }, 'imported-Data:Table'],
    ['Select of Split', { 'Fn::Select': [2, { 'Fn::Split': ['/', 'https://host/path'] }] }, 'host'],
    ['If whose condition holds', { 'Fn::If': ['IsLocal', { Ref: 'Table' }, 'other'] }, 'table-name'],
    ['If whose condition fails', { 'Fn::If': ['IsHosted', { Ref: 'Table' }, 'other'] }, 'other'],
    ['Equals', { 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'us-east-1'] }, true],
    ['Not, And, Or', { 'Fn::Not': [{ 'Fn::And': [true, { 'Fn::Or': [false, false] }] }] }, true],
    ['FindInMap', { 'Fn::FindInMap': ['Sizes', { Ref: 'AWS::Region' }, 'small'] }, 'Sizes/us-east-1/small'],
    ['Base64', { 'Fn::Base64': 'ride' }, 'cmlkZQ=='],
  ])('%s is evaluated', (_name, value, expected) => {
    expect(resolve(value, scope)).toBe(expected);
  });

  test('is found at any depth, and all else stays as it is', () => {
    const value = {
      Environment: { Variables: { A: { Ref: 'Table' }, B: 'b', C: [1, { Ref: 'X' }], D: null } },
    };
    expect(resolve(value, scope)).toEqual({
      Environment: { Variables: { A: 'table-name', B: 'b', C: [1, 'ref-X'], D: null } },
    });
  });

  test('AWS::NoValue leaves its property out', () => {
    expect(resolve({ kept: 1, dropped: { Ref: 'AWS::NoValue' } }, scope)).toEqual({ kept: 1 });
  });

  test('that the run does not know is an error that names it', () => {
    expect(() => resolve({ 'Fn::Cidr': ['10.0.0.0/16', 1, 8] }, scope)).toThrow(/Fn::Cidr/);
  });
});
