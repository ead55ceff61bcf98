// SNS's requests about platform endpoints, answered in front of fauxqs in SNS's form: a form in, XML out.
import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { FauxqsApp } from './fauxqs.ts';
import { SnsFault, type PushEndpoints } from './push-endpoints.ts';

const formSchema = z.record(z.string(), z.string());
type Form = z.infer<typeof formSchema>;

/** The XML inside the operation's result. */
type Operation = (endpoints: PushEndpoints, form: Form) => string;

const operations: Readonly<Record<string, Operation>> = {
  CreatePlatformEndpoint: (endpoints, form) => {
    const { PlatformApplicationArn = '', Token = '', CustomUserData } = form;
    const attributes = { ...attributesOf(form), ...(CustomUserData !== undefined && { CustomUserData }) };
    const arn = endpoints.create(PlatformApplicationArn, Token, attributes);
    return `<EndpointArn>${escapeXml(arn)}</EndpointArn>`;
  },
  GetEndpointAttributes: (endpoints, { EndpointArn = '' }) => {
    const entries = Object.entries(endpoints.attributes(EndpointArn)).map(
      ([key, value]) => `<entry><key>${key}</key><value>${escapeXml(value)}</value></entry>`,
    );
    return `<Attributes>${entries.join('')}</Attributes>`;
  },
  SetEndpointAttributes: (endpoints, form) => {
    endpoints.change(form['EndpointArn'] ?? '', attributesOf(form));
    return '';
  },
  DeleteEndpoint: (endpoints, { EndpointArn = '' }) => {
    endpoints.remove(EndpointArn);
    return '';
  },
  Publish: (endpoints, { TargetArn = '', Message = '', MessageStructure }) => {
    endpoints.publish(TargetArn, Message, MessageStructure === 'json');
    return `<MessageId>${randomUUID()}</MessageId>`;
  },
};

/** Answers what is about platform endpoints, and leaves all else to the server's own routes. */
export function answerPushRequests(app: FauxqsApp, endpoints: PushEndpoints): void {
  app.addHook('preHandler', async (request, reply) => {
    const form = formSchema.safeParse(request.body).data;
    const action = form?.['Action'] ?? '';
    const operation = operations[action];
    if (form === undefined || operation === undefined) return;
    if (action === 'Publish' && form['TargetArn']?.includes(':endpoint/') !== true) return;
    reply.type('text/xml');
    try {
      return await reply.send(success(action, operation(endpoints, form)));
    } catch (error) {
      if (!(error instanceof SnsFault)) throw error;
      return reply.code(error.status).send(failure(error));
    }
  });
}

/** `Attributes.entry.1.key=Enabled&Attributes.entry.1.value=true&…` */
function attributesOf(form: Form): Record<string, string> {
  return Object.fromEntries(
    Object.entries(form).flatMap(([field, key]) => {
      const entry = /^(Attributes\.entry\.\d+)\.key$/.exec(field)?.[1];
      return entry === undefined ? [] : [[key, form[`${entry}.value`] ?? '']];
    }),
  );
}

const namespace = 'http://sns.amazonaws.com/doc/2010-03-31/';

function success(action: string, result: string): string {
  return (
    `<${action}Response xmlns="${namespace}"><${action}Result>${result}</${action}Result>` +
    `<ResponseMetadata><RequestId>${randomUUID()}</RequestId></ResponseMetadata></${action}Response>`
  );
}

function failure({ code, message }: SnsFault): string {
  return (
    `<ErrorResponse xmlns="${namespace}"><Error><Type>Sender</Type><Code>${code}</Code>` +
    `<Message>${escapeXml(message)}</Message></Error><RequestId>${randomUUID()}</RequestId></ErrorResponse>`
  );
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
