import Negotiator from 'negotiator';
import { riderLanguages, type RiderLanguage } from '../domain/next-step.ts';

/** The language that a rider's app asks for in `Accept-Language`, as far as we speak it; else English. */
export function riderLanguageOf(acceptLanguage: string | undefined): RiderLanguage {
  const asked = new Negotiator({ headers: { 'accept-language': acceptLanguage ?? '' } });
  const [best] = asked.languages([...riderLanguages]);
  return riderLanguages.find((language) => language === best) ?? 'en';
}
