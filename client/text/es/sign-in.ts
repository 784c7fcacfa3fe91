/** Lo que se dice a la puerta de las páginas docentes. */
export const signIn = {
  about:
    'La clave se muestra al iniciar el programa en este equipo, y está en el archivo teacher-key de su carpeta de datos.',
  key: 'Clave docente',
  enter: 'Entrar',
  wrong: 'Esa clave no es la de este servidor.',
  wait: (seconds: number) => `Demasiados intentos. Prueba otra vez en ${seconds} s.`,
  unreachable: 'No se puede llegar al servidor. ¿Sigue en marcha?',
  failed: 'No se pudo hacer. Prueba otra vez.',
  forget: 'Olvidar la clave en este equipo',
};
