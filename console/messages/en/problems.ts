// What can go wrong, by the API's codes, and what to do.
export const problems = {
  unreachable: 'RideGate could not be reached. Please check your connection and try again.',
  unavailable: 'RideGate can’t answer right now. Please try again in a moment.',
  unexpected: 'Something went wrong in this page. Please load it anew.',
  too_large:
    'RideGate answered something unexpected (status {status}): this was too much at once. Please shorten it.',
  refused_on_the_way:
    'RideGate answered something unexpected (status {status}): this was refused on its way. Please tell whoever runs RideGate.',
  strange_answer:
    'RideGate answered something unexpected (status {status}). Please try again. If it stays so, tell whoever runs RideGate.',
  session_ended: 'Your session has ended. Please sign in again; what you typed is still here.',
  already_verified: 'This customer is verified already. The page shows the latest state.',
  customer_not_found: 'There is no customer with this id in this subaccount. Please check the id.',
  export_too_large:
    'There is too much kept of this customer for one export. Please ask whoever runs RideGate.',
  forbidden: 'Your account may not do this.',
  identity_data_not_found: 'No verified data is kept of this customer.',
  invalid_request: 'Something in this form was not accepted:',
  no_session: 'This customer has no verification session at Stripe yet.',
  stripe_refused: 'Stripe refused. If it keeps doing so, please tell whoever runs RideGate.',
  stripe_unavailable: 'Stripe can’t be reached right now. Please try again in half a minute.',
  subaccount_not_found: 'There is no such subaccount.',
  verification_not_required:
    'This customer is not asked to verify any more. The page shows the latest state.',
  verification_processing: 'Stripe is still checking. Please wait a moment.',
  version_conflict:
    'Somebody else changed this in the meantime. Please look at the current state and try again.',
  busy: 'The same is being changed by others right now. Please try again.',
  data_unreadable: 'What is kept of this customer can’t be opened. Please tell whoever runs RideGate.',
};
