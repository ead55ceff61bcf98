// Who may call the API: a Cognito user pool with its groups and clients.
import { CfnOutput, Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import {
  AccountRecovery,
  ClientAttributes,
  FeaturePlan,
  LambdaVersion,
  Mfa,
  OAuthScope,
  ResourceServerScope,
  StringAttribute,
  UserPool,
  type UserPoolClient,
  UserPoolOperation,
} from 'aws-cdk-lib/aws-cognito';
import type { Construct } from 'constructs';
import { NodeFunction } from './constructs/node-function.ts';
import { RideGateStack, type RideGateStackProps } from './constructs/ridegate-stack.ts';
import type { Settings } from './settings.ts';
import type { ConsoleSignIn, TokenIssuer } from './token-issuer.ts';

/** A user pool as the token issuer. Not made where the settings name an issuer of the platform's own. */
export class AuthStack extends RideGateStack {
  readonly tokenIssuer: TokenIssuer;
  readonly consoleSignIn: ConsoleSignIn;

  constructor(scope: Construct, props: RideGateStackProps) {
    super(scope, 'Auth', props, 'user pool');
    const pool = this.createPool();
    const prefix = props.settings.authDomainPrefix ?? `ridegate-${props.settings.stage}-${this.account}`;
    const domain = pool.addDomain('Domain', { cognitoDomain: { domainPrefix: prefix } });
    const clients = {
      Service: this.createServiceClient(pool),
      RiderApp: createAppClient(pool, 'RiderApp', props.settings.riderCallbackUrls, Duration.days(30)),
      OperatorConsole: createAppClient(
        pool,
        'OperatorConsole',
        consoleAddresses(props.settings),
        Duration.hours(12),
        // A stolen refresh token is worth something until the console's next renewal.
        rotation,
      ),
    };
    // API Gateway compares the audience with `client_id` where a token has no `aud`, as Cognito's access tokens.
    this.tokenIssuer = {
      issuer: pool.userPoolProviderUrl,
      audience: Object.values(clients).map((client) => client.userPoolClientId),
    };
    // https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-userpools-server-contract-reference.html
    this.consoleSignIn = {
      config: {
        client_id: clients.OperatorConsole.userPoolClientId,
        authorization_endpoint: `${domain.baseUrl()}/oauth2/authorize`,
        token_endpoint: `${domain.baseUrl()}/oauth2/token`,
        revocation_endpoint: `${domain.baseUrl()}/oauth2/revoke`,
        end_session_endpoint: `${domain.baseUrl()}/logout`,
        logout_parameter: 'logout_uri',
        issuer: pool.userPoolProviderUrl,
      },
      tokenOrigins: [domain.baseUrl()],
    };
    new CfnOutput(this, 'UserPoolId', { value: pool.userPoolId });
    new CfnOutput(this, 'Issuer', { value: pool.userPoolProviderUrl });
    new CfnOutput(this, 'SignInUrl', { value: domain.baseUrl() });
    for (const [name, client] of Object.entries(clients)) {
      new CfnOutput(this, `${name}ClientId`, { value: client.userPoolClientId });
    }
  }

  private createPool(): UserPool {
    const pool = new UserPool(this, 'UserPool', {
      selfSignUpEnabled: false,
      signInAliases: { email: true },
      signInCaseSensitive: false,
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      mfa: Mfa.OPTIONAL,
      mfaSecondFactor: { sms: false, otp: true },
      passwordPolicy: {
        minLength: 12,
        requireLowercase: true,
        requireUppercase: true,
        requireDigits: true,
        requireSymbols: true,
        tempPasswordValidity: Duration.days(3),
      },
      customAttributes: {
        customer_id: new StringAttribute({ mutable: true }),
        subaccount_id: new StringAttribute({ mutable: true }),
      },
      featurePlan: FeaturePlan.ESSENTIALS,
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    // Cognito puts custom attributes into ID tokens only; the API takes access tokens. V3 covers the tokens of
    // client credentials too, and needs the Essentials plan:
    // https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-pre-token-generation.html
    pool.addTrigger(
      UserPoolOperation.PRE_TOKEN_GENERATION_CONFIG,
      new NodeFunction(this, { name: 'add-token-claims', timeout: Duration.seconds(5) }),
      LambdaVersion.V3_0,
    );
    pool.addGroup('Operators', { groupName: 'operators', description: 'May act for their own subaccount' });
    pool.addGroup('Admins', { groupName: 'admins', description: 'May act for every subaccount' });
    Validations.of(pool).acknowledge(
      {
        id: 'AwsSolutions-COG2',
        reason:
          'Riders and operators share the pool, and a rider at a scooter is not asked for a second factor.',
      },
      {
        id: 'AwsSolutions-COG8',
        reason: 'The Plus plan bills each active rider; its threat protection is the choice of the operator.',
      },
    );
    return pool;
  }

  private createServiceClient(pool: UserPool): UserPoolClient {
    const scope = new ResourceServerScope({
      scopeName: 'service',
      scopeDescription: "Calls of the fleet platform's own backend",
    });
    const resourceServer = pool.addResourceServer('Api', { identifier: 'ridegate', scopes: [scope] });
    return pool.addClient('Service', {
      generateSecret: true,
      authFlows: {},
      oAuth: {
        flows: { clientCredentials: true },
        scopes: [OAuthScope.resourceServer(resourceServer, scope)],
      },
      accessTokenValidity: Duration.hours(1),
    });
  }
}

/** Where the console's sign-in may come back to. CloudFront's own name for it is only known after a deployment. */
const consoleAddresses = ({ consoleDomain, consoleCallbackUrls }: Settings): string[] =>
  consoleDomain === undefined
    ? consoleCallbackUrls
    : [...new Set([`https://${consoleDomain}/`, ...consoleCallbackUrls])];

/**
 * Each refresh token is good for one renewal, and a minute longer for an answer that got lost. Cognito refuses that
 * beside its own flow for refresh tokens, which it allows where no flow is named; SRP it allows there too.
 */
const rotation = {
  refreshTokenRotationGracePeriod: Duration.minutes(1),
  authFlows: { userSrp: true },
} as const;

/** An app without a secret: authorization code, for which Cognito accepts PKCE from public clients. */
const createAppClient = (
  pool: UserPool,
  id: string,
  callbackUrls: string[],
  refreshTokenValidity: Duration,
  renewal: Partial<typeof rotation> = {},
): UserPoolClient =>
  pool.addClient(id, {
    generateSecret: false,
    authFlows: {},
    ...renewal,
    oAuth: {
      flows: { authorizationCodeGrant: true },
      scopes: [OAuthScope.OPENID, OAuthScope.PROFILE],
      callbackUrls,
      logoutUrls: callbackUrls,
    },
    preventUserExistenceErrors: true,
    enableTokenRevocation: true,
    accessTokenValidity: Duration.minutes(30),
    idTokenValidity: Duration.minutes(30),
    refreshTokenValidity,
    // Named, because a client without a list may write every attribute that it can read: the ids of customer
    // and subaccount decide what a token may touch.
    readAttributes: new ClientAttributes()
      .withStandardAttributes({ email: true, fullname: true, locale: true })
      .withCustomAttributes('customer_id', 'subaccount_id'),
    writeAttributes: new ClientAttributes().withStandardAttributes({ fullname: true, locale: true }),
  });
