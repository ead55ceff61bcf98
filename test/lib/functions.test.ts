// The table of what each function is told and may touch, as an operator's security review would read it.
import { describe, expect, it } from 'vitest';
import { identityFields, type SealedField } from '../../functions/contracts/sealed-fields.ts';
import { allowedActions, deployedFunctions, type DeployedFunction } from './deployed-functions.ts';
import { synthesize } from './synthesized.ts';

const functions = deployedFunctions(synthesize());
const withSimulator = deployedFunctions(synthesize({ stripeApiUrl: 'http://127.0.0.1:4002' }));

const powertools = ['POWERTOOLS_SERVICE_NAME', 'POWERTOOLS_METRICS_NAMESPACE'];
const read = ['BatchGetItem', 'GetItem'];
const change = ['BatchGetItem', 'ConditionCheckItem', 'GetItem', 'PutItem'];
const applySessions = [...change, 'DeleteItem'].toSorted();
const followStream = ['DescribeStream', 'GetRecords', 'GetShardIterator', 'ListStreams'];
const consume = [
  'ChangeMessageVisibility',
  'DeleteMessage',
  'GetQueueAttributes',
  'GetQueueUrl',
  'ReceiveMessage',
];
const lookAtQueue = ['ChangeMessageVisibility', 'GetQueueAttributes', 'ReceiveMessage'];
const reportFailure = ['GetQueueAttributes', 'GetQueueUrl', 'SendMessage'];

interface Row {
  environment: string[];
  table: string[];
  queue?: string[];
  secret?: true;
  topic?: true;
  /** Personal data that it may encrypt. */
  seals?: readonly SealedField[];
  /** Personal data that it may decrypt. */
  opens?: readonly SealedField[];
}

const table = ['TABLE_NAME'];
const relayTargets = ['NOTIFICATION_TOPIC_ARN', 'SIGNALS_QUEUE_URL', 'RELAY_AGAIN_QUEUE_URL'];
const stripe = ['STRIPE_SECRET_ARN', 'STRIPE_MODE'];
const key = ['IDENTITY_KEY_ARN'];
const verifiedData: readonly SealedField[] = [...identityFields, 'masked'];
const lanes = ['WEBHOOK_QUEUE_URL', 'BACKLOG_QUEUE_URL', 'DEAD_LETTER_QUEUE_URL'];

const expected: Record<string, Row> = {
  'create-customer': { environment: [...table, ...key], table: change, seals: ['signup'], opens: ['signup'] },
  'get-customer': {
    environment: [...table, ...key],
    table: read,
    opens: ['masked', 'signup', 'signals', 'alternative', 'notes'],
  },
  'list-customers': { environment: table, table: ['BatchGetItem', 'Query'] },
  'get-customer-counts': { environment: table, table: ['BatchGetItem', 'Query'] },
  'start-identity-session': {
    environment: [...table, ...stripe, ...key, 'RETURN_URL_ALLOW_LIST'],
    table: applySessions,
    secret: true,
    seals: verifiedData,
  },
  'check-ride': { environment: table, table: ['BatchGetItem'] },
  'request-alternative': { environment: [...table, ...key], table: change, seals: ['alternative'] },
  'get-audit-trail': {
    environment: [...table, ...key],
    table: [...read, 'Query'].toSorted(),
    opens: ['notes'],
  },
  'verify-manually': { environment: [...table, ...key], table: change, seals: ['notes'], opens: ['notes'] },
  'clear-requirement': { environment: [...table, ...key], table: change, seals: ['notes'] },
  'require-verification': {
    environment: [...table, ...key],
    table: [...change, 'DeleteItem'].toSorted(),
    seals: ['notes'],
  },
  'refresh-session': {
    environment: [...table, ...stripe, ...key],
    table: applySessions,
    secret: true,
    seals: verifiedData,
  },
  'reveal-identity': {
    environment: [...table, ...stripe, ...key],
    table: change,
    secret: true,
    seals: ['notes'],
    opens: identityFields,
  },
  'export-customer': {
    environment: [...table, ...key],
    table: [...change, 'Query'],
    seals: ['notes'],
    opens: [...identityFields, 'signup', 'signals', 'alternative', 'notes'],
  },
  'redact-customer': {
    environment: [...table, ...stripe, ...key],
    table: [...change, 'DeleteItem', 'Query'].toSorted(),
    secret: true,
    seals: ['notes'],
  },
  'get-policy': { environment: table, table: read },
  'put-policy': { environment: table, table: change },
  'list-policy-versions': { environment: table, table: ['BatchGetItem', 'Query'] },
  'simulate-policy': { environment: table, table: ['BatchGetItem', 'Query'] },
  'start-policy-application': {
    environment: [...table, 'APPLY_POLICY_QUEUE_URL'],
    table: ['BatchGetItem', 'GetItem', 'PutItem'],
    queue: ['SendMessage'],
  },
  'get-policy-application': { environment: table, table: ['GetItem'] },
  'get-identity-stats': { environment: table, table: ['BatchGetItem', 'Query'] },
  'apply-policy': {
    environment: [...table, 'APPLY_POLICY_QUEUE_URL'],
    table: [...change, 'Query'],
    queue: [...consume, 'SendMessage'],
  },
  'count-stats': {
    environment: table,
    table: [...followStream, 'PutItem', 'UpdateItem'],
    queue: reportFailure,
  },
  'list-subaccounts': { environment: table, table: ['Query'] },
  'get-subaccount': { environment: table, table: read },
  'put-subaccount': { environment: table, table: change },
  'list-dead-letters': {
    environment: [...table, 'DEAD_LETTER_QUEUE_URL'],
    table: ['GetItem'],
    queue: lookAtQueue,
  },
  'redrive-dead-letters': {
    environment: [...table, 'DEAD_LETTER_QUEUE_URL', 'BACKLOG_QUEUE_URL'],
    table: ['GetItem'],
    queue: [...lookAtQueue, 'DeleteMessage', 'SendMessage'].toSorted(),
  },
  'get-webhook-health': {
    environment: [...table, ...lanes],
    table: ['Query'],
    queue: ['GetQueueAttributes'],
  },
  'list-reconciler-runs': { environment: table, table: ['Query'] },
  'describe-api': { environment: [], table: [] },
  'receive-webhook': {
    environment: ['WEBHOOK_SECRET_ARN', 'WEBHOOK_QUEUE_URL', 'STRIPE_MODE'],
    table: [],
    queue: ['SendMessage'],
    secret: true,
  },
  'process-webhook': {
    environment: [...table, ...stripe, ...key, ...lanes],
    table: [...change, 'DeleteItem', 'Query', 'UpdateItem'].toSorted(),
    // From both lanes, and on to the backlog and the dead letters.
    queue: [...consume, 'SendMessage'],
    secret: true,
    seals: verifiedData,
  },
  'register-device': {
    environment: table,
    table: ['BatchGetItem', 'DeleteItem', 'GetItem', 'PutItem', 'Query'],
  },
  'remove-device': { environment: table, table: ['BatchGetItem', 'DeleteItem', 'Query'] },
  'relay-outbox': {
    environment: [...table, ...relayTargets],
    table: ['DeleteItem', 'DescribeStream', 'GetRecords', 'GetShardIterator', 'ListStreams', 'Query'],
    queue: [...reportFailure, 'SendMessage'],
    topic: true,
  },
  'relay-again': {
    environment: [...table, ...relayTargets],
    table: ['DeleteItem', 'GetItem', 'Query'],
    queue: [...consume, 'SendMessage'],
    topic: true,
  },
  'compute-signals': {
    environment: [...table, ...key, 'IP_DATABASES'],
    table: ['ConditionCheckItem', 'GetItem', 'PutItem'],
    queue: consume,
    seals: ['signals'],
    opens: ['signup'],
  },
  reconcile: {
    environment: [...table, ...stripe, ...key, 'WEBHOOK_QUEUE_URL'],
    table: [...applySessions, 'Query'].toSorted(),
    queue: ['SendMessage'],
    secret: true,
    seals: verifiedData,
  },
  'enforce-deadlines': {
    environment: [...table, ...stripe],
    // Queries of the list, and of a customer's own partition.
    table: [...change, 'DeleteItem', 'Query', 'Query'].toSorted(),
    secret: true,
  },
  'add-token-claims': { environment: [], table: [] },
};

const usesIdentityKey = ({ Resource }: DeployedFunction['statements'][number]): boolean =>
  JSON.stringify(Resource).includes('IdentityKey');

describe('every deployed function', () => {
  it('is one of those in the table', () => {
    expect([...functions.keys()].toSorted()).toEqual(Object.keys(expected).toSorted());
  });

  it.each(Object.entries(expected))('%s has exactly the environment that it needs', (name, row) => {
    const variables = Object.keys(functions.get(name)?.environment ?? {});
    expect(variables.toSorted()).toEqual([...powertools, ...row.environment].toSorted());
  });

  it.each(Object.entries(expected))('%s may do exactly what it needs', (name, row) => {
    const fn = functions.get(name);
    expect(allowedActions(fn, 'dynamodb')).toEqual(row.table);
    expect(allowedActions(fn, 'sqs')).toEqual(row.queue ?? []);
    expect(allowedActions(fn, 'secretsmanager')).toEqual(row.secret ? ['GetSecretValue'] : []);
    expect(allowedActions(fn, 'sns')).toEqual(row.topic ? ['Publish'] : []);
    expect(allowedActions(fn, 'logs')).toEqual(['CreateLogStream', 'PutLogEvents']);
  });

  it.each([...functions])('%s may touch nothing but these services', (_, fn) => {
    const services = new Set(
      fn.statements.flatMap(({ Action }) => Action.map((action) => action.split(':')[0])),
    );
    expect(['dynamodb', 'kms', 'logs', 'secretsmanager', 'sns', 'sqs']).toEqual(
      expect.arrayContaining([...services]),
    );
  });

  it.each([...functions])('%s holds no wildcard, in actions or in resources', (_, fn) => {
    expect(JSON.stringify(fn.statements)).not.toContain('*');
  });
});

describe('the data', () => {
  it('can be scanned by no function', () => {
    const scanning = [...functions].filter(([, fn]) => allowedActions(fn, 'dynamodb').includes('Scan'));
    expect(scanning).toEqual([]);
  });

  it("has a stream with at most two readers: more slow each other down, and riders' pushes with them", () => {
    const readers = [...functions].filter(([, fn]) => allowedActions(fn, 'dynamodb').includes('GetRecords'));
    expect(readers.map(([name]) => name).toSorted()).toEqual(['count-stats', 'relay-outbox']);
  });

  it.each(['list-customers', 'get-customer-counts'])('is listed by %s through its indexes alone', (name) => {
    const query = functions.get(name)?.statements.find(({ Action }) => Action.includes('dynamodb:Query'));
    const indexes = query?.Resource.map((arn) => /\/index\/\w+/.exec(JSON.stringify(arn))?.[0]);
    expect(indexes).toEqual([
      '/index/by_alternative',
      '/index/by_creation',
      '/index/by_requirement',
      '/index/by_status',
    ]);
  });

  const indexesOf = (name: string) =>
    (functions.get(name)?.statements ?? [])
      .filter(({ Action }) => Action.includes('dynamodb:Query'))
      .flatMap(({ Resource }) =>
        Resource.flatMap((arn) => /\/index\/\w+/.exec(JSON.stringify(arn))?.[0] ?? []),
      );

  it.each([
    ['/index/by_open_session', 'reconcile'],
    ['/index/by_deadline', 'enforce-deadlines'],
  ])('has the list %s that %s alone reads, and it reads no other', (index, reader) => {
    expect([...functions.keys()].filter((name) => indexesOf(name).includes(index))).toEqual([reader]);
    expect(indexesOf(reader)).toEqual([index]);
  });

  it.each(['receive-webhook', 'add-token-claims', 'describe-api'])('can not be decrypted by %s', (name) => {
    expect(allowedActions(functions.get(name), 'kms')).toEqual([]);
  });

  it("is decrypted only on DynamoDB's behalf, never by a function's own call", () => {
    const direct = [...functions]
      .filter(([name]) => !['relay-outbox', 'relay-again'].includes(name))
      .flatMap(([, fn]) => fn.statements)
      .filter((statement) => !usesIdentityKey(statement))
      .filter(({ Action }) => Action.some((action) => action.startsWith('kms:')))
      .filter(({ Condition }) => !JSON.stringify(Condition ?? {}).includes('kms:ViaService'));
    expect(direct).toEqual([]);
  });
});

describe('personal data', () => {
  const fieldsOf = (name: string, action: string) =>
    (functions.get(name)?.statements ?? [])
      .filter((statement) => usesIdentityKey(statement) && statement.Action.includes(action))
      .map(({ Condition }) => Condition);
  const only = (fields: readonly SealedField[]) => ({
    StringEquals: { 'kms:EncryptionContext:field': fields },
  });

  it.each(Object.entries(expected))('can be sealed and opened by %s just as the table says', (name, row) => {
    expect(fieldsOf(name, 'kms:GenerateDataKey')).toEqual(row.seals ? [only(row.seals)] : []);
    expect(fieldsOf(name, 'kms:Decrypt')).toEqual(row.opens ? [only(row.opens)] : []);
  });

  it.each([...functions])('has a key that %s can use for nothing but sealing or opening', (_, fn) => {
    const uses = fn.statements.filter(usesIdentityKey).flatMap(({ Action }) => Action);
    expect(['kms:GenerateDataKey', 'kms:Decrypt']).toEqual(expect.arrayContaining(uses));
  });

  it.each([
    'check-ride',
    'receive-webhook',
    'relay-outbox',
    'relay-again',
    'count-stats',
    'list-customers',
    'get-customer-counts',
    'list-subaccounts',
    'enforce-deadlines',
  ])('has a key that %s neither may use nor is told of', (name) => {
    const fn = functions.get(name);
    expect(fn?.statements.filter(usesIdentityKey)).toEqual([]);
    expect(JSON.stringify(fn?.environment)).not.toContain('IdentityKey');
  });

  it('is opened as verified data by none of those who take it in', () => {
    const which = (action: string) =>
      [...functions.keys()].filter((name) => JSON.stringify(fieldsOf(name, action)).includes('"identity_'));

    expect(which('kms:GenerateDataKey')).toContain('process-webhook');
    for (const name of which('kms:GenerateDataKey')) expect(which('kms:Decrypt')).not.toContain(name);
  });
});

describe('what RideGate keeps of itself', () => {
  const partitionsOf = (name: string, action: string) =>
    (functions.get(name)?.statements ?? [])
      .filter(
        ({ Action, Resource }) => Action.includes(action) && !JSON.stringify(Resource).includes('/index/'),
      )
      .map(({ Condition }) => Condition);
  const only = (partition: string) => [
    { 'ForAllValues:StringEquals': { 'dynamodb:LeadingKeys': [partition] } },
  ];

  it.each([
    ['process-webhook', 'dynamodb:UpdateItem', 'WEBHOOKS'],
    ['get-webhook-health', 'dynamodb:Query', 'WEBHOOKS'],
    ['list-reconciler-runs', 'dynamodb:Query', 'RECONCILER'],
  ])('is all that %s reaches with %s: %s', (name, action, partition) => {
    expect(partitionsOf(name, action)).toEqual(only(partition));
  });

  it('is no concern of the webhook receiver’s', () => {
    expect(allowedActions(functions.get('receive-webhook'), 'dynamodb')).toEqual([]);
  });

  it('is shown with the sizes of the three webhook queues, and of no other', () => {
    const asked = (functions.get('get-webhook-health')?.statements ?? [])
      .filter(({ Action }) => Action.includes('sqs:GetQueueAttributes'))
      .flatMap(({ Resource }) =>
        Resource.map((arn) => /(Fresh|Backlog|DeadLetters)/.exec(JSON.stringify(arn))?.[0]),
      );

    expect(asked.toSorted()).toEqual(['Backlog', 'DeadLetters', 'Fresh']);
  });
});

describe('the processor', () => {
  it('sends to the backlog and the dead letters, and takes from the two lanes', () => {
    const statements = functions.get('process-webhook')?.statements ?? [];
    const queuesOf = (action: string) =>
      statements
        .filter(({ Action }) => Action.includes(action))
        .flatMap(({ Resource }) =>
          Resource.map((arn) => /"(\w+?)Queue/.exec(JSON.stringify(arn))?.[1] ?? 'dead'),
        )
        .toSorted();

    expect(queuesOf('sqs:SendMessage')).toEqual(['Backlog', 'dead']);
    expect(queuesOf('sqs:ChangeMessageVisibility')).toEqual(['Backlog', 'Fresh']);
  });
});

describe('the mode of Stripe', () => {
  it.each(['receive-webhook', 'process-webhook', 'start-identity-session', 'reconcile', 'enforce-deadlines'])(
    'is told to %s: test, unless a deployment is live',
    (name) => {
      const live = deployedFunctions(synthesize({ stripeMode: 'live' }));

      expect(functions.get(name)?.environment['STRIPE_MODE']).toBe('test');
      expect(live.get(name)?.environment['STRIPE_MODE']).toBe('live');
    },
  );
});

describe('the dead letters of webhooks', () => {
  const reached = (name: string, action: string): string[] =>
    (functions.get(name)?.statements ?? [])
      .filter(({ Action }) => Action.includes(`sqs:${action}`))
      .flatMap(({ Resource }) => Resource.map((arn) => JSON.stringify(arn)));

  it.each(['list-dead-letters', 'redrive-dead-letters'])('are what %s looks at, and nothing else', (name) => {
    expect(reached(name, 'ReceiveMessage')).toEqual([expect.stringMatching(/DeadLetters/)]);
  });

  it('are taken off by a redrive alone, which puts them on the backlog and nowhere else', () => {
    expect(reached('redrive-dead-letters', 'DeleteMessage')).toEqual([expect.stringMatching(/DeadLetters/)]);
    expect(reached('redrive-dead-letters', 'SendMessage')).toEqual([expect.stringMatching(/Backlog/)]);
  });
});

describe("given a simulator's address", () => {
  it('only the functions that call Stripe are told of it', () => {
    const told = [...withSimulator].filter(
      ([, fn]) => fn.environment['STRIPE_API_URL'] === 'http://127.0.0.1:4002',
    );
    expect(told.map(([name]) => name).toSorted()).toEqual([
      'enforce-deadlines',
      'process-webhook',
      'reconcile',
      'redact-customer',
      'refresh-session',
      'reveal-identity',
      'start-identity-session',
    ]);
  });
});
