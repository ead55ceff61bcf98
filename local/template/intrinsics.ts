// CloudFormation's intrinsic functions, evaluated over one template.
import { StartFailure } from '../failure.ts';

/** Where an intrinsic function finds what it names. Each lookup throws for what does not exist. */
export interface Scope {
  ref(name: string): unknown;
  attribute(logicalId: string, attribute: string): unknown;
  imported(exportName: string): unknown;
  condition(name: string): boolean;
  mapping(map: string, top: string, second: string): unknown;
}

type Evaluate = (argument: unknown, scope: Scope) => unknown;

/** `AWS::NoValue`: the property is to be left out. */
export const noValue = Symbol('AWS::NoValue');

/** Evaluates every intrinsic function in a value, and leaves everything else as it is. */
export function resolve(value: unknown, scope: Scope): unknown {
  if (Array.isArray(value))
    return value.map((item) => resolve(item, scope)).filter((item) => item !== noValue);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  const [only] = entries;
  if (entries.length === 1 && only !== undefined && isIntrinsic(only[0])) {
    const evaluate = intrinsics[only[0]];
    if (evaluate === undefined)
      throw new StartFailure(`The embedded run doesn't know the intrinsic function ${only[0]}.`);
    return evaluate(only[1], scope);
  }
  return Object.fromEntries(
    entries.map(([key, item]) => [key, resolve(item, scope)] as const).filter(([, item]) => item !== noValue),
  );
}

function isIntrinsic(key: string): boolean {
  return key === 'Ref' || key === 'Condition' || key.startsWith('Fn::');
}

const intrinsics: Readonly<Record<string, Evaluate>> = {
  Ref: (name, scope) => scope.ref(text(name, scope)),
  Condition: (name, scope) => scope.condition(text(name, scope)),
  'Fn::GetAtt': (argument, scope) => {
    const parts = typeof argument === 'string' ? argument.split('.') : list(argument, scope).map(String);
    const [logicalId = '', ...attribute] = parts;
    return scope.attribute(logicalId, attribute.join('.'));
  },
  'Fn::Join': (argument, scope) => {
    const [separator, items] = list(argument, scope);
    return list(items, scope).map(plain).join(plain(separator));
  },
  'Fn::Split': (argument, scope) => {
    const [separator, value] = list(argument, scope);
    return plain(value).split(plain(separator));
  },
  'Fn::Select': (argument, scope) => {
    const [index, items] = list(argument, scope);
    const chosen = list(items, scope)[Number(index)];
    if (chosen === undefined) throw new StartFailure(`Fn::Select has no item ${plain(index)}.`);
    return chosen;
  },
  'Fn::Sub': (argument, scope) => {
    const [pattern, variables] = typeof argument === 'string' ? [argument, {}] : list(argument, scope);
    const own = new Map(Object.entries(variables as object));
    return plain(pattern).replace(/\$\{([^}]+)\}/g, (_whole, name: string) => {
      if (name.startsWith('!')) return `\${${name.slice(1)}}`;
      if (own.has(name)) return plain(own.get(name));
      const dot = name.indexOf('.');
      return plain(dot < 0 ? scope.ref(name) : scope.attribute(name.slice(0, dot), name.slice(dot + 1)));
    });
  },
  'Fn::ImportValue': (argument, scope) => scope.imported(text(argument, scope)),
  'Fn::Base64': (argument, scope) => Buffer.from(text(argument, scope)).toString('base64'),
  'Fn::FindInMap': (argument, scope) => {
    const [map, top, second] = list(argument, scope).map(plain);
    return scope.mapping(map ?? '', top ?? '', second ?? '');
  },
  'Fn::If': (argument, scope) => {
    const [name, then, otherwise] = argument as [string, unknown, unknown];
    return resolve(scope.condition(name) ? then : otherwise, scope);
  },
  'Fn::Equals': (argument, scope) => {
    const [left, right] = list(argument, scope);
    return plain(left) === plain(right);
  },
  'Fn::Not': (argument, scope) => !list(argument, scope)[0],
  'Fn::And': (argument, scope) => list(argument, scope).every(Boolean),
  'Fn::Or': (argument, scope) => list(argument, scope).some(Boolean),
};

function list(argument: unknown, scope: Scope): readonly unknown[] {
  const resolved = resolve(argument, scope);
  if (!Array.isArray(resolved))
    throw new StartFailure(`An intrinsic function needs a list, not ${JSON.stringify(argument)}.`);
  return resolved;
}

function text(argument: unknown, scope: Scope): string {
  return plain(resolve(argument, scope));
}

function plain(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw new StartFailure(`An intrinsic function needs a text, not ${JSON.stringify(value)}.`);
}
