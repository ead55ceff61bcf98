import type { CustomerRef } from '../domain/customer.ts';
import {
  phoneFacts,
  unknownIp,
  unknownPhone,
  type IpFacts,
  type PhoneFacts,
} from '../domain/signals/facts.ts';
import type { CustomerRepository } from './ports/customer-repository.ts';
import type { Clock } from './ports/environment.ts';
import type { IpLocator, NumberReader, PhoneLookup, SignalRepository } from './ports/signals.ts';

type Deps = {
  customers: Pick<CustomerRepository, 'loadSignup'>;
  signals: Pick<SignalRepository, 'isCollected' | 'save'>;
  numbers: NumberReader;
  phoneLookup: PhoneLookup;
  ipLocator: IpLocator;
  clock: Clock;
};

/**
 * Finds out what there is to know about a signup's number and address, once. Doing it again changes nothing
 * and asks nobody, because a lookup costs money. Where the signup is gone, there is nothing to find out.
 */
export async function collectSignals(deps: Deps, ref: CustomerRef): Promise<void> {
  if (await deps.signals.isCollected(ref)) return;
  const signup = await deps.customers.loadSignup(ref);
  if (signup === null) return;
  const [phone, ip] = await Promise.all([factsOfPhone(deps, signup.phone), factsOfIp(deps, signup.ip)]);
  await deps.signals.save(ref, { collectedAtMs: deps.clock.nowMs(), phone, ip });
}

async function factsOfPhone(deps: Deps, phone: string | null): Promise<PhoneFacts> {
  if (phone === null) return unknownPhone;
  return phoneFacts(deps.numbers.read(phone), await deps.phoneLookup.lookUp(phone));
}

function factsOfIp(deps: Deps, ip: string | null): Promise<IpFacts> {
  return ip === null ? Promise.resolve(unknownIp) : deps.ipLocator.locate(ip);
}
