import type { Context } from 'hono';
import { takeSeatSchema, type TakeSeat } from '../../../shared/wire/http.ts';
import { parseCode } from '../../auth/code.ts';
import { readFreeName } from '../../names/free-name.ts';
import { isPseudonym } from '../../names/pseudonyms.ts';
import { answerWith, refuse } from '../answer.ts';
import type { CodeGuard } from '../code-guard.ts';
import type { Hall, WantedName } from '../hall.ts';
import { readBody } from '../read-body.ts';
import { addressOf, type Env } from '../visitor.ts';
import { refuseCode } from './code-info.ts';

/** POST /api/codes/:code/seats: a place in the class, with the token that holds it. */
export function takeSeatRoute(hall: Hall, codes: CodeGuard) {
  return async (context: Context<Env, '/codes/:code/seats'>): Promise<Response> => {
    const wanted = await readBody(context, takeSeatSchema);
    if (!wanted.ok) return refuse(context, wanted.error);
    const code = parseCode(context.req.param('code'));
    if (code === null) return refuseCode(context, codes);
    const name = wantedName(wanted.value);
    if (name === null) return refuse(context, 'bad-name');
    const address = addressOf(context);
    const ms = codes.join(code, address);
    if (ms > 0) return refuse(context, 'slow-down', ms);
    const answer = await hall.takeSeat(code, name, wanted.value.language, address);
    return !answer.ok && answer.error === 'unknown-code'
      ? refuseCode(context, codes)
      : answerWith(context, answer);
  };
}

/** Null for a name that is not fit, or that says it is a pseudonym of ours and is none. */
function wantedName({ name, pseudonym, was }: TakeSeat): WantedName | null {
  if (was !== undefined) return { kind: 'was', name: was };
  if (name !== undefined) {
    const read = readFreeName(name);
    return read.ok ? { kind: 'free', name: read.name } : null;
  }
  if (pseudonym === undefined) return { kind: 'any' };
  return isPseudonym(pseudonym) ? { kind: 'pseudonym', name: pseudonym } : null;
}
