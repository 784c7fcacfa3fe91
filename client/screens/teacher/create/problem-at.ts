import type { DraftField, DraftProblem } from '../../../../shared/lessons/draft-problems.ts';
import type { CreateText } from '../../../text/create.ts';

/** What is wrong with a field in a sentence; undefined where nothing is. */
export type ProblemAt = (field: DraftField) => string | undefined;

export function problemAt(text: CreateText, problems: readonly DraftProblem[]): ProblemAt {
  return (field) => {
    const found = problems.find((problem) => problem.field === field);
    return found && text.problem(found);
  };
}

/** Leads to a field: opens what hides it, and puts the cursor there. */
export function goToField(within: Element, field: DraftField): void {
  const found = within.querySelector(`[data-field="${field}"]`);
  if (!(found instanceof HTMLElement)) return;
  const hidden = found.closest('details');
  if (hidden !== null) hidden.open = true;
  found.focus();
  found.scrollIntoView({ block: 'center' });
}
