// One Lambda function of RideGate: its bundle, its log group, and a role that starts with nothing but that log.
import { Duration } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Function, Runtime } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { metricsEnvironment } from './counted-metric.ts';
import type { RideGateStack } from './ridegate-stack.ts';

export interface NodeFunctionProps {
  /** The file functions/<name>.ts that exports `handler`. */
  readonly name: string;
  /** Beside Powertools' own; a setting that is not chosen is left out. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** @default 10 seconds */
  readonly timeout?: Duration;
  /**
   * In MiB; processor speed grows with it.
   * @default 512
   */
  readonly memorySize?: number;
  /**
   * How often Lambda itself repeats a failed asynchronous run.
   * @default Lambda's own 2
   */
  readonly retryAttempts?: number;
}

const pascalCase = (name: string): string =>
  name
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');

const chosen = (environment: Readonly<Record<string, string | undefined>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(environment).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );

/**
 * A function on Node.js 24 and arm64.
 *
 * X-Ray stays off: its two actions can only be allowed on `*`, and no role of RideGate holds a wildcard.
 * The request id in the logs ties a request together instead.
 */
export class NodeFunction extends Function {
  constructor(stack: RideGateStack, { name, environment = {}, ...options }: NodeFunctionProps) {
    const id = pascalCase(name);
    const logGroup = new LogGroup(stack, `${id}Logs`, { retention: RetentionDays.THREE_MONTHS });
    // A role of our own: CDK's default one may write to every log group of the account.
    const role = new Role(stack, `${id}Role`, { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    logGroup.grantWrite(role);
    super(stack, id, {
      description: `RideGate ${stack.settings.stage}: ${name}`,
      code: stack.functionCode(name),
      handler: 'index.handler',
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      timeout: Duration.seconds(10),
      memorySize: 512,
      role,
      logGroup,
      environment: {
        ...metricsEnvironment(stack.settings),
        ...chosen(environment),
      },
      ...options,
    });
  }

  /** Allows these actions on exactly these resources. */
  allow(actions: readonly string[], ...resources: readonly string[]): void {
    this.addToRolePolicy(new PolicyStatement({ actions: [...actions], resources: [...resources] }));
  }
}
