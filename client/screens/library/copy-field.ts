/**
 * Copies what stands in a field. In a school's network pages come without a secure context, where the clipboard's
 * own interface is missing: there the old way serves, and where that fails too the text is left selected.
 */
export async function copyField(field: HTMLInputElement): Promise<boolean> {
  field.select();
  try {
    if (window.isSecureContext) {
      await navigator.clipboard.writeText(field.value);
      return true;
    }
    return document.execCommand('copy');
  } catch {
    return false;
  }
}
