// What the console of a run is told: it signs in at the run's own issuer.
import { type ConsoleConfig, consoleScope } from '../../functions/contracts/console-config.ts';
import { consoleClientId } from '../engines/sign-in/authorization-request.ts';
import { loopback, type Settings } from '../settings.ts';

export function consoleConfigOf({ ports, stripe }: Pick<Settings, 'ports' | 'stripe'>): ConsoleConfig {
  const issuer = loopback(ports.tokens);
  return {
    client_id: consoleClientId,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    revocation_endpoint: `${issuer}/revoke`,
    end_session_endpoint: `${issuer}/logout`,
    logout_parameter: 'logout_uri',
    issuer,
    scope: consoleScope,
    image_origins: [stripe.mode === 'simulator' ? loopback(ports.stripe) : 'https://files.stripe.com'],
  };
}
