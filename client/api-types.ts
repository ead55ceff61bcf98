// Generated from functions/contracts by "npm run generate:client"; a test tells when it is out of date.

export interface paths {
  '/api/customers': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * A subaccount’s customers by filter, page by page; or who has an id, of ours or of Stripe.
     * @description For: operator, admin.
     */
    get: operations['listCustomers'];
    put?: never;
    /**
     * Create a customer. The same id with the same body again is answered with 200.
     * @description For: service.
     */
    post: operations['createCustomer'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/customers/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * A customer with the gate’s answer as of now. Riders see no risk data and no signals.
     * @description For: rider, operator, service, admin.
     */
    get: operations['getCustomer'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/subaccounts/{id}/customer-counts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * How many customers each filter shows, as far as that is counted.
     * @description For: operator, admin.
     */
    get: operations['getCustomerCounts'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/customers/{id}/ride-check': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * May this customer start a ride? Anything but a 200 means no.
     * @description For: rider, operator, service.
     */
    post: operations['checkRide'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/customers/{id}/identity-session': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * The open verification session of a customer with fresh secrets, or a new one.
     * @description For: rider, operator, service.
     */
    post: operations['startIdentitySession'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/customers/{id}/identity-alternative': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Ask the operator for another way of verifying.
     * @description For: rider.
     */
    post: operations['requestAlternative'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/customers/{id}/audit': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What happened to a customer, newest first: one entry for each version.
     * @description For: operator, admin.
     */
    get: operations['getAuditTrail'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/customers/{id}/identity-manual-verify': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Vouch for a customer without Stripe.
     * @description For: operator.
     */
    post: operations['verifyManually'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/customers/{id}/identity-clear-requirement': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Let a customer ride unverified until something new asks for verification.
     * @description For: operator.
     */
    post: operations['clearRequirement'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/customers/{id}/identity-require': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Ask a customer to verify, also one who is verified.
     * @description For: operator.
     */
    post: operations['requireVerification'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/customers/{id}/identity-refresh': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Read the customer’s session from Stripe and apply it.
     * @description For: operator.
     */
    post: operations['refreshSession'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/customers/{id}/identity-redact': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Remove a customer’s personal data: our copies at once, Stripe’s within days. Status and times stay.
     * @description For: operator.
     */
    post: operations['redactCustomer'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/customers/{id}/identity-report': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What a customer’s document told, uncovered, and links to its images that live for 30 seconds. Audited.
     * @description For: operator.
     */
    get: operations['revealIdentity'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/customers/{id}/export': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Everything that is held of a customer, uncovered, for who asks what is known of him. Audited.
     * @description For: operator.
     */
    get: operations['exportCustomer'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/customers/{id}/devices/{device_id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Register a phone for pushes, or renew its registration. A token belongs to one customer: whoever registered it before gets no more pushes on it.
     * @description For: rider, service.
     */
    put: operations['registerDevice'];
    post?: never;
    /**
     * Push no more to a phone. Harmless where it is not registered.
     * @description For: rider, service.
     */
    delete: operations['removeDevice'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/subaccounts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The subaccounts by their ids, page by page.
     * @description For: admin.
     */
    get: operations['listSubaccounts'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/subaccounts/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * A subaccount with its operational zones.
     * @description For: operator, admin.
     */
    get: operations['getSubaccount'];
    /**
     * Rename a subaccount and draw its operational zones (GeoJSON); an admin also makes one.
     * @description For: operator, admin.
     */
    put: operations['putSubaccount'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/subaccounts/{id}/identity-policy': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The policy in force.
     * @description For: operator, admin.
     */
    get: operations['getPolicy'];
    /**
     * Change the policy. What is left out keeps its value; `version` is the one that was read.
     * @description For: operator, admin.
     */
    put: operations['putPolicy'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/subaccounts/{id}/identity-policy/versions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Who changed the policy when, and what: one entry for each version, newest first.
     * @description For: operator, admin.
     */
    get: operations['listPolicyVersions'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/subaccounts/{id}/identity-policy/simulate': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * What a proposed policy would do to the customers who are there. Changes nothing.
     * @description For: operator, admin.
     */
    post: operations['simulatePolicy'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/subaccounts/{id}/identity-policy/apply': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The latest application of the policy to existing customers, with its progress.
     * @description For: operator, admin.
     */
    get: operations['getPolicyApplication'];
    put?: never;
    /**
     * Flag existing customers as the policy asks, in the background. While that goes on, asking again answers the same job.
     * @description For: operator, admin.
     */
    post: operations['startPolicyApplication'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/subaccounts/{id}/identity-stats': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Funnel, failure codes, risk scores, time to verify and cost over a period of whole UTC days.
     * @description For: operator, admin.
     */
    get: operations['getIdentityStats'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/dead-letters': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Events of Stripe that failed for good, of all subaccounts, oldest first.
     * @description For: admin.
     */
    get: operations['listDeadLetters'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/dead-letters/redrive': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Have events that failed for good processed once more: some by their ids or their likeness, or all. Doing it twice is harmless.
     * @description For: admin.
     */
    post: operations['redriveDeadLetters'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/webhook-health': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * How Stripe’s events fare: hour by hour, and how many wait right now.
     * @description For: admin.
     */
    get: operations['getWebhookHealth'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/reconciler-runs': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What the reconciler did in each of its runs of the last 30 days, newest first.
     * @description For: admin.
     */
    get: operations['listReconcilerRuns'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/openapi.json': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * This API as OpenAPI 3.1.
     * @description For anyone.
     */
    get: operations['describeApi'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export interface components {
  schemas: {
    AuditEntry: {
      version: number;
      /** Format: date-time */
      at: string;
      actor: string;
      action: string;
      before: {
        identity_verification_required?: boolean;
        identity_verification_required_at?: string | null;
        identity_verification_required_reason?: string | null;
        identity_requirement_cleared?: boolean;
        identity_status?: string | null;
        identity_verified_at?: string | null;
        identity_session_id?: string | null;
        identity_attempt_count?: number;
        identity_last_error?: {
          code: string;
          reason: string | null;
        } | null;
        identity_manual_verification_by?: string | null;
        identity_alternative_requested_at?: string | null;
        identity_redaction_requested_at?: string | null;
        identity_redaction_completed_at?: string | null;
        stripe_customer_id?: string | null;
        /** @description The payment that the risk score is of. */
        stripe_charge_id?: string | null;
        /** @description The first successful payment; one that Radar blocked before it may still speak for the risk. */
        stripe_first_charge_id?: string | null;
        stripe_risk_score?: number | null;
        stripe_risk_level?: string | null;
        stripe_radar_score?: number | null;
      } | null;
      after: {
        identity_verification_required?: boolean;
        identity_verification_required_at?: string | null;
        identity_verification_required_reason?: string | null;
        identity_requirement_cleared?: boolean;
        identity_status?: string | null;
        identity_verified_at?: string | null;
        identity_session_id?: string | null;
        identity_attempt_count?: number;
        identity_last_error?: {
          code: string;
          reason: string | null;
        } | null;
        identity_manual_verification_by?: string | null;
        identity_alternative_requested_at?: string | null;
        identity_redaction_requested_at?: string | null;
        identity_redaction_completed_at?: string | null;
        stripe_customer_id?: string | null;
        /** @description The payment that the risk score is of. */
        stripe_charge_id?: string | null;
        /** @description The first successful payment; one that Radar blocked before it may still speak for the risk. */
        stripe_first_charge_id?: string | null;
        stripe_risk_score?: number | null;
        stripe_risk_level?: string | null;
        stripe_radar_score?: number | null;
      };
      revealed: string[] | null;
      biometric_consent: components['schemas']['BiometricConsent'] | null;
      /** @description The push that was saved together with this change. Null where there is none, and in entries from before they told of it. */
      notification: {
        id: string;
        /** @enum {string} */
        kind:
          | 'verification_required'
          | 'verified'
          | 'requirement_cleared'
          | 'another_try_needed'
          | 'document_expiring';
      } | null;
      /** @description An operator’s own words, until a redaction takes them; or what RideGate remarked. */
      notes: string | null;
    };
    AuditTrail: {
      data: components['schemas']['AuditEntry'][];
      next_cursor: string | null;
    };
    BiometricConsent: {
      given: boolean;
      /** @description Of the words that he said it to. */
      version: string | null;
      /** Format: date-time */
      at: string;
    };
    Customer: {
      id: string;
      subaccount_id: string;
      /** Format: date-time */
      created_at: string;
      identity_verification_required: boolean;
      identity_verification_required_at: string | null;
      /** @description Such as `risk_threshold_exceeded:75>=50`; riders see null where risk is the reason. */
      identity_verification_required_reason: string | null;
      identity_status: ('pending' | 'verified' | 'requires_input' | 'failed' | 'canceled') | null;
      identity_verified_at: string | null;
      identity_session_id: string | null;
      identity_attempt_count: number;
      identity_last_error: {
        code: string;
        reason: string | null;
        message: string;
      } | null;
      identity_manual_verification: boolean;
      /** @description Since when the customer waits for another way of verifying. */
      identity_alternative_requested_at: string | null;
      /** @description The gate’s answer as of now. */
      ride_gate: {
        allowed: boolean;
        /** @enum {string} */
        code:
          | 'verified'
          | 'requirement_cleared'
          | 'policy_disabled'
          | 'exempt_existing_customer'
          | 'not_required'
          | 'verification_required'
          | 'verification_pending'
          | 'verification_requires_input'
          | 'verification_failed'
          | 'verification_canceled';
      };
      /**
       * Format: date-time
       * @description Since when `identity_status` is what it is; where it’s null, since the creation or since an operator asked anew.
       */
      identity_status_at: string;
      /** @description As operators read it, such as `Risk score 75 >= threshold 50`. */
      identity_verification_required_reason_text: string | null;
      identity_manual_verification_by: string | null;
      identity_manual_verification_at: string | null;
      /** @description `redacted` once Stripe has removed its copies too; ours go at once. Null where nobody asked, and again once there is a later session. */
      identity_redaction_status: ('processing' | 'redacted') | null;
      identity_redaction_requested_at: string | null;
      stripe_customer_id: string | null;
      /** @description 10, 50 or 75, derived from the level; null where not scored. */
      stripe_risk_score: number | null;
      stripe_risk_level: string | null;
      /** @description Radar’s own score, where the Stripe account has it. */
      stripe_radar_score: number | null;
      version: number;
    };
    CustomerCounts: {
      data: {
        /** @enum {string} */
        filter:
          'required' | 'pending' | 'requires_input' | 'failed' | 'verified' | 'alternative_requested' | 'all';
        count: number;
        /** @description There are 500 or more: nobody counts on from there. */
        capped: boolean;
      }[];
    };
    CustomerExport: {
      /** Format: date-time */
      exported_at: string;
      customer: {
        id: string;
        subaccount_id: string;
        /** Format: date-time */
        created_at: string;
        identity_verification_required: boolean;
        identity_verification_required_at: string | null;
        /** @description Such as `risk_threshold_exceeded:75>=50`; riders see null where risk is the reason. */
        identity_verification_required_reason: string | null;
        identity_status: ('pending' | 'verified' | 'requires_input' | 'failed' | 'canceled') | null;
        identity_verified_at: string | null;
        identity_session_id: string | null;
        identity_attempt_count: number;
        identity_last_error: {
          code: string;
          reason: string | null;
          message: string;
        } | null;
        identity_manual_verification: boolean;
        /** @description Since when the customer waits for another way of verifying. */
        identity_alternative_requested_at: string | null;
        /** @description The gate’s answer as of now. */
        ride_gate: {
          allowed: boolean;
          /** @enum {string} */
          code:
            | 'verified'
            | 'requirement_cleared'
            | 'policy_disabled'
            | 'exempt_existing_customer'
            | 'not_required'
            | 'verification_required'
            | 'verification_pending'
            | 'verification_requires_input'
            | 'verification_failed'
            | 'verification_canceled';
        };
        /**
         * Format: date-time
         * @description Since when `identity_status` is what it is; where it’s null, since the creation or since an operator asked anew.
         */
        identity_status_at: string;
        /** @description As operators read it, such as `Risk score 75 >= threshold 50`. */
        identity_verification_required_reason_text: string | null;
        identity_manual_verification_by: string | null;
        identity_manual_verification_at: string | null;
        /** @description `redacted` once Stripe has removed its copies too; ours go at once. Null where nobody asked, and again once there is a later session. */
        identity_redaction_status: ('processing' | 'redacted') | null;
        identity_redaction_requested_at: string | null;
        stripe_customer_id: string | null;
        /** @description 10, 50 or 75, derived from the level; null where not scored. */
        stripe_risk_score: number | null;
        stripe_risk_level: string | null;
        /** @description Radar’s own score, where the Stripe account has it. */
        stripe_radar_score: number | null;
        version: number;
        /** @description Whether the customer was at least as old as the policy asked when he was verified. */
        identity_age_over: boolean | null;
        /** @description Whether the customer was at least 18 when he was verified. */
        identity_age_over_18: boolean | null;
        identity_redaction_completed_at: string | null;
        /** @description The payment that the risk score is of. */
        stripe_charge_id: string | null;
        stripe_charge_assessed_at: string | null;
        stripe_first_charge_id: string | null;
      };
      signup: {
        email: string | null;
        name: string | null;
        phone: string | null;
        signup_ip: string | null;
        signup_latitude: number | null;
        signup_longitude: number | null;
        /** @description Meters. */
        signup_location_accuracy: number | null;
      } | null;
      signals: {
        /** Format: date-time */
        collected_at: string;
        phone_type: string | null;
        phone_country: string | null;
        phone_carrier: string | null;
        phone_is_prepaid: boolean | null;
        phone_risk_score: number | null;
        phone_ported_at: string | null;
        signup_ip_city: string | null;
        signup_ip_region: string | null;
        signup_ip_country: string | null;
        signup_ip_latitude: number | null;
        signup_ip_longitude: number | null;
        /** @description `none` where the address is on no list of them. */
        signup_ip_anonymizer: string | null;
      } | null;
      /** @description What the rider wrote when he last asked for another way of verifying. */
      alternative_message: string | null;
      verified_data: {
        session_id: string;
        /** Format: date-time */
        captured_at: string;
        /** @description The document’s type, by Stripe’s name. */
        identity_id_type: string | null;
        /** @description ISO 3166-1 alpha-2. */
        identity_issuing_country: string | null;
        identity_first_name: string | null;
        identity_last_name: string | null;
        /** @description Needs a restricted Stripe key. */
        identity_dob: string | null;
        identity_address: {
          line1: string | null;
          line2: string | null;
          city: string | null;
          state: string | null;
          postal_code: string | null;
          /** @description ISO 3166-1 alpha-2. */
          country: string | null;
        } | null;
        /** @description The document’s number, not a tax number. Needs a restricted Stripe key. */
        identity_id_number: string | null;
        /** @description Needs a restricted Stripe key. */
        identity_expiration_date: string | null;
      } | null;
      sessions: {
        number: number;
        /** @description At Stripe; null where it was never finished. */
        session_id: string | null;
        /** @description As Stripe said last. */
        status: string | null;
        /** Format: date-time */
        started_at: string;
        /** @description How many submissions Stripe has finished checking. */
        checks: number;
        /** @description Null where the rider wasn’t asked. */
        biometric_consent: components['schemas']['BiometricConsent'] | null;
        allowed_document_types: string[];
        require_selfie: boolean;
        require_live_capture: boolean;
        verification_flow: string | null;
        return_url: string | null;
      }[];
      devices: components['schemas']['Device'][];
      /** @description Those that haven’t gone out yet. */
      pushes: {
        id: string;
        title: string;
        body: string;
        /** Format: date-time */
        created_at: string;
      }[];
      deadlines: {
        verified_data_kept_since: string | null;
        /** @description By the policy of now. */
        verified_data_kept_until: string | null;
        document_expires_on: string | null;
      };
      /** @description Newest first. */
      audit: components['schemas']['AuditEntry'][];
      /** @description Whether there are older entries: `GET /api/customers/{id}/audit` has all of them. */
      audit_truncated: boolean;
    };
    CustomerFile: {
      id: string;
      subaccount_id: string;
      /** Format: date-time */
      created_at: string;
      identity_verification_required: boolean;
      identity_verification_required_at: string | null;
      /** @description Such as `risk_threshold_exceeded:75>=50`; riders see null where risk is the reason. */
      identity_verification_required_reason: string | null;
      identity_status: ('pending' | 'verified' | 'requires_input' | 'failed' | 'canceled') | null;
      identity_verified_at: string | null;
      identity_session_id: string | null;
      identity_attempt_count: number;
      identity_last_error: {
        code: string;
        reason: string | null;
        message: string;
      } | null;
      identity_manual_verification: boolean;
      /** @description Since when the customer waits for another way of verifying. */
      identity_alternative_requested_at: string | null;
      /** @description The gate’s answer as of now. */
      ride_gate: {
        allowed: boolean;
        /** @enum {string} */
        code:
          | 'verified'
          | 'requirement_cleared'
          | 'policy_disabled'
          | 'exempt_existing_customer'
          | 'not_required'
          | 'verification_required'
          | 'verification_pending'
          | 'verification_requires_input'
          | 'verification_failed'
          | 'verification_canceled';
      };
      /**
       * Format: date-time
       * @description Since when `identity_status` is what it is; where it’s null, since the creation or since an operator asked anew.
       */
      identity_status_at: string;
      /** @description As operators read it, such as `Risk score 75 >= threshold 50`. */
      identity_verification_required_reason_text: string | null;
      identity_manual_verification_by: string | null;
      identity_manual_verification_at: string | null;
      /** @description `redacted` once Stripe has removed its copies too; ours go at once. Null where nobody asked, and again once there is a later session. */
      identity_redaction_status: ('processing' | 'redacted') | null;
      identity_redaction_requested_at: string | null;
      stripe_customer_id: string | null;
      /** @description 10, 50 or 75, derived from the level; null where not scored. */
      stripe_risk_score: number | null;
      stripe_risk_level: string | null;
      /** @description Radar’s own score, where the Stripe account has it. */
      stripe_radar_score: number | null;
      version: number;
      identity_alternative_message: string | null;
      identity_manual_verification_notes: string | null;
      /** @description The document’s type, by Stripe’s name. */
      identity_id_type: string | null;
      /** @description ISO 3166-1 alpha-2. */
      identity_issuing_country: string | null;
      /** @description Masked, such as `J•••`. */
      identity_first_name: string | null;
      /** @description Masked, such as `D•••`. */
      identity_last_name: string | null;
      /** @description Masked, such as `••••-••-15`. */
      identity_dob: string | null;
      /** @description Masked but for the country. */
      identity_address: {
        line1: string | null;
        line2: string | null;
        city: string | null;
        state: string | null;
        postal_code: string | null;
        /** @description ISO 3166-1 alpha-2. */
        country: string | null;
      } | null;
      /** @description Masked, such as `••••1234`. */
      identity_id_number: string | null;
      /** @description Masked, such as `••••-••-30`. */
      identity_expiration_date: string | null;
      /** @description Whether the customer was at least as old as the policy asked when he was verified. */
      identity_age_over: boolean | null;
      /** @description Whether the customer was at least 18 when he was verified. */
      identity_age_over_18: boolean | null;
      email: string | null;
      name: string | null;
      phone: string | null;
      phone_type: ('mobile' | 'landline' | 'voip') | null;
      phone_carrier: string | null;
      phone_is_prepaid: boolean | null;
      phone_risk_score: number | null;
      phone_country: string | null;
      signup_ip: string | null;
      signup_ip_city: string | null;
      signup_ip_region: string | null;
      signup_ip_country: string | null;
      signup_latitude: number | null;
      signup_longitude: number | null;
      signup_location_accuracy: number | null;
      signals: (
        | {
            /** @constant */
            code: 'voip_number';
            triggered: boolean | null;
            phone_type: ('mobile' | 'landline' | 'voip') | null;
          }
        | {
            /** @constant */
            code: 'recently_ported_number';
            triggered: boolean | null;
            ported_at: string | null;
            days_since_port: number | null;
            threshold_days: number;
          }
        | {
            /** @constant */
            code: 'prepaid_carrier';
            triggered: boolean | null;
            carrier: string | null;
          }
        | {
            /** @constant */
            code: 'phone_country_mismatch';
            triggered: boolean | null;
            phone_country: string | null;
            signup_country: string | null;
          }
        | {
            /** @constant */
            code: 'ip_gps_mismatch';
            triggered: boolean | null;
            distance_km: number | null;
            threshold_km: number;
            accuracy_meters: number | null;
          }
        | {
            /** @constant */
            code: 'vpn_or_proxy';
            triggered: boolean | null;
            anonymizer: ('tor' | 'vpn' | 'proxy' | 'hosting') | null;
          }
        | {
            /** @constant */
            code: 'outside_operational_zones';
            triggered: boolean | null;
            distance_km: number | null;
            accuracy_meters: number | null;
          }
      )[];
    };
    CustomerList: {
      data: components['schemas']['Customer'][];
      next_cursor: string | null;
    };
    DeadLetter: {
      /** @description SQS’s id of the message; the same event can wait in several. */
      message_id: string;
      /** @description Null where the message is no event. */
      event_id: string | null;
      event_type:
        | (
            | 'identity.verification_session.created'
            | 'identity.verification_session.processing'
            | 'identity.verification_session.verified'
            | 'identity.verification_session.requires_input'
            | 'identity.verification_session.canceled'
            | 'identity.verification_session.redacted'
            | 'charge.succeeded'
            | 'charge.failed'
          )
        | null;
      /** @description The session or charge that the event is about. */
      object_id: string | null;
      /** @description Such as `stripe_unavailable` or `stripe_refused:resource_missing`; `malformed` where it is no event, `worker_stopped` where the worker died of it. */
      cause: string;
      tries: number | null;
      first_failed_at: string | null;
      last_failed_at: string | null;
      /**
       * Format: date-time
       * @description It is kept for 14 days from then on.
       */
      queued_at: string;
      /** @description Since `queued_at`. */
      age_seconds: number;
      /** @description Whom the event is about, where that is known. */
      customer: {
        subaccount_id: string;
        customer_id: string;
      } | null;
    };
    DeadLetterList: {
      data: components['schemas']['DeadLetter'][];
      /** @description There are no pages: a queue can’t be leafed through. */
      next_cursor: null;
      /** @description How many there are, about; may be a minute behind. */
      approximate_total: number;
    };
    Device: {
      device_id: string;
      /** @enum {string} */
      platform: 'apns' | 'fcm';
      /** Format: date-time */
      registered_at: string;
    };
    IdentityReport: {
      customer_id: string;
      /** @description The session at Stripe that told it. */
      session_id: string;
      /** @description Whether it is kept here, or was read from Stripe just now; null where there are only images. */
      source: ('stored' | 'stripe') | null;
      /** @description When what is kept was taken from Stripe. */
      captured_at: string | null;
      /** @description The document’s type, by Stripe’s name. */
      identity_id_type?: string | null;
      /** @description ISO 3166-1 alpha-2. */
      identity_issuing_country?: string | null;
      identity_first_name?: string | null;
      identity_last_name?: string | null;
      /** @description Needs a restricted Stripe key. */
      identity_dob?: string | null;
      identity_address?: {
        line1: string | null;
        line2: string | null;
        city: string | null;
        state: string | null;
        postal_code: string | null;
        /** @description ISO 3166-1 alpha-2. */
        country: string | null;
      } | null;
      /** @description The document’s number, not a tax number. Needs a restricted Stripe key. */
      identity_id_number?: string | null;
      /** @description Needs a restricted Stripe key. */
      identity_expiration_date?: string | null;
      images?: {
        /** @enum {string} */
        kind: 'document_front' | 'document_back' | 'selfie' | 'document_photo';
        /** @description Opens the image for whoever has it. */
        url: string;
        /** Format: date-time */
        expires_at: string;
      }[];
      /** @description Why there are no images. `not_permitted`: without a restricted Stripe key, or after 48 hours. */
      images_unavailable?: ('not_permitted' | 'none' | 'stripe_unavailable' | 'stripe_refused') | null;
      /** @description Whether the customer was at least as old as the policy asked when he was verified. */
      identity_age_over: boolean | null;
      /** @description Whether the customer was at least 18 when he was verified. */
      identity_age_over_18: boolean | null;
      /** Format: date-time */
      revealed_at: string;
    };
    IdentitySession: {
      /** @description For Stripe.js on the web. */
      client_secret: string | null;
      session_id: string;
      /** @description For Stripe’s native SDKs, with `session_id`. */
      ephemeral_key_secret: string;
      /** @description Stripe’s hosted page. */
      url: string | null;
      /**
       * Format: date-time
       * @description When the first of these dies; ask again for fresh ones.
       */
      expires_at: string;
    };
    IdentityStats: {
      from: string;
      to: string;
      /** @description What happened in the period; not of the same customers from step to step. */
      funnel: {
        created: number;
        flagged: number;
        session_started: number;
        /** @description Checks that Stripe finished. */
        attempts: number;
        /** @description By Stripe. */
        verified: number;
        manually_verified: number;
        /** @description For good. */
        failed: number;
        cleared: number;
      };
      failure_codes: {
        code: string;
        count: number;
      }[];
      risk_scores: {
        score: number | null;
        charges: number;
      }[];
      /** @description From being asked to being verified by Stripe. */
      time_to_verify: {
        count: number;
        median_seconds: number | null;
        p90_seconds: number | null;
        /** @description By this share the two may be off. */
        relative_error: number;
      };
      /** @description Of the checks that Stripe finished; failed ones are billed too. */
      cost: {
        verifications: number;
        price_per_verification: number;
        /** @description Their product, to four decimals. */
        amount: number;
        currency: string;
      };
      /** @description One for each day of the period, the first one first; days without anything have zeros. */
      days: {
        /** Format: date */
        date: string;
        flagged: number;
        attempts: number;
        verified: number;
        manually_verified: number;
        failed: number;
        /** @description Of its attempts, in `cost.currency`, to four decimals. */
        cost_amount: number;
      }[];
    };
    ManuallyVerifiedCustomer: {
      id: string;
      subaccount_id: string;
      /** Format: date-time */
      created_at: string;
      identity_verification_required: boolean;
      identity_verification_required_at: string | null;
      /** @description Such as `risk_threshold_exceeded:75>=50`; riders see null where risk is the reason. */
      identity_verification_required_reason: string | null;
      identity_status: ('pending' | 'verified' | 'requires_input' | 'failed' | 'canceled') | null;
      identity_verified_at: string | null;
      identity_session_id: string | null;
      identity_attempt_count: number;
      identity_last_error: {
        code: string;
        reason: string | null;
        message: string;
      } | null;
      identity_manual_verification: boolean;
      /** @description Since when the customer waits for another way of verifying. */
      identity_alternative_requested_at: string | null;
      /** @description The gate’s answer as of now. */
      ride_gate: {
        allowed: boolean;
        /** @enum {string} */
        code:
          | 'verified'
          | 'requirement_cleared'
          | 'policy_disabled'
          | 'exempt_existing_customer'
          | 'not_required'
          | 'verification_required'
          | 'verification_pending'
          | 'verification_requires_input'
          | 'verification_failed'
          | 'verification_canceled';
      };
      /**
       * Format: date-time
       * @description Since when `identity_status` is what it is; where it’s null, since the creation or since an operator asked anew.
       */
      identity_status_at: string;
      /** @description As operators read it, such as `Risk score 75 >= threshold 50`. */
      identity_verification_required_reason_text: string | null;
      identity_manual_verification_by: string | null;
      identity_manual_verification_at: string | null;
      /** @description `redacted` once Stripe has removed its copies too; ours go at once. Null where nobody asked, and again once there is a later session. */
      identity_redaction_status: ('processing' | 'redacted') | null;
      identity_redaction_requested_at: string | null;
      stripe_customer_id: string | null;
      /** @description 10, 50 or 75, derived from the level; null where not scored. */
      stripe_risk_score: number | null;
      stripe_risk_level: string | null;
      /** @description Radar’s own score, where the Stripe account has it. */
      stripe_radar_score: number | null;
      version: number;
      identity_manual_verification_notes: string;
    };
    Policy: {
      subaccount_id: string;
      version: number;
      /** @enum {string} */
      identity_verification_mode: 'disabled' | 'all_users' | 'risk_based';
      identity_verification_risk_threshold: number;
      identity_max_attempts: number;
      identity_require_selfie: boolean;
      identity_allowed_document_types: ('driving_license' | 'id_card' | 'passport')[];
      identity_require_live_capture: boolean;
      identity_minimum_age: number | null;
      identity_verification_flow: string | null;
      /** @enum {string} */
      identity_unscored_payment: 'allow' | 'require';
      /** @enum {string} */
      identity_risk_evaluation: 'first_charge' | 'every_charge';
      identity_blocked_charge_triggers: boolean;
      identity_exempt_customers_created_before: string | null;
      /** @enum {string} */
      identity_data_retention: 'verified_fields' | 'references_only';
      identity_retention_days: number | null;
      identity_document_expiry_reminders: boolean;
      identity_document_expiry_reverification: boolean;
    };
    PolicyApplication: {
      id: string;
      subaccount_id: string;
      /**
       * @description `superseded`: the policy changed while it was being applied.
       * @enum {string}
       */
      status: 'queued' | 'running' | 'done' | 'failed' | 'superseded';
      policy_version: number;
      requested_by: string;
      /** Format: date-time */
      requested_at: string;
      started_at: string | null;
      /** Format: date-time */
      updated_at: string;
      finished_at: string | null;
      /** @description Customers looked at so far. */
      processed: number;
      /** @description Those of them whom this job asked to verify. */
      flagged: number;
    };
    PolicySimulation: {
      /** @description The policy that the proposed one is compared with. */
      policy_version: number;
      /** @description False where time ran out: all counts are of `customers_seen` customers. */
      complete: boolean;
      customers_seen: number;
      verified: number;
      cleared: number;
      already_required: number;
      /** @description Asked to verify once the policy is applied, who are not now. */
      newly_flagged: number;
      /** @description May ride now, may not once the policy is saved and applied. */
      newly_blocked: number;
      /** @description Those of them who are blocked as soon as it is saved. */
      newly_blocked_once_saved: number;
      /** @description May not ride now, may once the policy is saved and applied. */
      newly_allowed: number;
      blocked_now: number;
      blocked_once_applied: number;
      /** @description Each possible score and null, whatever is proposed. Applied under `risk_based` with a threshold, a policy flags the `flaggable` of all scores at or above the threshold and, where `identity_unscored_payment` is `require`, those of null. So one answer draws every threshold. */
      risk_scores: {
        score: number | null;
        /** @description For null, also those who have not paid yet. */
        customers: number;
        /** @description Whom `risk_based` would flag at this score: neither verified, cleared nor required; for null, those whose payment could not be scored. */
        flaggable: number;
      }[];
      /** @description Of verifying those who are newly flagged, once each. */
      cost: {
        verifications: number;
        price_per_verification: number;
        /** @description Their product, to four decimals. */
        amount: number;
        currency: string;
      };
    };
    PolicyVersion: {
      version: number;
      /** Format: date-time */
      at: string;
      /** @description `operator:…`, or `system:…` where no person made it. */
      actor: string;
      /** @description The rules that this version changed, as they were; null for the first version. */
      before: {
        /** @enum {string} */
        identity_verification_mode?: 'disabled' | 'all_users' | 'risk_based';
        identity_verification_risk_threshold?: number;
        identity_max_attempts?: number;
        identity_require_selfie?: boolean;
        identity_allowed_document_types?: ('driving_license' | 'id_card' | 'passport')[];
        identity_require_live_capture?: boolean;
        identity_minimum_age?: number | null;
        identity_verification_flow?: string | null;
        /** @enum {string} */
        identity_unscored_payment?: 'allow' | 'require';
        /** @enum {string} */
        identity_risk_evaluation?: 'first_charge' | 'every_charge';
        identity_blocked_charge_triggers?: boolean;
        identity_exempt_customers_created_before?: string | null;
        /** @enum {string} */
        identity_data_retention?: 'verified_fields' | 'references_only';
        identity_retention_days?: number | null;
        identity_document_expiry_reminders?: boolean;
        identity_document_expiry_reverification?: boolean;
      } | null;
      /** @description The same rules as it set them; all rules for the first version. Empty where it changed none. */
      after: {
        /** @enum {string} */
        identity_verification_mode?: 'disabled' | 'all_users' | 'risk_based';
        identity_verification_risk_threshold?: number;
        identity_max_attempts?: number;
        identity_require_selfie?: boolean;
        identity_allowed_document_types?: ('driving_license' | 'id_card' | 'passport')[];
        identity_require_live_capture?: boolean;
        identity_minimum_age?: number | null;
        identity_verification_flow?: string | null;
        /** @enum {string} */
        identity_unscored_payment?: 'allow' | 'require';
        /** @enum {string} */
        identity_risk_evaluation?: 'first_charge' | 'every_charge';
        identity_blocked_charge_triggers?: boolean;
        identity_exempt_customers_created_before?: string | null;
        /** @enum {string} */
        identity_data_retention?: 'verified_fields' | 'references_only';
        identity_retention_days?: number | null;
        identity_document_expiry_reminders?: boolean;
        identity_document_expiry_reverification?: boolean;
      };
    };
    PolicyVersions: {
      data: components['schemas']['PolicyVersion'][];
      next_cursor: string | null;
    };
    /**
     * @example {
     *       "type": "urn:ridegate:problem:invalid_request",
     *       "title": "Invalid request",
     *       "status": 400,
     *       "detail": "The request has faults; see errors.",
     *       "code": "invalid_request",
     *       "request_id": "JKJaXmPLvHcESHA=",
     *       "errors": [
     *         {
     *           "path": "notes",
     *           "message": "is too short"
     *         }
     *       ]
     *     }
     */
    Problem: {
      /** @description A name for the kind of problem, `urn:ridegate:problem:<code>`. */
      type: string;
      title: string;
      status: number;
      detail: string;
      /** @description What clients branch on. */
      code: string;
      request_id: string;
      /** @description Every fault of the request, where it has some. */
      errors?: {
        path: string;
        message: string;
      }[];
    };
    ReconcilerRun: {
      /** Format: date-time */
      started_at: string;
      /** Format: date-time */
      finished_at: string;
      /**
       * @description The worse one of the two parts’.
       * @enum {string}
       */
      outcome: 'completed' | 'stopped_early' | 'failed';
      /** @description Reading sessions back from Stripe that may still change. */
      open_sessions: {
        /**
         * @description `completed`: it came to the end of the list. `stopped_early`: it did as much as a run may do, or another run was at it; the next goes on there. `failed`: see `cause`; the next goes on there too.
         * @enum {string}
         */
        outcome: 'completed' | 'stopped_early' | 'failed';
        /** @description Such as `stripe_unavailable` or `stripe_refused:…`; null where it did not fail. */
        cause: string | null;
      };
      /** @description Queuing events that Stripe could not deliver. */
      undelivered_events: {
        /**
         * @description `completed`: it came to the end of the list. `stopped_early`: it did as much as a run may do, or another run was at it; the next goes on there. `failed`: see `cause`; the next goes on there too.
         * @enum {string}
         */
        outcome: 'completed' | 'stopped_early' | 'failed';
        /** @description Such as `stripe_unavailable` or `stripe_refused:…`; null where it did not fail. */
        cause: string | null;
      };
      counts: {
        sessions_read: number;
        /** @description Stripe failed, or no longer knows them, or their customer kept changing. */
        sessions_not_read: number;
        /** @description Riders who had verified at Stripe and were still blocked here. */
        verifications_healed: number;
        /** @description Any other state that no webhook had told. */
        sessions_healed: number;
        events_read: number;
        events_malformed: number;
        events_requeued: number;
      };
    };
    ReconcilerRunList: {
      data: components['schemas']['ReconcilerRun'][];
      next_cursor: string | null;
    };
    RedrivenDeadLetters: {
      dry_run: boolean;
      /** @description Selected events that were seen. */
      matched: number;
      redriven: number;
      /** @description Selected messages that are no events: they would come straight back. */
      skipped: number;
      /** @description Selected events that are still there, and about how many letters the call didn’t come to, or somebody else had in hand. More than 0 after a redrive: call again. */
      remaining: number;
      /** @description About how many of `remaining` were hidden, as somebody else looked at them; a selected event may be among them. SQS counts with a delay: some may have left just before. */
      held_by_others: number;
      data: {
        /** @description SQS’s id of the message; the same event can wait in several. */
        message_id: string;
        /** @description Null where the message is no event. */
        event_id: string | null;
        event_type:
          | (
              | 'identity.verification_session.created'
              | 'identity.verification_session.processing'
              | 'identity.verification_session.verified'
              | 'identity.verification_session.requires_input'
              | 'identity.verification_session.canceled'
              | 'identity.verification_session.redacted'
              | 'charge.succeeded'
              | 'charge.failed'
            )
          | null;
        /** @description The session or charge that the event is about. */
        object_id: string | null;
        /** @description Such as `stripe_unavailable` or `stripe_refused:resource_missing`; `malformed` where it is no event, `worker_stopped` where the worker died of it. */
        cause: string;
        tries: number | null;
        first_failed_at: string | null;
        last_failed_at: string | null;
        /**
         * Format: date-time
         * @description It is kept for 14 days from then on.
         */
        queued_at: string;
        /** @description Since `queued_at`. */
        age_seconds: number;
        /** @description Whom the event is about, where that is known. */
        customer: {
          subaccount_id: string;
          customer_id: string;
        } | null;
        /**
         * @description `selected`: still there, as it was a dry run or the queue didn’t take it.
         * @enum {string}
         */
        outcome: 'redriven' | 'selected' | 'skipped';
      }[];
    };
    /**
     * @example {
     *       "allowed": true,
     *       "code": "verified",
     *       "checked_at": "2026-03-01T12:00:00.000Z",
     *       "policy_version": 3
     *     }
     */
    RideAllowed: {
      /** @constant */
      allowed: true;
      /** @enum {string} */
      code:
        'verified' | 'requirement_cleared' | 'policy_disabled' | 'exempt_existing_customer' | 'not_required';
      /** Format: date-time */
      checked_at: string;
      policy_version: number;
    };
    /**
     * @example {
     *       "type": "urn:ridegate:problem:verification_required",
     *       "title": "Ride blocked",
     *       "status": 403,
     *       "detail": "This customer has to verify their identity before the next ride.",
     *       "code": "verification_required",
     *       "request_id": "JKJaXmPLvHcESHA=",
     *       "identity_status": null,
     *       "next_action": "start_verification"
     *     }
     */
    RideBlocked: {
      /** @description A name for the kind of problem, `urn:ridegate:problem:<code>`. */
      type: string;
      title: string;
      status: number;
      detail: string;
      /** @enum {string} */
      code:
        | 'verification_required'
        | 'verification_pending'
        | 'verification_requires_input'
        | 'verification_failed'
        | 'verification_canceled';
      request_id: string;
      /** @description Every fault of the request, where it has some. */
      errors?: {
        path: string;
        message: string;
      }[];
      identity_status: ('pending' | 'verified' | 'requires_input' | 'failed' | 'canceled') | null;
      /**
       * @description What the app should offer the rider.
       * @enum {string}
       */
      next_action: 'start_verification' | 'continue_verification' | 'retry_verification' | 'contact_support';
    };
    RiderCustomer: {
      id: string;
      subaccount_id: string;
      /** Format: date-time */
      created_at: string;
      identity_verification_required: boolean;
      identity_verification_required_at: string | null;
      /** @description Such as `risk_threshold_exceeded:75>=50`; riders see null where risk is the reason. */
      identity_verification_required_reason: string | null;
      identity_status: ('pending' | 'verified' | 'requires_input' | 'failed' | 'canceled') | null;
      identity_verified_at: string | null;
      identity_session_id: string | null;
      identity_attempt_count: number;
      identity_last_error: {
        code: string;
        reason: string | null;
        message: string;
      } | null;
      identity_manual_verification: boolean;
      /** @description Since when the customer waits for another way of verifying. */
      identity_alternative_requested_at: string | null;
      /** @description The gate’s answer as of now. */
      ride_gate: {
        allowed: boolean;
        /** @enum {string} */
        code:
          | 'verified'
          | 'requirement_cleared'
          | 'policy_disabled'
          | 'exempt_existing_customer'
          | 'not_required'
          | 'verification_required'
          | 'verification_pending'
          | 'verification_requires_input'
          | 'verification_failed'
          | 'verification_canceled';
      };
    };
    Subaccount: {
      id: string;
      name: string;
      app_name: string;
      operational_zones:
        | (
            | {
                /** @constant */
                type: 'FeatureCollection';
                features: {
                  /** @constant */
                  type: 'Feature';
                  id?: string | number;
                  geometry:
                    | {
                        /** @constant */
                        type: 'Polygon';
                        coordinates: ([number, number] | [number, number, number])[][];
                      }
                    | {
                        /** @constant */
                        type: 'MultiPolygon';
                        coordinates: ([number, number] | [number, number, number])[][][];
                      };
                  properties: {
                    [key: string]: string | number | boolean | null;
                  } | null;
                }[];
              }
            | {
                /** @constant */
                type: 'Feature';
                id?: string | number;
                geometry:
                  | {
                      /** @constant */
                      type: 'Polygon';
                      coordinates: ([number, number] | [number, number, number])[][];
                    }
                  | {
                      /** @constant */
                      type: 'MultiPolygon';
                      coordinates: ([number, number] | [number, number, number])[][][];
                    };
                properties: {
                  [key: string]: string | number | boolean | null;
                } | null;
              }
            | {
                /** @constant */
                type: 'Polygon';
                coordinates: ([number, number] | [number, number, number])[][];
              }
            | {
                /** @constant */
                type: 'MultiPolygon';
                coordinates: ([number, number] | [number, number, number])[][][];
              }
          )
        | null;
      version: number;
    };
    SubaccountList: {
      data: {
        id: string;
        name: string;
      }[];
      next_cursor: string | null;
    };
    WebhookHealth: {
      /** Format: date-time */
      checked_at: string;
      /** @description How many there are now, about, those in hand or to be tried again too; may be a minute behind. */
      waiting: {
        /** @description In the lane for events as they happen. */
        fresh: number;
        /** @description In the lane for events that had to wait, or were redriven. */
        backlog: number;
        /** @description Given up; see `GET /api/dead-letters`. */
        dead_letters: number;
      };
      /** @description When an event was last done with, dropped ones too; null where none was in these hours. */
      last_processed_at: string | null;
      age: {
        median_seconds: number | null;
        p95_seconds: number | null;
        /** @description By this share all ages may be off. */
        relative_error: number;
      };
      /** @description Oldest first, each hour that was asked for; the last is still going on. Numbers may be a little off. */
      hours: {
        /**
         * Format: date-time
         * @description When the hour began.
         */
        from: string;
        /** @description Events that are done with, also those that changed nothing more. */
        processed: number;
        /** @description Events of a session or a customer that nobody here knows: done with as well. */
        dropped: number;
        /** @description Tries that failed; an event that fails is tried again, so it can be in here often. */
        failed_tries: number;
        /** @description Events that were given up after a failed try. Not in here: those that SQS itself moved, as they kept killing the processor. */
        dead_lettered: number;
        /** @description Events that waited too long in the fresh lane and made way for newer ones. */
        moved_to_backlog: number;
        /** @description From an event’s creation at Stripe to its effect here; null where no event had one. */
        age: {
          median_seconds: number | null;
          p95_seconds: number | null;
        };
      }[];
    };
  };
  responses: {
    /** @description The request has faults; `errors` lists all of them */
    InvalidRequest: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {string} */
          code: 'invalid_request';
        };
      };
    };
    /** @description Not for this caller, or not as things stand */
    Forbidden: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {string} */
          code: 'forbidden';
        };
      };
    };
    /** @description The body is over 64 KiB */
    BodyTooLarge: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {string} */
          code: 'body_too_large';
        };
      };
    };
    /** @description Something went wrong on our side */
    InternalError: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {string} */
          code: 'internal_error' | 'data_unreadable';
        };
      };
    };
    /** @description No token, or one that is expired, forged or meant for others */
    Unauthorized: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': {
          message: string;
        };
      };
    };
    /** @description Too many requests at once */
    TooManyRequests: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': {
          message: string;
        };
      };
    };
  };
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export interface operations {
  listCustomers: {
    parameters: {
      query?: {
        subaccount_id?: string;
        /** @description `all` where it is left out. */
        filter?:
          'required' | 'pending' | 'requires_input' | 'failed' | 'verified' | 'alternative_requested' | 'all';
        /** @description Left out, `required` and `alternative_requested` begin with the oldest, all others with the newest. A cursor goes on in the order of its list. */
        order?: 'newest' | 'oldest';
        cursor?: string;
        limit?: number;
        /** @description A customer’s id, a Stripe customer id (`cus_…`) or a Stripe verification session id (`vs_…`), in full. Answers who has it: nobody, one customer, or two where it is the one’s own id and the other’s of Stripe. */
        search?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CustomerList'];
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      /** @description Not there, or of another subaccount */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'subaccount_not_found';
          };
        };
      };
      413: components['responses']['BodyTooLarge'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
    };
  };
  createCustomer: {
    parameters: {
      query?: {
        /** @description Services and admins name the subaccount here; riders and operators have theirs in the token. */
        subaccount_id?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          id: string;
          stripe_customer_id?: string | null;
          email?: string | null;
          name?: string | null;
          /** @description E.164. */
          phone?: string | null;
          signup_ip?: string | null;
          signup_latitude?: number | null;
          signup_longitude?: number | null;
          signup_location_accuracy?: number | null;
        };
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Customer'];
        };
      };
      /** @description Created */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Customer'];
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      /** @description Not there, or of another subaccount */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'subaccount_not_found';
          };
        };
      };
      /** @description As things stand it can’t be done */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'customer_exists' | 'stripe_customer_taken';
          };
        };
      };
      413: components['responses']['BodyTooLarge'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      /** @description Not right now; nothing was changed */
      503: {
        headers: {
          /** @description In seconds. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'busy';
          };
        };
      };
    };
  };
  getCustomer: {
    parameters: {
      query?: {
        /** @description Services and admins name the subaccount here; riders and operators have theirs in the token. */
        subaccount_id?: string;
      };
      header?: {
        /** @description Of the texts for riders: en, de, fr, es, nl; else English. */
        'Accept-Language'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CustomerFile'] | components['schemas']['RiderCustomer'];
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      /** @description Not there, or of another subaccount */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'customer_not_found' | 'subaccount_not_found';
          };
        };
      };
      413: components['responses']['BodyTooLarge'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
    };
  };
  getCustomerCounts: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CustomerCounts'];
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      /** @description Not there, or of another subaccount */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'subaccount_not_found';
          };
        };
      };
      413: components['responses']['BodyTooLarge'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
    };
  };
  checkRide: {
    parameters: {
      query?: {
        /** @description Services and admins name the subaccount here; riders and operators have theirs in the token. */
        subaccount_id?: string;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RideAllowed'];
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      /** @description Not for this caller, or not as things stand */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['RideBlocked']
            | (components['schemas']['Problem'] & {
                /** @enum {string} */
                code: 'forbidden';
              });
        };
      };
      /** @description Not there, or of another subaccount */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'customer_not_found' | 'subaccount_not_found';
          };
        };
      };
      413: components['responses']['BodyTooLarge'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
    };
  };
  startIdentitySession: {
    parameters: {
      query?: {
        /** @description Services and admins name the subaccount here; riders and operators have theirs in the token. */
        subaccount_id?: string;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        'application/json': {
          /** @description Where Stripe’s page sends the rider back to; from the deployment’s allow-list only. */
          return_url?: string;
          /** @description What the rider said to the comparison of face and document; false where he declines it, or takes it back. Left out where he wasn’t asked. It is his to say: a service may pass it on, an operator may not. */
          biometric_consent?: boolean;
          /** @description Which version of your words he said it to; kept with the session, as is the time. */
          biometric_consent_version?: string;
        };
      };
    };
    responses: {
      /** @description Created */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['IdentitySession'];
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      /** @description Not for this caller, or not as things stand */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code:
              'attempt_limit_reached' | 'verification_failed' | 'biometric_consent_required' | 'forbidden';
          };
        };
      };
      /** @description Not there, or of another subaccount */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'customer_not_found' | 'subaccount_not_found';
          };
        };
      };
      /** @description As things stand it can’t be done */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'already_verified' | 'verification_not_required' | 'verification_processing';
          };
        };
      };
      413: components['responses']['BodyTooLarge'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      /** @description Stripe refused; trying again won’t help */
      502: {
        headers: {
          /** @description In seconds. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'stripe_refused';
          };
        };
      };
      /** @description Not right now; nothing was changed */
      503: {
        headers: {
          /** @description In seconds. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'busy' | 'stripe_unavailable';
          };
        };
      };
    };
  };
  requestAlternative: {
    parameters: {
      query?: {
        /** @description Services and admins name the subaccount here; riders and operators have theirs in the token. */
        subaccount_id?: string;
      };
      header?: {
        /** @description Of the texts for riders: en, de, fr, es, nl; else English. */
        'Accept-Language'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        'application/json': {
          message?: string;
        };
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RiderCustomer'];
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      /** @description Not there, or of another subaccount */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'customer_not_found' | 'subaccount_not_found';
          };
        };
      };
      /** @description As things stand it can’t be done */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'already_verified' | 'verification_not_required';
          };
        };
      };
      413: components['responses']['BodyTooLarge'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      /** @description Not right now; nothing was changed */
      503: {
        headers: {
          /** @description In seconds. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'busy';
          };
        };
      };
    };
  };
  getAuditTrail: {
    parameters: {
      query?: {
        subaccount_id?: string;
        cursor?: string;
        limit?: number;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AuditTrail'];
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      /** @description Not there, or of another subaccount */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'customer_not_found' | 'subaccount_not_found';
          };
        };
      };
      413: components['responses']['BodyTooLarge'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
    };
  };
  verifyManually: {
    parameters: {
      query?: {
        /** @description Services and admins name the subaccount here; riders and operators have theirs in the token. */
        subaccount_id?: string;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @description The customer’s version that the decision rests on: where another one is stored, nothing is changed (409 `version_conflict`). */
          version?: number;
          notes: string;
        };
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ManuallyVerifiedCustomer'];
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      /** @description Not there, or of another subaccount */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'customer_not_found' | 'subaccount_not_found';
          };
        };
      };
      /** @description As things stand it can’t be done */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'already_verified' | 'version_conflict';
          };
        };
      };
      413: components['responses']['BodyTooLarge'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      /** @description Not right now; nothing was changed */
      503: {
        headers: {
          /** @description In seconds. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'busy';
          };
        };
      };
    };
  };
  clearRequirement: {
    parameters: {
      query?: {
        /** @description Services and admins name the subaccount here; riders and operators have theirs in the token. */
        subaccount_id?: string;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @description The customer’s version that the decision rests on: where another one is stored, nothing is changed (409 `version_conflict`). */
          version?: number;
          notes: string;
        };
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Customer'];
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      /** @description Not there, or of another subaccount */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'customer_not_found' | 'subaccount_not_found';
          };
        };
      };
      /** @description As things stand it can’t be done */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'already_verified' | 'verification_not_required' | 'version_conflict';
          };
        };
      };
      413: components['responses']['BodyTooLarge'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      /** @description Not right now; nothing was changed */
      503: {
        headers: {
          /** @description In seconds. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'busy';
          };
        };
      };
    };
  };
  requireVerification: {
    parameters: {
      query?: {
        /** @description Services and admins name the subaccount here; riders and operators have theirs in the token. */
        subaccount_id?: string;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @description The customer’s version that the decision rests on: where another one is stored, nothing is changed (409 `version_conflict`). */
          version?: number;
          /** @enum {string} */
          reason: 'suspected_fraud' | 'document_expired' | 'account_change' | 'support_request' | 'other';
          notes?: string;
        };
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Customer'];
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      /** @description Not there, or of another subaccount */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'customer_not_found' | 'subaccount_not_found';
          };
        };
      };
      /** @description As things stand it can’t be done */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'version_conflict';
          };
        };
      };
      413: components['responses']['BodyTooLarge'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      /** @description Not right now; nothing was changed */
      503: {
        headers: {
          /** @description In seconds. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'busy';
          };
        };
      };
    };
  };
  refreshSession: {
    parameters: {
      query?: {
        /** @description Services and admins name the subaccount here; riders and operators have theirs in the token. */
        subaccount_id?: string;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Customer'];
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      /** @description Not there, or of another subaccount */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'customer_not_found' | 'subaccount_not_found';
          };
        };
      };
      /** @description As things stand it can’t be done */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'no_session';
          };
        };
      };
      413: components['responses']['BodyTooLarge'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      /** @description Stripe refused; trying again won’t help */
      502: {
        headers: {
          /** @description In seconds. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'stripe_refused';
          };
        };
      };
      /** @description Not right now; nothing was changed */
      503: {
        headers: {
          /** @description In seconds. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'busy' | 'stripe_unavailable';
          };
        };
      };
    };
  };
  redactCustomer: {
    parameters: {
      query?: {
        /** @description Services and admins name the subaccount here; riders and operators have theirs in the token. */
        subaccount_id?: string;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @description The customer’s version that the decision rests on: where another one is stored, nothing is changed (409 `version_conflict`). */
          version?: number;
          notes: string;
        };
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Customer'];
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      /** @description Not there, or of another subaccount */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'customer_not_found' | 'subaccount_not_found';
          };
        };
      };
      /** @description As things stand it can’t be done */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'version_conflict';
          };
        };
      };
      413: components['responses']['BodyTooLarge'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      /** @description Not right now; nothing was changed */
      503: {
        headers: {
          /** @description In seconds. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'busy';
          };
        };
      };
    };
  };
  revealIdentity: {
    parameters: {
      query: {
        subaccount_id?: string;
        /** @description Why somebody looks. It is kept in the audit trail. */
        reason: string;
        /** @description What to show, comma-separated, of identity_first_name, identity_last_name, identity_dob, identity_id_type, identity_address, identity_id_number, identity_issuing_country, identity_expiration_date, images; all where it is left out. */
        fields?: string;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['IdentityReport'];
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      /** @description Not there, or of another subaccount */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'customer_not_found' | 'subaccount_not_found' | 'identity_data_not_found';
          };
        };
      };
      /** @description As things stand it can’t be done */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'no_session';
          };
        };
      };
      413: components['responses']['BodyTooLarge'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      /** @description Stripe refused; trying again won’t help */
      502: {
        headers: {
          /** @description In seconds. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'stripe_refused';
          };
        };
      };
      /** @description Not right now; nothing was changed */
      503: {
        headers: {
          /** @description In seconds. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'busy' | 'stripe_unavailable';
          };
        };
      };
    };
  };
  exportCustomer: {
    parameters: {
      query: {
        subaccount_id?: string;
        /** @description Why somebody takes all of it. It is kept in the audit trail. */
        reason: string;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CustomerExport'];
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      /** @description Not there, or of another subaccount */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'customer_not_found' | 'subaccount_not_found';
          };
        };
      };
      /** @description As things stand it can’t be done */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'export_too_large';
          };
        };
      };
      413: components['responses']['BodyTooLarge'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      /** @description Not right now; nothing was changed */
      503: {
        headers: {
          /** @description In seconds. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'busy';
          };
        };
      };
    };
  };
  registerDevice: {
    parameters: {
      query?: {
        /** @description Services and admins name the subaccount here; riders and operators have theirs in the token. */
        subaccount_id?: string;
      };
      header?: never;
      path: {
        id: string;
        device_id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          platform: 'apns' | 'fcm';
          token: string;
        };
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Device'];
        };
      };
      /** @description Created */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Device'];
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      /** @description Not there, or of another subaccount */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'customer_not_found' | 'subaccount_not_found';
          };
        };
      };
      /** @description As things stand it can’t be done */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'push_not_configured';
          };
        };
      };
      413: components['responses']['BodyTooLarge'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      /** @description Not right now; nothing was changed */
      503: {
        headers: {
          /** @description In seconds. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'busy';
          };
        };
      };
    };
  };
  removeDevice: {
    parameters: {
      query?: {
        /** @description Services and admins name the subaccount here; riders and operators have theirs in the token. */
        subaccount_id?: string;
      };
      header?: never;
      path: {
        id: string;
        device_id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      /** @description Not there, or of another subaccount */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'customer_not_found' | 'subaccount_not_found';
          };
        };
      };
      413: components['responses']['BodyTooLarge'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      /** @description Not right now; nothing was changed */
      503: {
        headers: {
          /** @description In seconds. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'busy';
          };
        };
      };
    };
  };
  listSubaccounts: {
    parameters: {
      query?: {
        cursor?: string;
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SubaccountList'];
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      413: components['responses']['BodyTooLarge'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
    };
  };
  getSubaccount: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Subaccount'];
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      /** @description Not there, or of another subaccount */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'subaccount_not_found';
          };
        };
      };
      413: components['responses']['BodyTooLarge'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
    };
  };
  putSubaccount: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          name: string;
          app_name: string;
          operational_zones?:
            | (
                | {
                    /** @constant */
                    type: 'FeatureCollection';
                    features: {
                      /** @constant */
                      type: 'Feature';
                      id?: string | number;
                      geometry:
                        | {
                            /** @constant */
                            type: 'Polygon';
                            coordinates: ([number, number] | [number, number, number])[][];
                          }
                        | {
                            /** @constant */
                            type: 'MultiPolygon';
                            coordinates: ([number, number] | [number, number, number])[][][];
                          };
                      properties: {
                        [key: string]: string | number | boolean | null;
                      } | null;
                    }[];
                  }
                | {
                    /** @constant */
                    type: 'Feature';
                    id?: string | number;
                    geometry:
                      | {
                          /** @constant */
                          type: 'Polygon';
                          coordinates: ([number, number] | [number, number, number])[][];
                        }
                      | {
                          /** @constant */
                          type: 'MultiPolygon';
                          coordinates: ([number, number] | [number, number, number])[][][];
                        };
                    properties: {
                      [key: string]: string | number | boolean | null;
                    } | null;
                  }
                | {
                    /** @constant */
                    type: 'Polygon';
                    coordinates: ([number, number] | [number, number, number])[][];
                  }
                | {
                    /** @constant */
                    type: 'MultiPolygon';
                    coordinates: ([number, number] | [number, number, number])[][][];
                  }
              )
            | null;
        };
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Subaccount'];
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      /** @description Not there, or of another subaccount */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'subaccount_not_found';
          };
        };
      };
      /** @description As things stand it can’t be done */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'version_conflict';
          };
        };
      };
      413: components['responses']['BodyTooLarge'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      /** @description Not right now; nothing was changed */
      503: {
        headers: {
          /** @description In seconds. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'busy';
          };
        };
      };
    };
  };
  getPolicy: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Policy'];
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      /** @description Not there, or of another subaccount */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'subaccount_not_found';
          };
        };
      };
      413: components['responses']['BodyTooLarge'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
    };
  };
  putPolicy: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          version: number;
          /** @enum {string} */
          identity_verification_mode?: 'disabled' | 'all_users' | 'risk_based';
          identity_verification_risk_threshold?: number;
          identity_max_attempts?: number;
          identity_require_selfie?: boolean;
          identity_allowed_document_types?: ('driving_license' | 'id_card' | 'passport')[];
          identity_require_live_capture?: boolean;
          identity_minimum_age?: number | null;
          identity_verification_flow?: string | null;
          /** @enum {string} */
          identity_unscored_payment?: 'allow' | 'require';
          /** @enum {string} */
          identity_risk_evaluation?: 'first_charge' | 'every_charge';
          identity_blocked_charge_triggers?: boolean;
          identity_exempt_customers_created_before?: string | null;
          /** @enum {string} */
          identity_data_retention?: 'verified_fields' | 'references_only';
          identity_retention_days?: number | null;
          identity_document_expiry_reminders?: boolean;
          identity_document_expiry_reverification?: boolean;
        };
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Policy'];
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      /** @description Not there, or of another subaccount */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'subaccount_not_found';
          };
        };
      };
      /** @description As things stand it can’t be done */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'version_conflict';
          };
        };
      };
      413: components['responses']['BodyTooLarge'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      /** @description Not right now; nothing was changed */
      503: {
        headers: {
          /** @description In seconds. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'busy';
          };
        };
      };
    };
  };
  listPolicyVersions: {
    parameters: {
      query?: {
        cursor?: string;
        limit?: number;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PolicyVersions'];
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      /** @description Not there, or of another subaccount */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'subaccount_not_found';
          };
        };
      };
      413: components['responses']['BodyTooLarge'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
    };
  };
  simulatePolicy: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        'application/json': {
          /** @enum {string} */
          identity_verification_mode?: 'disabled' | 'all_users' | 'risk_based';
          identity_verification_risk_threshold?: number;
          identity_max_attempts?: number;
          identity_require_selfie?: boolean;
          identity_allowed_document_types?: ('driving_license' | 'id_card' | 'passport')[];
          identity_require_live_capture?: boolean;
          identity_minimum_age?: number | null;
          identity_verification_flow?: string | null;
          /** @enum {string} */
          identity_unscored_payment?: 'allow' | 'require';
          /** @enum {string} */
          identity_risk_evaluation?: 'first_charge' | 'every_charge';
          identity_blocked_charge_triggers?: boolean;
          identity_exempt_customers_created_before?: string | null;
          /** @enum {string} */
          identity_data_retention?: 'verified_fields' | 'references_only';
          identity_retention_days?: number | null;
          identity_document_expiry_reminders?: boolean;
          identity_document_expiry_reverification?: boolean;
          /** @default 1.5 */
          price_per_verification?: number;
          /** @default USD */
          currency?: string;
        };
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PolicySimulation'];
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      /** @description Not there, or of another subaccount */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'subaccount_not_found';
          };
        };
      };
      413: components['responses']['BodyTooLarge'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
    };
  };
  getPolicyApplication: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PolicyApplication'];
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      /** @description Not there, or of another subaccount */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'subaccount_not_found' | 'policy_application_not_found';
          };
        };
      };
      413: components['responses']['BodyTooLarge'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
    };
  };
  startPolicyApplication: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        'application/json': {
          /** @description The policy’s version that is meant: where another one is in force, nothing is started (409 `version_conflict`). */
          version?: number;
        };
      };
    };
    responses: {
      /** @description Accepted: it goes on in the background */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PolicyApplication'];
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      /** @description Not there, or of another subaccount */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'subaccount_not_found';
          };
        };
      };
      /** @description As things stand it can’t be done */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'version_conflict';
          };
        };
      };
      413: components['responses']['BodyTooLarge'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      /** @description Not right now; nothing was changed */
      503: {
        headers: {
          /** @description In seconds. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'busy';
          };
        };
      };
    };
  };
  getIdentityStats: {
    parameters: {
      query: {
        /** @description The first day, UTC. */
        from: string;
        /** @description The last day, UTC; at most 366 days in all. */
        to: string;
        price_per_verification?: number;
        currency?: string;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['IdentityStats'];
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      /** @description Not there, or of another subaccount */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {string} */
            code: 'subaccount_not_found';
          };
        };
      };
      413: components['responses']['BodyTooLarge'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
    };
  };
  listDeadLetters: {
    parameters: {
      query?: {
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DeadLetterList'];
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      413: components['responses']['BodyTooLarge'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
    };
  };
  redriveDeadLetters: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          event_ids?: string[];
          /** @description `stripe_refused` means every refusal, `stripe_refused:…` one kind. */
          cause?: string;
          /** @enum {string} */
          event_type?:
            | 'identity.verification_session.created'
            | 'identity.verification_session.processing'
            | 'identity.verification_session.verified'
            | 'identity.verification_session.requires_input'
            | 'identity.verification_session.canceled'
            | 'identity.verification_session.redacted'
            | 'charge.succeeded'
            | 'charge.failed';
          /** @constant */
          all?: true;
          /**
           * @description Tells what would be redriven, and moves nothing.
           * @default false
           */
          dry_run?: boolean;
        };
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RedrivenDeadLetters'];
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      413: components['responses']['BodyTooLarge'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
    };
  };
  getWebhookHealth: {
    parameters: {
      query?: {
        /** @description How many hours to tell of: the one that is going on, and those before it. */
        hours?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WebhookHealth'];
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      413: components['responses']['BodyTooLarge'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
    };
  };
  listReconcilerRuns: {
    parameters: {
      query?: {
        cursor?: string;
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReconcilerRunList'];
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      413: components['responses']['BodyTooLarge'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
    };
  };
  describeApi: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            openapi: string;
          } & {
            [key: string]: unknown;
          };
        };
      };
      /** @description Not modified */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      429: components['responses']['TooManyRequests'];
    };
  };
}
