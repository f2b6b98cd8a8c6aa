import type { Translation } from '../messages.js';
import type { activation as en } from '../en/activation.js';

export const activation: Translation<typeof en> = {
  'activate.title': 'Ponerlo en marcha',
  'activate.already': 'Está activa: así se inicia sesión.',
  'activate.effect': 'Qué ocurre al activar',
  'activate.who': 'Todas las personas con correo en {domains} iniciarán sesión con {connection}.',
  'activate.when':
    'Se aplica en el próximo inicio de sesión, en segundos. Las sesiones abiertas siguen abiertas.',
  'activate.replaces': 'Sustituye a lo que está activo, en segundos. Las sesiones abiertas siguen abiertas.',
  'activate.without':
    'Quien tenga ese correo sin estar asignado a la aplicación en {connection} ya no podrá iniciar sesión.',
  'activate.back': 'Para volver atrás, desactive: un clic y se inicia sesión como antes.',
  'activate.back.draft': 'Para volver atrás, active una versión anterior probada: un clic.',
  'activate.go': 'Activar',
  'activate.running': 'Activando…',
  'activate.done': 'El SSO está activo',
  'activate.relink': 'Confirmar y activar',
  'activate.relink.title': 'Las personas se reconocerán de nuevo',
  'activate.relink.text':
    'Esta versión identifica a las personas de otra forma que la activa. En su próximo inicio de sesión, cada una se vincula a su cuenta por correo, solo en esta organización y sus dominios verificados. Confirme que {connection} es suyo y que es intencionado.',
  'activate.relink.count': {
    one: '{count} persona ya ha iniciado sesión y se ve afectada.',
    other: '{count} personas ya han iniciado sesión y se ven afectadas.',
  },
  'activate.byLink':
    'Ya hay una conexión activa. Debe activar esta versión un administrador de la organización o la plataforma.',
  'activate.missing': 'Antes de eso falta:',
  'activate.missing.domains': 'Un dominio verificado que se use para esta conexión',
  'activate.missing.connection': 'Los metadatos de su proveedor de identidad',
  'activate.missing.test': 'Una prueba superada',
  'activate.missing.key': 'Un certificado de confianza de su proveedor de identidad',
  'activate.missing.allowed': 'La plataforma lo ha desactivado',
  'affected.members': { one: '{count} miembro en {domain}', other: '{count} miembros en {domain}' },
  'affected.sample': 'Entre ellos {names}',
  'affected.all': '{names}',
  'manage.deactivate': 'Desactivar',
  'manage.deactivate.title': '¿Desactivar {name}?',
  'manage.deactivate.text':
    'A partir de entonces nadie inicia sesión con {name}; se entra como antes. Todo se conserva y puede volver a activarlo.',
  'manage.discard': 'Descartar el borrador',
  'manage.discard.title': '¿Descartar el borrador de {name}?',
  'manage.discard.text': 'Lo que está activo en {name} queda igual; los cambios del borrador se pierden.',
  'manage.delete': 'Eliminar',
  'manage.delete.title': '¿Eliminar {name}?',
  'manage.delete.text':
    'La conexión {name}, sus versiones y pruebas se eliminan para siempre y sus claves se destruyen. Los dominios y las personas se quedan.',
  'manage.delete.type': 'Escriba {name} para confirmar',
  'manage.revisions': 'Versiones',
  'manage.revisions.title': 'Versiones de {name}',
  'manage.revisions.text': 'Cualquier versión que superó una prueba puede volver a estar activa al instante.',
  'manage.revision': 'Versión {number}',
  'manage.live': 'Activa',
  'manage.untested': 'Sin probar',
  'manage.back': 'Volver a ella',
  'manage.back.of': 'Volver a la versión {number}',
};
