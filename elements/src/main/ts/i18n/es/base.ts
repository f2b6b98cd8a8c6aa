import type { Translation } from '../messages.js';
import type { base as en } from '../en/base.js';

export const base: Translation<typeof en> = {
  copy: 'Copiar',
  'copy.done': 'Copiado',
  'copy.label': 'Copiar {name}',
  'copy.announced': '{name}: copiado',
  'copy.byHand': 'Su navegador no ha permitido copiar. El valor está seleccionado: pulse Ctrl+C o ⌘C.',
  loading: 'Cargando',
  'action.save': 'Guardar',
  'action.cancel': 'Cancelar',
  'action.close': 'Cerrar',
  'action.continue': 'Continuar',
  'action.back': 'Atrás',
  'action.edit': 'Editar',
  'action.remove': 'Quitar',
  'action.more': 'Mostrar más',
  'action.saving': 'Guardando…',
  saved: 'Guardado',
  required: 'Obligatorio',
  optional: 'Opcional',
  'problem.retry': 'Reintentar',
  'problem.offline.title': 'No se puede conectar con Gatehouse',
  'problem.offline.text':
    'No se ha cambiado nada y lo que escribió sigue aquí. Compruebe su conexión y vuelva a intentarlo.',
  'problem.expired.title': 'Su sesión ha caducado',
  'problem.expired.text':
    'Vuelva a iniciar sesión en su producto y regrese a esta página. No se ha cambiado nada.',
  'problem.forbidden.title': 'No tiene permiso para hacerlo',
  'problem.forbidden.text': 'Pida el permiso a un administrador de su organización. No se ha cambiado nada.',
  'problem.missing.title': 'No se ha encontrado',
  'problem.missing.text':
    'Puede que se haya eliminado mientras tanto o que pertenezca a otra organización. Recargue la página para ver el estado actual.',
  'problem.stale.title': 'Otra persona lo cambió antes',
  'problem.stale.text':
    'Su cambio no se ha guardado y lo que escribió sigue aquí. Compárelo con lo que hay guardado ahora.',
  'problem.limited.title': 'Demasiadas solicitudes',
  'problem.limited.text': 'Espere un momento y vuelva a intentarlo.',
  'problem.unavailable.title': 'Gatehouse no puede responder en este momento',
  'problem.unavailable.text':
    'Los inicios de sesión siguen funcionando. Vuelva a intentarlo en un minuto; lo que escribió sigue aquí.',
  'problem.unexpected.title': 'Algo ha ido mal',
  'problem.unexpected.text': 'Vuelva a intentarlo. Si continúa, facilite el código de abajo al soporte.',
  'conflict.yours': 'Su versión',
  'conflict.theirs': 'Guardado ahora',
  'conflict.keepMine': 'Guardar la mía',
  'conflict.takeTheirs': 'Usar la guardada',
  'live.offline': 'Conexión perdida. Lo que ve puede estar desactualizado.',
};
