// Writes a small synthesized CDK app: a template as CDK would write it, and handlers given as source text.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

interface FixtureApp {
  /** Resources by logical id. */
  readonly resources: Readonly<Record<string, unknown>>;
  /** Source text of ES modules by asset name; a function's code is `{ S3Bucket: 'assets', S3Key: '<name>.zip' }`. */
  readonly handlers?: Readonly<Record<string, string>>;
  readonly outputs?: object;
  readonly parameters?: object;
  readonly conditions?: object;
}

/** @returns the folder, as `cdk synth` leaves it */
export function writeApp(folder: string, stacks: Readonly<Record<string, FixtureApp>>): string {
  const artifacts: Record<string, object> = {};
  for (const [name, app] of Object.entries(stacks)) {
    const files: Record<string, object> = {};
    for (const [handler, source] of Object.entries(app.handlers ?? {})) {
      mkdirSync(path.join(folder, `asset.${handler}`), { recursive: true });
      writeFileSync(path.join(folder, `asset.${handler}`, 'index.mjs'), source);
      files[handler] = { source: { path: `asset.${handler}`, packaging: 'zip' }, destinations: {} };
    }
    write(folder, `${name}.assets.json`, { version: '1', files });
    write(folder, `${name}.template.json`, {
      Resources: app.resources,
      ...(app.outputs === undefined ? {} : { Outputs: app.outputs }),
      ...(app.parameters === undefined ? {} : { Parameters: app.parameters }),
      ...(app.conditions === undefined ? {} : { Conditions: app.conditions }),
    });
    artifacts[`${name}.assets`] = { type: 'cdk:asset-manifest', properties: { file: `${name}.assets.json` } };
    artifacts[name] = {
      type: 'aws:cloudformation:stack',
      properties: { templateFile: `${name}.template.json` },
    };
  }
  write(folder, 'manifest.json', { version: '1', artifacts });
  return folder;
}

/** A Lambda function of the fixture. */
export function lambdaResource(handler: string, environment: object = {}, timeoutSeconds = 5) {
  return {
    Type: 'AWS::Lambda::Function',
    Properties: {
      Code: { S3Bucket: 'assets', S3Key: `${handler}.zip` },
      Handler: 'index.handler',
      Runtime: 'nodejs24.x',
      Timeout: timeoutSeconds,
      Environment: { Variables: environment },
    },
  };
}

function write(folder: string, name: string, content: object): void {
  writeFileSync(path.join(folder, name), JSON.stringify(content));
}
