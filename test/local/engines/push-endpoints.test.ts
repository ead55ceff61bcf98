import {
  CreatePlatformEndpointCommand,
  DeleteEndpointCommand,
  GetEndpointAttributesCommand,
  PublishCommand,
  SetEndpointAttributesCommand,
  SNSClient,
} from '@aws-sdk/client-sns';
import { describe, expect, onTestFinished, test } from 'vitest';
import { localClientConfig } from '../../../local/engines/client-config.ts';
import { startMessaging } from '../../../local/engines/messaging.ts';
import { freeBasePort } from '../support/ports.ts';
import { tempFolder } from '../support/temp-folder.ts';

const application = 'arn:aws:sns:us-east-1:000000000000:app/GCM/RideGate-local';

async function givenSns(folder = tempFolder()) {
  const port = await freeBasePort();
  const engine = await startMessaging({ port, folder, secrets: () => new Map() });
  const pushed: [arn: string, payload: string][] = [];
  engine.providePushes([application], (arn, payload) => pushed.push([arn, payload]));
  const client = new SNSClient({ ...localClientConfig(engine.endpoint), maxAttempts: 1 });
  let isOpen = true;
  const close = async () => {
    if (!isOpen) return;
    isOpen = false;
    client.destroy();
    await engine.close();
  };
  onTestFinished(close);
  const create = async (Token: string, extra: { CustomUserData?: string } = {}) => {
    const input = { PlatformApplicationArn: application, Token, ...extra };
    return (await client.send(new CreatePlatformEndpointCommand(input))).EndpointArn ?? '';
  };
  const publish = (TargetArn: string, message: object = { GCM: 'hello' }) =>
    client.send(
      new PublishCommand({ TargetArn, MessageStructure: 'json', Message: JSON.stringify(message) }),
    );
  return { client, pushed, create, publish, close };
}

describe('an endpoint', () => {
  test('is one for each token, under an ARN that names its application', async () => {
    const { create } = await givenSns();
    const arn = await create('a');
    expect(arn).toMatch(/^arn:aws:sns:us-east-1:000000000000:endpoint\/GCM\/RideGate-local\/[\da-f-]{36}$/);
    expect(await create('a')).toBe(arn);
    expect(await create('b')).not.toBe(arn);
  });

  test('with other attributes is named in the fault', async () => {
    const { create } = await givenSns();
    const arn = await create('a');
    await expect(create('a', { CustomUserData: '<x> & y' })).rejects.toMatchObject({
      name: 'InvalidParameterException',
      message: expect.stringContaining(`Endpoint ${arn} already exists with the same Token`) as string,
    });
  });

  test('keeps what it is told, also over a new start', async () => {
    const folder = tempFolder();
    const first = await givenSns(folder);
    const EndpointArn = await first.create('a', { CustomUserData: '<x> & y' });
    const Attributes = { Enabled: 'false', Token: 'b' };
    await first.client.send(new SetEndpointAttributesCommand({ EndpointArn, Attributes }));
    await first.close();

    const { client } = await givenSns(folder);
    const answer = await client.send(new GetEndpointAttributesCommand({ EndpointArn }));
    expect(answer.Attributes).toEqual({ ...Attributes, CustomUserData: '<x> & y' });
  });

  test('of an application that no template has can not be made', async () => {
    const { client } = await givenSns();
    const input = { PlatformApplicationArn: application.replace('GCM', 'ADM'), Token: 'a' };
    await expect(client.send(new CreatePlatformEndpointCommand(input))).rejects.toMatchObject({
      name: 'NotFoundException',
    });
  });

  test('is gone once it was deleted, and deleting it again is harmless', async () => {
    const { client, create, publish } = await givenSns();
    const EndpointArn = await create('a');
    await client.send(new DeleteEndpointCommand({ EndpointArn }));
    await client.send(new DeleteEndpointCommand({ EndpointArn }));
    await expect(client.send(new GetEndpointAttributesCommand({ EndpointArn }))).rejects.toMatchObject({
      name: 'NotFoundException',
    });
    await expect(publish(EndpointArn)).rejects.toMatchObject({ name: 'InvalidParameterException' });
  });
});

describe('a push', () => {
  test('brings an endpoint the text of its platform, or the default', async () => {
    const { create, publish, pushed } = await givenSns();
    const arn = await create('a');
    await publish(arn, { default: 'd', APNS: 'a', GCM: 'g' });
    await publish(arn, { default: 'd', APNS: 'a' });
    expect(pushed).toEqual([
      [arn, 'g'],
      [arn, 'd'],
    ]);
  });

  test('without a text for its platform is refused', async () => {
    const { create, publish, pushed } = await givenSns();
    await expect(publish(await create('a'), { APNS: 'a' })).rejects.toMatchObject({
      name: 'InvalidParameterException',
    });
    expect(pushed).toEqual([]);
  });

  test('to a disabled endpoint is refused until it is enabled', async () => {
    const { client, create, publish, pushed } = await givenSns();
    const EndpointArn = await create('a');
    const enable = (Enabled: string) =>
      client.send(new SetEndpointAttributesCommand({ EndpointArn, Attributes: { Enabled } }));
    await enable('false');
    await expect(publish(EndpointArn)).rejects.toMatchObject({ name: 'EndpointDisabledException' });
    await enable('true');
    await publish(EndpointArn);
    expect(pushed).toHaveLength(1);
  });

  test('to a token with the word disabled acts as if its push service had refused it', async () => {
    const { client, create, publish } = await givenSns();
    const EndpointArn = await create('my-disabled-phone');
    await expect(publish(EndpointArn)).rejects.toMatchObject({ name: 'EndpointDisabledException' });
    const { Attributes } = await client.send(new GetEndpointAttributesCommand({ EndpointArn }));
    expect(Attributes).toMatchObject({ Enabled: 'false' });
  });
});
