import { renderUnicodeCompact } from 'uqr';
import type { LanAddresses } from './address.ts';
import type { RunningServer } from './server.ts';

export type BannerFacts = {
  readonly port: number;
  /** Where it was asked to listen. */
  readonly host: string;
  readonly publicUrl: URL | null;
  readonly lan: LanAddresses;
  readonly teacherKey: RunningServer['teacherKey'];
  readonly report: RunningServer['report'];
  readonly restored: RunningServer['restored'];
  readonly language: 'es' | 'en';
};

/** What the start prints: where phones go, the same as a QR code, and the teacher's own link. */
export function banner(facts: BannerFacts): string {
  const text = TEXT[facts.language];
  const phones = phoneAddresses(facts);
  const [best, ...others] = phones;
  const lines =
    best === undefined
      ? [text.noAddress]
      : [
          `${text.phones}  ${best}`,
          ...others.map((other) => `${text.or}  ${other}`),
          '',
          renderUnicodeCompact(best),
        ];
  return ['', 'Descenso', '', ...lines, '', ...teacherLines(facts), ...happenings(facts), ''].join('\n');
}

/** The terminal's language, by the environment's usual variables. */
export function terminalLanguage(environment: Readonly<Record<string, string | undefined>>): 'es' | 'en' {
  const locale = environment['LC_ALL'] || environment['LC_MESSAGES'] || environment['LANG'] || '';
  return locale.toLowerCase().startsWith('es') ? 'es' : 'en';
}

function phoneAddresses({ host, port, publicUrl, lan }: BannerFacts): readonly string[] {
  if (publicUrl !== null) return [publicUrl.origin];
  if (isEverywhere(host)) return lan.candidates.map(({ address }) => `http://${address}:${port}`);
  return isLoopback(host) ? [] : [`http://${bracketed(host)}:${port}`];
}

/** A key that the operator chose is known to the operator, and hosted servers' output is kept in logs. */
function teacherLines({ host, port, publicUrl, teacherKey, language }: BannerFacts): readonly string[] {
  const text = TEXT[language];
  const name = isEverywhere(host) || isLoopback(host) ? 'localhost' : bracketed(host);
  const base = `${publicUrl?.origin ?? `http://${name}:${port}`}/teach`;
  return teacherKey.origin === 'environment'
    ? [`${text.teacher}  ${base}`, text.ownKey]
    : [`${text.teacher}  ${base}#key=${teacherKey.key}`, text.keepSecret];
}

function happenings({ report, restored, language }: BannerFacts): readonly string[] {
  const text = TEXT[language];
  const said = [
    report.kind === 'salvaged' ? text.salvaged(report.setAside) : null,
    restored.opened > 0 ? text.restored(restored.opened) : null,
    restored.setAside > 0 ? text.notRestored(restored.setAside) : null,
  ].filter((line) => line !== null);
  return said.length === 0 ? [] : ['', ...said];
}

function isEverywhere(host: string): boolean {
  return host === '0.0.0.0' || host === '::' || host === '';
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.');
}

function bracketed(host: string): string {
  return host.includes(':') ? `[${host}]` : host;
}

const TEXT = {
  en: {
    phones: 'Phones:  ',
    or: '     or  ',
    teacher: 'Teacher: ',
    noAddress: 'Phones cannot reach this computer: it is in no network that phones could be in.',
    keepSecret: 'The link opens every class of this server: keep it to yourself.',
    ownKey: 'The key is the one in TEACHER_KEY.',
    salvaged: (path: string) =>
      `The store was damaged. What could be read was saved; the damaged file is ${path}.`,
    restored: (count: number) =>
      `${count} open class${count === 1 ? ' goes' : 'es go'} on where ${count === 1 ? 'it was' : 'they were'}.`,
    notRestored: (count: number) =>
      `${count} class${count === 1 ? '' : 'es'} could not be opened; the log says why.`,
  },
  es: {
    phones: 'Teléfonos:',
    or: '       o  ',
    teacher: 'Docente:  ',
    noAddress:
      'Los teléfonos no pueden llegar a esta computadora: no está en ninguna red en la que pueda haber teléfonos.',
    keepSecret: 'El enlace abre todas las clases de este servidor: no lo compartas.',
    ownKey: 'La clave es la de TEACHER_KEY.',
    salvaged: (path: string) =>
      `El archivo de datos estaba dañado. Se rescató lo que se podía leer; el dañado es ${path}.`,
    restored: (count: number) =>
      count === 1 ? '1 clase abierta sigue donde estaba.' : `${count} clases abiertas siguen donde estaban.`,
    notRestored: (count: number) =>
      `${count === 1 ? '1 clase no se pudo abrir' : `${count} clases no se pudieron abrir`}; el registro dice por qué.`,
  },
} as const;
