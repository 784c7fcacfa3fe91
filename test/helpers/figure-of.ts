import { TEST_KEY } from './server-process.ts';

/** What a server tells Prometheus of one series: `descenso_connections{role="student"}`; 0 where it names none. */
export async function figureOf(url: string, series: string): Promise<number> {
  const headers = { authorization: `Bearer ${TEST_KEY}` };
  const page = await (await fetch(`${url}/metrics`, { headers })).text();
  const line = page.split('\n').find((text) => text.startsWith(`${series} `));
  return Number(line?.split(' ').at(-1) ?? 0);
}
