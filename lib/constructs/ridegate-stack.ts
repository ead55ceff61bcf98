// What all stacks of RideGate have in common: a name with the stage in it, the settings, and the code to run.
import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Settings } from '../settings.ts';
import type { FunctionCode } from './function-bundles.ts';

export interface RideGateStackProps {
  readonly settings: Settings;
  readonly functionCode: FunctionCode;
}

/** A stack named `RideGate-<stage>-<part>`, so that several stages can live in one account. */
export class RideGateStack extends Stack {
  readonly settings: Settings;
  readonly functionCode: FunctionCode;

  constructor(scope: Construct, part: string, props: RideGateStackProps, description: string) {
    super(scope, `RideGate-${props.settings.stage}-${part}`, {
      description: `RideGate ${props.settings.stage}: ${description}`,
    });
    this.settings = props.settings;
    this.functionCode = props.functionCode;
  }
}
