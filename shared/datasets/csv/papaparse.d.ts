/**
 * The part of papaparse that is used here. Its published types bring the browser's and Node.js's with them, and
 * neither may be known in shared/.
 */
declare module 'papaparse' {
  type ParseError = { readonly type: string; readonly row?: number };

  const Papa: {
    /** Text to rows of cells. With a delimiter and a line end given it is pure and answers at once. */
    readonly parse: (
      text: string,
      options: { readonly delimiter: string; readonly newline: '\n'; readonly preview?: number },
    ) => { readonly data: readonly (readonly string[])[]; readonly errors: readonly ParseError[] };
  };
  export default Papa;
}
