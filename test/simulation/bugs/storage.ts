// What the table is asked to hold: conditions that are dropped, and writes that are left out of a transaction.

import { PutCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import type { Bug } from './bug.ts';
import { keyOfPut, unguarded, whateverIsThere, withTable, withWrites } from './patches.ts';

export const storageBugs: readonly Bug[] = [
  {
    name: 'last write wins',
    wrong: 'A customer is saved over whatever was saved since he was read.',
    removes: 'the conditions on the version of the profile and on the number of the audit entry',
    breaks: ['audit trail', 'verified'],
    sabotage: withWrites((write) => {
      const { sk } = keyOfPut(write);
      return sk === 'PROFILE' || sk.startsWith('AUDIT#') ? unguarded(write) : write;
    }),
  },
  {
    name: 'saved without an audit entry',
    wrong: 'The audit entry is left out of the transaction.',
    removes: 'the audit entry in the same write as its change',
    breaks: ['audit trail'],
    sabotage: withWrites((write) => (keyOfPut(write).sk.startsWith('AUDIT#') ? null : write)),
  },
  {
    name: 'saved in two steps',
    wrong: 'The profile is saved first, and what belongs to it in a second transaction.',
    removes: 'the one transaction',
    breaks: ['audit trail'],
    sabotage: withTable((send) => async (command) => {
      if (!(command instanceof TransactWriteCommand)) return send(command);
      const [profile, ...others] = command.input.TransactItems ?? [];
      if (profile === undefined || others.length === 0) return send(command);
      await send(new TransactWriteCommand({ TransactItems: [profile] }));
      return send(new TransactWriteCommand({ TransactItems: others }));
    }),
  },
  {
    name: 'saved without its push',
    wrong: 'The push is left out of the transaction.',
    removes: 'the outbox item in the same write as its change',
    breaks: ['pushes'],
    sabotage: withWrites((write) => (keyOfPut(write).sk.startsWith('OUTBOX#') ? null : write)),
  },
  {
    name: 'saved without the event’s marker',
    wrong: 'An effect is saved without a note that its event had one.',
    removes: 'the event marker in the same write as its effect',
    breaks: ['events'],
    sabotage: withWrites((write) => (keyOfPut(write).pk.startsWith('EVENT#') ? null : write)),
  },
  {
    name: 'marker without its condition',
    wrong: 'An event that had its effect before gets another one.',
    removes: 'the condition that an event has no marker yet',
    breaks: ['events'],
    sabotage: withWrites((write) => (keyOfPut(write).pk.startsWith('EVENT#') ? unguarded(write) : write)),
  },
  {
    name: 'session without its lookup',
    wrong: 'A new session is saved, but its id doesn’t lead to its customer.',
    removes: 'the lookup item in the same write as the session',
    breaks: ['tenants', 'convergence'],
    sabotage: withWrites((write) => (keyOfPut(write).pk.startsWith('VS#') ? null : write)),
  },
  {
    name: 'claim without its condition',
    wrong: 'A second caller claims a session’s number over the first one’s claim.',
    removes: 'the condition that a number is claimed once',
    breaks: ['sessions'],
    sabotage: withTable((send) => (command) => {
      const isClaim =
        command instanceof PutCommand &&
        String(command.input.Item?.['sk']).startsWith('SESSION#') &&
        command.input.ConditionExpression === 'attribute_not_exists(pk)';
      return send(isClaim ? new PutCommand(whateverIsThere(command.input)) : command);
    }),
  },
  {
    name: 'claim replaced without its condition',
    wrong: 'A claim that was given up is replaced or released although it became a session meanwhile.',
    removes: 'the condition that it is still that claim',
    breaks: ['sessions', 'tenants', 'convergence', 'events'],
    sabotage: withTable((send) => (command) => {
      const isReplacement =
        command instanceof PutCommand && command.input.ConditionExpression?.startsWith('claimId = ') === true;
      return send(isReplacement ? new PutCommand(whateverIsThere(command.input)) : command);
    }),
  },
];
