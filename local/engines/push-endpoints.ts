// SNS's platform endpoints, which fauxqs lacks: a device's token under an ARN, kept in the state folder, with SNS's
// own faults. Behind it stands no push service: what an endpoint gets is handed to whoever plays the phone.
import { randomUUID } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import * as z from 'zod';

/** A fault as SNS words it. */
export class SnsFault extends Error {
  readonly code: string;
  readonly status: number;
  constructor(code: 'InvalidParameter' | 'NotFound' | 'EndpointDisabled', message: string) {
    super(message);
    this.code = code;
    this.status = code === 'NotFound' ? 404 : 400;
  }
}

/** Takes what is pushed to an endpoint: the text for its platform. */
export type PlayPhone = (endpointArn: string, payload: string) => void;

export interface PushEndpoints {
  /** Names the applications of the templates, and who plays the phones. */
  provide(applicationArns: readonly string[], phone: PlayPhone): void;
  /** @returns the endpoint's ARN */
  create(applicationArn: string, token: string, attributes: Attributes): string;
  attributes(endpointArn: string): Attributes;
  change(endpointArn: string, attributes: Attributes): void;
  /** Harmless where it is gone. */
  remove(endpointArn: string): void;
  /** @param message a JSON text with one text for each platform, or one for all where `isJson` is false */
  publish(endpointArn: string, message: string, isJson: boolean): void;
  close(): void;
}

type Attributes = Readonly<Record<string, string>>;

const row = z.object({ arn: z.string(), token: z.string(), enabled: z.number(), userData: z.string() });
const byPlatform = z.record(z.string(), z.string());

/** Endpoints of tokens with this word act as those that a push service has refused. */
const refusedTokens = 'disabled';

export function openPushEndpoints(file: string): PushEndpoints {
  const sql = new DatabaseSync(file);
  sql.exec(`
    PRAGMA journal_mode = WAL;
    CREATE TABLE IF NOT EXISTS endpoints (
      arn TEXT PRIMARY KEY,
      application TEXT NOT NULL,
      token TEXT NOT NULL,
      enabled INTEGER NOT NULL,
      user_data TEXT NOT NULL,
      UNIQUE (application, token)
    );
  `);
  const columns = 'arn, token, enabled, user_data AS userData';
  const findToken = sql.prepare(`SELECT ${columns} FROM endpoints WHERE application = ? AND token = ?`);
  const findArn = sql.prepare(`SELECT ${columns} FROM endpoints WHERE arn = ?`);
  const insert = sql.prepare('INSERT INTO endpoints VALUES (?, ?, ?, ?, ?)');
  const update = sql.prepare('UPDATE endpoints SET token = ?, enabled = ?, user_data = ? WHERE arn = ?');
  const drop = sql.prepare('DELETE FROM endpoints WHERE arn = ?');
  let applications: readonly string[] = [];
  let play: PlayPhone = () => undefined;

  const find = (arn: string) => row.optional().parse(findArn.get(arn));
  const existing = (arn: string) => {
    const endpoint = find(arn);
    if (endpoint === undefined) throw new SnsFault('NotFound', 'Endpoint does not exist');
    return endpoint;
  };

  return {
    provide: (applicationArns, phone) => {
      applications = applicationArns;
      play = phone;
    },

    create: (applicationArn, token, { Enabled = 'true', CustomUserData = '' }) => {
      if (!applications.includes(applicationArn)) {
        throw new SnsFault('NotFound', 'PlatformApplication does not exist');
      }
      if (token === '')
        throw new SnsFault('InvalidParameter', 'Invalid parameter: Token Reason: cannot be empty');
      const known = row.optional().parse(findToken.get(applicationArn, token));
      if (known === undefined) {
        const arn = `${applicationArn.replace(':app/', ':endpoint/')}/${randomUUID()}`;
        insert.run(arn, applicationArn, token, Number(Enabled === 'true'), CustomUserData);
        return arn;
      }
      if (known.enabled !== Number(Enabled === 'true') || known.userData !== CustomUserData) {
        throw new SnsFault(
          'InvalidParameter',
          `Invalid parameter: Token Reason: Endpoint ${known.arn} already exists with the same Token, but different attributes.`,
        );
      }
      return known.arn;
    },

    attributes: (arn) => {
      const { token, enabled, userData } = existing(arn);
      return {
        Enabled: String(enabled === 1),
        Token: token,
        ...(userData !== '' && { CustomUserData: userData }),
      };
    },

    change: (arn, { Enabled, Token, CustomUserData }) => {
      const { token, enabled, userData } = existing(arn);
      const isEnabled = Enabled === undefined ? enabled : Number(Enabled === 'true');
      update.run(Token ?? token, isEnabled, CustomUserData ?? userData, arn);
    },

    remove: (arn) => {
      drop.run(arn);
    },

    publish: (arn, message, isJson) => {
      const endpoint = find(arn);
      if (endpoint === undefined) {
        throw new SnsFault(
          'InvalidParameter',
          'Invalid parameter: TargetArn Reason: No endpoint found for the target arn specified',
        );
      }
      if (endpoint.token.includes(refusedTokens)) update.run(endpoint.token, 0, endpoint.userData, arn);
      if (endpoint.enabled === 0 || endpoint.token.includes(refusedTokens)) {
        throw new SnsFault('EndpointDisabled', 'Endpoint is disabled');
      }
      play(arn, isJson ? textFor(arn, message) : message);
    },

    close: () => {
      sql.close();
    },
  };
}

function textFor(arn: string, message: string): string {
  const platform = /:endpoint\/(\w+)\//.exec(arn)?.[1] ?? '';
  const texts = byPlatform.safeParse(parseJson(message));
  const text = texts.data?.[platform] ?? texts.data?.['default'];
  if (text !== undefined) return text;
  throw new SnsFault(
    'InvalidParameter',
    'Invalid parameter: Message Structure - No default entry in JSON message body',
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
