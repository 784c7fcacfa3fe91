/**
 * What `npm audit --json` has to say of the packages that run in a class.
 * @typedef {{ kind: 'clean' | 'holes' | 'skipped' | 'broken', lines: readonly string[] }} AuditVerdict
 */

const SERIOUS = ['high', 'critical'];

/**
 * Holes rated high or critical are a reason to stop. A registry that is not reachable, or knows no advisories, is not: it
 * says nothing about our packages.
 * @param {string} output
 * @returns {AuditVerdict}
 */
export function auditVerdict(output) {
  const report = parse(output);
  if (report?.auditReportVersion === 2) return verdictOn(report);
  if (isAboutTheRegistry(report)) return { kind: 'skipped', lines: [`Skipped: ${report.message}`] };
  return { kind: 'broken', lines: [`npm audit did not work: ${report?.error?.summary ?? output}`] };
}

function verdictOn({ vulnerabilities, metadata }) {
  const serious = Object.values(vulnerabilities).filter(({ severity }) => SERIOUS.includes(severity));
  if (serious.length > 0) return { kind: 'holes', lines: serious.map(inOneLine) };
  const { total } = metadata.vulnerabilities;
  return { kind: 'clean', lines: total === 0 ? [] : [`${total} known, none of them rated high or critical`] };
}

/** A package with its own advisories, or with those of the packages it brings. */
function inOneLine({ name, severity, range, via }) {
  const reasons = via.map((reason) =>
    typeof reason === 'string' ? `by ${reason}` : `${reason.title} (${reason.url})`,
  );
  return `${name} ${range}: ${severity}, ${reasons.join('; ')}`;
}

/** npm's words where nobody answered, or somebody who does not serve advisories. */
function isAboutTheRegistry(report) {
  const { message } = report ?? {};
  return (
    typeof message === 'string' &&
    (typeof report.statusCode === 'number' || message.startsWith('request to '))
  );
}

function parse(output) {
  try {
    return JSON.parse(output);
  } catch {
    return null;
  }
}
