// Resolves all templates of the app together, also what one stack exports and another imports.
import { StartFailure } from '../failure.ts';
import type { Ports } from '../settings.ts';
import { accountId, identify, nameProperty, physicalNames, region, type Identity } from './identity.ts';
import { noValue, resolve, type Scope } from './intrinsics.ts';
import type { Stack } from './read.ts';

/** A resource with its name on this machine and its properties free of intrinsic functions. */
export interface LocalResource {
  readonly stack: string;
  readonly logicalId: string;
  readonly type: string;
  readonly identity: Identity;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** What a stack tells whoever deployed it, by the stack's and the output's name. */
export type StackOutputs = Readonly<Record<string, Readonly<Record<string, string>>>>;

/**
 * Resolves the resources that exist under the templates' conditions, and the outputs.
 * @param isRelevant resources of other types are named but their properties are left unresolved and empty
 */
export function resolveStacks(
  stacks: readonly Stack[],
  ports: Ports,
  isRelevant: (type: string) => boolean,
): { readonly resources: readonly LocalResource[]; readonly outputs: StackOutputs } {
  const exports = new Map<string, () => unknown>();
  const scopes = stacks.map((stack) => ({ stack, ...scopeOf(stack, ports, exports) }));
  for (const { stack, scope } of scopes) {
    for (const output of Object.values(stack.template.Outputs)) {
      if (output.Export === undefined) continue;
      const name = resolve(output.Export.Name, scope);
      exports.set(String(name), () => resolve(output.Value, scope));
    }
  }
  const resources = scopes.flatMap(({ stack, scope, identities }) =>
    Object.entries(stack.template.Resources)
      .filter(([, { Condition }]) => Condition === undefined || scope.condition(Condition))
      .map(([logicalId, { Type, Properties }]) => ({
        stack: stack.name,
        logicalId,
        type: Type,
        identity: found(identities.get(logicalId), `resource ${logicalId}`, stack.name),
        properties: isRelevant(Type) ? (resolve(Properties, scope) as Record<string, unknown>) : {},
      })),
  );
  return { resources, outputs: resolveOutputs(scopes) };
}

function resolveOutputs(scopes: readonly { readonly stack: Stack; readonly scope: Scope }[]): StackOutputs {
  return Object.fromEntries(
    scopes.map(({ stack, scope }) => {
      const outputs = Object.entries(stack.template.Outputs)
        .filter(([, { Condition }]) => Condition === undefined || scope.condition(Condition))
        .map(([name, { Value }]) => [name, String(resolve(Value, scope))] as const);
      return [stack.name, Object.fromEntries(outputs)];
    }),
  );
}

function scopeOf(stack: Stack, ports: Ports, exports: ReadonlyMap<string, () => unknown>) {
  const { Resources, Parameters, Conditions, Mappings } = stack.template;
  const generated = physicalNames(stack.name, Resources);
  const pseudo: Readonly<Record<string, unknown>> = {
    'AWS::Region': region,
    'AWS::AccountId': accountId,
    'AWS::Partition': 'aws',
    'AWS::URLSuffix': 'amazonaws.com',
    'AWS::StackName': stack.name,
    'AWS::StackId': `arn:aws:cloudformation:${region}:${accountId}:stack/${stack.name}/local`,
    'AWS::NotificationARNs': [],
    'AWS::NoValue': noValue,
  };
  const identities = new Map<string, Identity>();
  for (const [logicalId, { Type, Properties }] of Object.entries(Resources)) {
    const given = Properties[nameProperty[Type] ?? ''];
    const name = typeof given === 'string' ? given : (generated.get(logicalId) ?? logicalId);
    identities.set(logicalId, identify(Type, name, ports));
  }
  const scope: Scope = {
    ref: (name) => {
      if (name in pseudo) return pseudo[name];
      const parameter = Parameters[name];
      if (parameter !== undefined)
        return found(parameter.Default, `default of parameter ${name}`, stack.name);
      return found(identities.get(name)?.ref, `resource or parameter ${name}`, stack.name);
    },
    attribute: (logicalId, attribute) =>
      found(
        identities.get(logicalId)?.attribute(attribute),
        `attribute ${logicalId}.${attribute}`,
        stack.name,
      ),
    imported: (name) => found(exports.get(name), `export ${name}`, stack.name)(),
    condition: (name) => Boolean(resolve(found(Conditions[name], `condition ${name}`, stack.name), scope)),
    mapping: (map, top, second) =>
      found(Mappings[map]?.[top]?.[second], `mapping ${map}.${top}.${second}`, stack.name),
  };
  return { scope, identities };
}

function found<Value>(value: Value | undefined, what: string, stack: string): Value {
  if (value === undefined) throw new StartFailure(`The template of stack ${stack} names a missing ${what}.`);
  return value;
}
