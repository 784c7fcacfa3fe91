/** Lo que se dice al llevarse una grabación. */
export const download = {
  title: (title: string) => `Descargar «${title}»`,
  what: 'Qué descargar',
  file: 'Grabación',
  fileAbout: 'Para guardarla, importarla en otro servidor o comprobarla. Con todo lo que pasó.',
  player: 'Página que se abre sola',
  playerAbout:
    'Un único archivo HTML con el reproductor dentro. Se abre en cualquier navegador, sin servidor y sin red.',
  names: 'Con los nombres',
  namesAbout: 'Quien tenga el archivo sabrá quién propuso qué.',
  button: 'Descargar',
  preparing: 'Preparando…',
};
