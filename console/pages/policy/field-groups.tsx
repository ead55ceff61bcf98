// All fields of the policy, in their groups.

import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useTranslations } from 'use-intl';
import { ChoiceField, DocumentTypesField, SwitchField } from './choice-fields.tsx';
import { NumberField, OptionalNumberField, ThresholdField } from './number-fields.tsx';
import { fieldGroups, groupNames, type RuleField } from './policy-rules.ts';
import { ExemptionField, FlowField } from './text-fields.tsx';

export function FieldGroups() {
  const t = useTranslations('policy.groups');
  return (
    <SpaceBetween size="l">
      {groupNames.map((group) => (
        <section key={group} aria-label={t(`${group}.title`)}>
          <Container
            header={
              <Header variant="h2" description={t(`${group}.text`)}>
                {t(`${group}.title`)}
              </Header>
            }
          >
            <SpaceBetween size="l">
              {fieldGroups[group].map((field) => (
                <Field key={field} field={field} />
              ))}
            </SpaceBetween>
          </Container>
        </section>
      ))}
    </SpaceBetween>
  );
}

function Field({ field }: { field: RuleField }) {
  switch (field) {
    case 'identity_verification_mode':
    case 'identity_unscored_payment':
    case 'identity_risk_evaluation':
    case 'identity_data_retention':
      return <ChoiceField field={field} />;
    case 'identity_verification_risk_threshold':
      return <ThresholdField />;
    case 'identity_max_attempts':
      return <NumberField field={field} />;
    case 'identity_minimum_age':
    case 'identity_retention_days':
      return <OptionalNumberField field={field} />;
    case 'identity_blocked_charge_triggers':
    case 'identity_require_live_capture':
    case 'identity_require_selfie':
    case 'identity_document_expiry_reminders':
    case 'identity_document_expiry_reverification':
      return <SwitchField field={field} />;
    case 'identity_allowed_document_types':
      return <DocumentTypesField />;
    case 'identity_verification_flow':
      return <FlowField />;
    case 'identity_exempt_customers_created_before':
      return <ExemptionField />;
  }
}
