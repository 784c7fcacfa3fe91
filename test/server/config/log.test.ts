import { expect, it } from 'vitest';
import { createLog } from '../../../server/log.ts';

it('the log names sessions and seats, and blots out secrets and names wherever they hang', () => {
  const lines: string[] = [];
  const log = createLog('info', { write: (line: string) => void lines.push(line) });
  log.info({ session: 's1', seat: 7, name: 'Filomena', keys: { teacherToken: 'secret-1' } }, 'somebody came');
  log.warn({ request: { headers: { authorization: 'Bearer secret-2' } }, ip: '192.168.1.7' }, 'odd');
  log.debug('below the level');
  expect(lines).toHaveLength(2);
  const text = lines.join('');
  expect(text).not.toMatch(/Filomena|secret|192\.168/u);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    level: 'info',
    session: 's1',
    seat: 7,
    msg: 'somebody came',
  });
});
