import { operationsDeadLetters } from './operations-dead-letters.ts';
import { operationsCauses } from './operations-causes.ts';

export const operations = {
  title: 'Operations',
  adminsOnly: 'This page is for admins',
  adminsOnlyText:
    'It tells how RideGate itself fares, for all subaccounts together. Please ask an admin, or go on with your customers.',
  toCustomers: 'To your customers',
  live: 'Refreshes every 15 seconds.',
  verdict: {
    label: 'Are webhooks healthy?',
    loading: 'Looking at how webhooks fare',
    first: 'What to do first:',
    also: 'Besides:',
    healthy: 'Webhooks are healthy: what comes in is processed, and nothing was given up.',
    failing: {
      text: 'Webhooks are failing: {failed, number} of {tries, number} tries failed in this hour and the last one.',
      first:
        'look at the causes of the dead letters below and at status.stripe.com. No cause below: the log of process-webhook names the fault. Events are tried again for 12 hours, so nothing is lost yet.',
    },
    stopped: {
      text: 'Webhooks stand still: {waiting, number} wait, and the last one was processed {ago}.',
      first:
        'see the log and the throttles of process-webhook: it doesn’t run. Was there a release just before?',
    },
    maybe_stopped: {
      text: '{waiting, plural, one {# webhook waits} other {# webhooks wait}}, and the last one was processed {ago}.',
      first:
        'wait two minutes, as the count is a little behind. If it stays, see the log and the throttles of process-webhook.',
    },
    given_up: {
      text: '{letters, plural, one {# event was} other {# events were}} given up: riders who verified may still be blocked.',
      first: 'read the causes below, mend what they name, then redrive.',
    },
    late: {
      text: 'Webhooks are late: half of them are processed {age} or more after Stripe made them, and {waiting, number} wait now.',
      unknownAge: 'Webhooks are late: {waiting, number} wait now.',
      first:
        'see whether fewer wait with each refresh. Then an outage or a redrive is being worked off, and there is nothing to do. If more wait, see the log of process-webhook.',
    },
    silent: {
      text: 'No webhook was processed for {hours, plural, one {# hour} other {# hours}}, and none waits.',
      first:
        'if your fleet rides at this hour, open Webhooks in Stripe’s Dashboard: is the endpoint disabled, or does it answer errors? A quiet fleet needs nothing.',
    },
    never: 'never in this time',
  },
  numbers: {
    title: 'Webhooks right now',
    fresh: 'Waiting, fresh',
    backlog: 'Waiting, backlog',
    deadLetters: 'Dead letters',
    last: 'Last processed',
    never: 'not in this time',
    median: 'Median age when processed',
    p95: '95 % were younger than',
    noAge: 'none processed',
    note: 'The counts may be a minute behind.',
  },
  charts: {
    title: 'Hour by hour',
    span: 'Time span',
    last24: '24 hours',
    last168: '7 days',
    events: 'Events',
    bar: 'A bar is {hours, plural, one {an hour} other {# hours}}.',
    ageBar: 'A bar is {hours, plural, one {an hour} other {the highest of # hours}}.',
    eventsText: 'A failed try comes back by itself, so one event can fail several times.',
    ages: 'Age of events when processed',
    agesText: 'From Stripe’s event to its effect here. Half of the events are younger than the median.',
    hour: 'Hour (your time zone)',
    hourUtc: 'Hour (UTC)',
    count: 'Events',
    age: 'Age',
    series: {
      processed: 'Processed',
      dropped: 'Dropped',
      failed_tries: 'Failed tries',
      dead_lettered: 'Given up',
      moved_to_backlog: 'Moved to backlog',
      median_seconds: 'Median',
      p95_seconds: '95 % are younger',
    },
    seconds: '{name} (seconds)',
    empty: 'No event in this time.',
    noAges: 'No event was processed in this time.',
    summary: '{processed, number} processed, {dropped, number} dropped, {failed, number} failed tries.',
  },
  runs: {
    title: 'Reconciler runs',
    text: 'Every five minutes it reads back from Stripe what no webhook told.',
    list: 'Runs one by one',
    loading: 'Loading the reconciler’s runs',
    empty: 'No run in the last 30 days.',
    overdue:
      'The last run began {ago}, and there should be one every five minutes. What to do first: see the log of reconcile, and whether its schedule is on.',
    neverRan:
      'No run is known, and there should be one every five minutes. Was RideGate just deployed? Otherwise see the log of reconcile, and whether its schedule is on.',
    columns: { started: 'Started', took: 'Took', outcome: 'Outcome', counts: 'What it did' },
    outcomes: {
      completed: 'Completed',
      stopped_early: 'Stopped early; the next run goes on',
      failed: 'Failed',
    },
    sessionsFailed: 'Reading sessions: {cause}',
    eventsFailed: 'Undelivered events: {cause}',
    nothing: 'Nothing to do',
    counts: {
      verifications_healed:
        '{count, plural, one {# blocked rider who had verified let through} other {# blocked riders who had verified let through}}',
      sessions_healed: '{count, plural, one {# other state mended} other {# other states mended}}',
      events_requeued: '{count, plural, one {# lost event queued} other {# lost events queued}}',
      sessions_not_read: '{count, plural, one {# session} other {# sessions}} could not be read',
      events_malformed: '{count, plural, one {# event} other {# events}} not readable',
      sessions_read: '{count, plural, one {# session} other {# sessions}} read',
      events_read: '{count, plural, one {# undelivered event} other {# undelivered events}} read',
    },
    more: 'Show older runs',
  },
  causes: operationsCauses,
  ...operationsDeadLetters,
};
