import type { Handler } from 'hono';
import * as v from 'valibot';
import { languageSchema, type PseudonymAnswer } from '../../../shared/wire/http.ts';
import { dealPseudonym, type Chance } from '../../names/pseudonyms.ts';
import { refuse } from '../answer.ts';
import type { Env } from '../visitor.ts';

/** GET /api/pseudonym?language=es: a name to come in with, or another one. It is not promised to anybody yet. */
export function pseudonymRoute(chance: Chance): Handler<Env> {
  return (context) => {
    const language = v.safeParse(languageSchema, context.req.query('language'));
    if (!language.success) return refuse(context, 'malformed');
    const answer: PseudonymAnswer = { name: dealPseudonym(language.output, new Set(), chance) };
    return context.json(answer);
  };
}
