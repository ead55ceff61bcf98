// Reads the functions out of synthesized templates, each with its environment and everything its role allows.
import { Match, type Template } from 'aws-cdk-lib/assertions';
import * as z from 'zod';

const functionShape = z.object({
  Properties: z.object({
    Description: z.string(),
    Environment: z.object({ Variables: z.record(z.string(), z.unknown()) }),
    Role: z.object({ 'Fn::GetAtt': z.tuple([z.string(), z.literal('Arn')]) }),
  }),
});

const listOf = (value: unknown): unknown => (Array.isArray(value) ? value : [value]);

const statementShape = z.object({
  Effect: z.literal('Allow'),
  // A single action or resource stands without brackets.
  Action: z.preprocess(listOf, z.array(z.string())),
  Resource: z.preprocess(listOf, z.array(z.unknown())),
  Condition: z.unknown().optional(),
});

const policyShape = z.object({
  Properties: z.object({
    PolicyDocument: z.object({ Statement: z.array(statementShape) }),
    Roles: z.array(z.object({ Ref: z.string() })),
  }),
});

type Statement = z.infer<typeof statementShape>;

export interface DeployedFunction {
  readonly environment: Readonly<Record<string, unknown>>;
  readonly statements: readonly Statement[];
}

/** CDK brings functions of its own, which aren't RideGate's. */
const ours = { Properties: { Description: Match.stringLikeRegexp('^RideGate ') } };

/** All deployed functions by the name of their file. */
export const deployedFunctions = (
  templates: ReadonlyMap<string, Template>,
): ReadonlyMap<string, DeployedFunction> => new Map([...templates.values()].flatMap(functionsOf));

const functionsOf = (template: Template): [string, DeployedFunction][] => {
  const policies = Object.values(template.findResources('AWS::IAM::Policy')).map((raw) =>
    policyShape.parse(raw),
  );
  return Object.values(template.findResources('AWS::Lambda::Function', ours)).map((raw) => {
    const { Description, Environment, Role } = functionShape.parse(raw).Properties;
    const [roleId] = Role['Fn::GetAtt'];
    const statements = policies
      .map((policy) => policy.Properties)
      .filter(({ Roles }) => Roles.some((role) => role.Ref === roleId))
      .flatMap(({ PolicyDocument }) => PolicyDocument.Statement);
    return [Description.split(': ').at(-1) ?? '', { environment: Environment.Variables, statements }];
  });
};

/** What a function may do with one AWS service, such as `dynamodb`. */
export const allowedActions = (fn: DeployedFunction | undefined, service: string): string[] =>
  (fn?.statements ?? [])
    .flatMap((statement) => statement.Action)
    .filter((action) => action.startsWith(`${service}:`))
    .map((action) => action.slice(service.length + 1))
    .toSorted();
