// The bucket of the console's files, and how a deployment fills it.
import { join } from 'node:path';
import { Validations } from 'aws-cdk-lib';
import { BlockPublicAccess, Bucket, BucketEncryption, CfnBucket, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import { BucketDeployment, CacheControl, type ISource, Source } from 'aws-cdk-lib/aws-s3-deployment';
import type { ConsoleConfig } from '../../functions/contracts/console-config.ts';
import { consoleCaching } from '../../functions/contracts/console-headers.ts';
import type { RideGateStack } from './ridegate-stack.ts';

// CDK says of a bucket that it may not know whether it is a website, and takes none of these itself.
class PlainBucket extends Bucket {
  override get isWebsite(): boolean {
    return false;
  }
}

/**
 * A private bucket. It keeps no versions, as it holds nothing but what a build of some commit made and a deployment
 * makes again.
 */
export const createConsoleBucket = (stack: RideGateStack): PlainBucket => {
  const bucket = new PlainBucket(stack, 'Files', {
    encryption: BucketEncryption.S3_MANAGED,
    enforceSSL: true,
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
  });
  Validations.of(bucket).acknowledge({
    id: 'AwsSolutions-S1',
    reason: 'It holds the console’s code and no data, and only the distribution reads it.',
  });
  return bucket;
};

/**
 * Copies a built console into its bucket, and the stage's config.json with it.
 *
 * Nothing is taken away from there: who has the console open all day still loads parts of the build that he opened.
 */
export const deployConsole = (
  stack: RideGateStack,
  bucket: PlainBucket,
  folder: string,
  config: ConsoleConfig,
): void => {
  const deploy = (id: string, sources: ISource[], cacheControl: string, destinationKeyPrefix?: string) =>
    new BucketDeployment(stack, id, {
      destinationBucket: bucket,
      sources,
      cacheControl: [CacheControl.fromString(cacheControl)],
      prune: false,
      memoryLimit: 256,
      ...(destinationKeyPrefix !== undefined && { destinationKeyPrefix }),
    });
  const assets = deploy('Assets', [Source.asset(join(folder, 'assets'))], consoleCaching.assets, 'assets');
  const shell = deploy(
    'Shell',
    [Source.asset(folder, { exclude: ['assets'] }), Source.jsonData('config.json', config)],
    consoleCaching.others,
  );
  // index.html names assets, which have to be there before it.
  shell.node.addDependency(assets);
  acknowledgeCopier(stack, bucket);
};

/** The function that copies is CDK's own: its runtime and its rights come with CDK. */
const acknowledgeCopier = (stack: RideGateStack, bucket: PlainBucket): void => {
  const copier = stack.node.children.find(({ node }) => node.id.startsWith('Custom::CDKBucketDeployment'));
  const { defaultChild } = bucket.node;
  if (copier === undefined || !(defaultChild instanceof CfnBucket))
    throw new Error('Nothing copies the console.');
  const qualifier = stack.synthesizer.bootstrapQualifier ?? 'hnb659fds';
  const wildcards = [
    'Action::s3:GetBucket*',
    'Action::s3:GetObject*',
    'Action::s3:List*',
    'Action::s3:Abort*',
    'Action::s3:DeleteObject*',
    `Resource::arn:<AWS::Partition>:s3:::cdk-${qualifier}-assets-<AWS::AccountId>-<AWS::Region>/*`,
    `Resource::<${stack.getLogicalId(defaultChild)}.Arn>/*`,
  ];
  Validations.of(copier).acknowledge(
    {
      id: 'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]',
      reason: 'It lets CDK’s copying function write its log.',
    },
    { id: 'AwsSolutions-L1', reason: 'CDK chooses the runtime of its copying function, with its releases.' },
    ...wildcards.map((wildcard) => ({
      id: `AwsSolutions-IAM5[${wildcard}]`,
      reason:
        'CDK’s copying function reads CDK’s bucket of assets and writes the console’s, both with code alone.',
    })),
  );
};
