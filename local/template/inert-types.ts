// Resource types of the templates that mean nothing on one machine. Any type that is neither here nor set up is an error.

/** By type or by a prefix that ends in `::`, each with the reason. */
const inert: readonly (readonly [type: string, reason: string])[] = [
  ['AWS::IAM::', 'every local engine accepts every caller'],
  ['AWS::Lambda::Permission', 'every local trigger may invoke'],
  ['AWS::Lambda::EventInvokeConfig', 'a run that a local schedule starts is never repeated'],
  ['AWS::SQS::QueuePolicy', 'every local engine accepts every caller'],
  ['AWS::SNS::TopicPolicy', 'every local engine accepts every caller'],
  ['AWS::KMS::', 'local state is as safe as the disk it is on'],
  ['AWS::Logs::', 'log lines go to files in the state folder'],
  ['AWS::CloudWatch::', 'nobody is paged by a run on a laptop'],
  ['AWS::ApiGatewayV2::Stage', 'the one local stage is $default'],
  ['AWS::Scheduler::ScheduleGroup', 'a group only has a name'],
  ['AWS::SecretsManager::ResourcePolicy', 'every local engine accepts every caller'],
  ['AWS::SecretsManager::RotationSchedule', 'local secrets come from the environment'],
  ['AWS::WAFv2::', 'nothing of the run is reachable from outside'],
  ['AWS::CDK::Metadata', 'telemetry of the CDK'],
];

export function isInert(type: string): boolean {
  return inert.some(([entry]) => (entry.endsWith('::') ? type.startsWith(entry) : type === entry));
}
