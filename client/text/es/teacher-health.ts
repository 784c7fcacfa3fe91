/** How the server fares, for whoever stands in front of a class. */
export const teacherHealth = {
  light: {
    green: 'Servidor al día',
    amber: 'Servidor justo',
    red: 'Servidor atrasado',
    'no-answer': 'Servidor sin respuesta',
  },
  hint: (light: string) => `${light}. Ver las cifras`,
  title: 'Cómo va el servidor',
  intro: {
    green: 'El servidor atiende a la clase sin retraso.',
    amber: 'La clase puede seguir; alguna confirmación tarda un poco más de lo normal.',
    red: 'La clase nota el retraso. Lo que se envía no se pierde: cada teléfono lo guarda hasta que el servidor lo confirma.',
    'no-answer': 'Este equipo no recibe respuesta del servidor. La página sigue intentándolo.',
  },
  troubles: {
    saving: 'El disco o el almacén no responde: nada se confirma hasta que quede guardado.',
    late: 'El servidor llega tarde a lo que toca: el equipo hace demasiadas cosas a la vez. Ayuda cerrar otros programas.',
    'slow-answers': 'Las confirmaciones tardan en llegar a los teléfonos.',
    'stood-still':
      'El servidor estuvo parado más de un segundo; ese tiempo no se descontó de ninguna cuenta atrás.',
    'slow-clients': 'Varios teléfonos dejaron de leer y se volvieron a conectar: suele ser la red del aula.',
  },
  figures: 'En el último medio minuto',
  names: {
    answerMs: 'Una confirmación tarda como mucho (99 de cada 100)',
    eventLoopDelayMs: 'Retraso del servidor (99 de cada 100)',
    saving: 'Guardado en el disco',
    slowDropped: 'Teléfonos que dejaron de leer',
    standstills: 'Paradas de más de un segundo',
    connections: 'Conexiones, con todas las clases',
    memoryMegabytes: 'Memoria',
  },
  saved: 'al día',
  notSaved: 'con retraso',
  milliseconds: (count: number) => `${count} ms`,
  megabytes: (count: number) => `${count} MB`,
};
