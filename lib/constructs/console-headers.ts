// The headers of the console's files as a policy of CloudFront: the same as in the embedded run, and HSTS.
import { Duration } from 'aws-cdk-lib';
import { HeadersFrameOption, HeadersReferrerPolicy, ResponseHeadersPolicy } from 'aws-cdk-lib/aws-cloudfront';
import {
  consoleIsolationHeaders,
  consoleReferrerPolicy,
  consoleSecurityPolicy,
  type ConsoleOrigins,
} from '../../functions/contracts/console-headers.ts';
import type { RideGateStack } from './ridegate-stack.ts';

const override = true;

const referrerPolicies = { 'no-referrer': HeadersReferrerPolicy.NO_REFERRER } as const;

/** One for each stack. */
export const createConsoleHeaders = (stack: RideGateStack, origins: ConsoleOrigins): ResponseHeadersPolicy =>
  new ResponseHeadersPolicy(stack, 'Headers', {
    comment: `RideGate ${stack.settings.stage}: headers of the console`,
    securityHeadersBehavior: {
      contentSecurityPolicy: { contentSecurityPolicy: consoleSecurityPolicy(origins), override },
      contentTypeOptions: { override },
      frameOptions: { frameOption: HeadersFrameOption.DENY, override },
      referrerPolicy: { referrerPolicy: referrerPolicies[consoleReferrerPolicy], override },
      // Subdomains may be somebody else's.
      strictTransportSecurity: {
        accessControlMaxAge: Duration.days(730),
        includeSubdomains: false,
        override,
      },
    },
    customHeadersBehavior: {
      customHeaders: Object.entries(consoleIsolationHeaders).map(([header, value]) => ({
        header,
        value,
        override,
      })),
    },
  });
