/** What happened to the error, in a word; `CommonText` has all three. */
export type ChangeWords = { readonly falls: string; readonly rises: string; readonly same: string };
